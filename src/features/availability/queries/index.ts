export * from './absences.ts';
export * from './availability.ts';
export * from './free.ts';
export * from './substitutes.ts';
