import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The family of letters in pictures: it has all Polish ones, and the files come with the product. */
export const FAMILY = 'DejaVu Sans';

/** Its files, plain and bold; the machine's own fonts are never looked at. */
export const FONT_FILES: readonly string[] = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
];
