export { FAMILY } from './font.ts';
export { pngOf } from './png.ts';
