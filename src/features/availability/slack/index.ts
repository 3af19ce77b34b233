export * from './absences.ts';
export * from './away.ts';
export * from './forms.ts';
export * from './hours.ts';
