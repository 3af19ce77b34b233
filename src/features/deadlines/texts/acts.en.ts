import { plural } from '../../../core/text.ts';
import type { ActTexts } from './acts.pl.ts';

const organisations = (n: number) => `${n} ${plural('en', n, { one: 'organisation', other: 'organisations' })}`;

export const en = {
  what: (label: string, cohort: string) => `taking a deadline away: ${label} (${cohort})`,
  effect: (n: number) => `${organisations(n)} will hear of it in ${n === 1 ? 'its channel' : 'their channels'}.`,
  changed: 'the deadlines have changed meanwhile. Please check them and take them away again.',
  already: '*Taking this deadline away waits already.* Do it now or undo it first.',
  draft: (label: string) =>
    `The message that the deadline (${label}) no longer stands was a mistake. We are sorry for the confusion! We will set it again soon.`,
} satisfies ActTexts;
