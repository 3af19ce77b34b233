import { plural } from '../../core/text.ts';
import type { ObligationsTexts } from './texts.pl.ts';

export const en = {
  heading: 'What is next',
  none: 'Everything is done. When there is something to do, you will see it here.',
  due: (moment: string) => `By: ${moment}`,
  overdue: (moment: string) => `Overdue: ${moment}`,
  more: (n: number) => `And ${n} more ${plural('en', n, { one: 'matter', other: 'matters' })}.`,
} satisfies ObligationsTexts;
