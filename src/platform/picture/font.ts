import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The family of letters in pictures: it has all Polish ones, and the files come with the product. */
export const FAMILY = 'DejaVu Sans';

/** Its files, plain and bold; the machine's own fonts are never looked at. */
export const FONT_FILES: readonly string[] = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  resolve(`dejavu-fonts-ttf/ttf/${name}`),
);
