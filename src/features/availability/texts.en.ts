import type { AvailabilityTexts } from './texts.pl.ts';

export const en = {
  open: 'My consultation hours',
} satisfies AvailabilityTexts;
