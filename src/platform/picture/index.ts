export { FAMILY } from './font.ts';
export { type Picture, pngOf } from './png.ts';
