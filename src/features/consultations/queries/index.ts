export * from './attempt.ts';
export * from './consultations.ts';
export * from './facts.ts';
export * from './places.ts';
export * from './questions.ts';
export * from './queue.ts';
export * from './silence.ts';
export * from './times.ts';
