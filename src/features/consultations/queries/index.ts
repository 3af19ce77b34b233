export * from './consultations.ts';
