export * from './absences.ts';
export * from './entries.ts';
export * from './home.ts';
export * from './hours.ts';
export * from './names.ts';
export * from './terms.ts';
export * from './told.ts';
