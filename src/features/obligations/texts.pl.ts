import { plural } from '../../core/text.ts';

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  heading: 'Co dalej',
  none: 'Wszystko załatwione. Gdy coś będzie do zrobienia, zobaczysz to tutaj.',
  due: (moment: string) => `Termin: ${moment}`,
  overdue: (moment: string) => `Po terminie: ${moment}`,
  more: (n: number) => `I jeszcze ${n} ${plural('pl', n, { one: 'sprawa', few: 'sprawy', many: 'spraw' })}.`,
};
export type ObligationsTexts = typeof pl;
