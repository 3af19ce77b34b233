export { saidKey, saidReleased } from './act.ts';
export * from './answer.ts';
export { writeCanvas } from './canvas.ts';
export { documentOf, opinionFile } from './document.ts';
export * from './end.ts';
export * from './look.ts';
export * from './pass.ts';
export * from './self.ts';
export * from './write.ts';
