import { plural } from '../../core/text.ts';
import type { ObligationsTexts } from './texts.pl.ts';

export const en = {
  heading: 'What is next',
  none: 'Everything is done. When there is something to do, you will see it here.',
  due: (moment: string) => `By: ${moment}`,
  overdue: (moment: string) => `Overdue: ${moment}`,
  more: (n: number) => `And ${n} more ${plural('en', n, { one: 'matter', other: 'matters' })}.`,
  reminder: {
    one: 'Reminder',
    many: (n: number) => `Reminder: ${n} ${plural('en', n, { one: 'matter', other: 'matters' })}`,
    told: (names: string) => `Reminded before: ${names}`,
    done: (what: string) => `:white_check_mark: ${what} – no longer needed`,
    allDone: 'This reminder is no longer needed: everything is done.',
    tomorrow: 'Remind me tomorrow',
    later: 'Remind me in 3 days',
    snoozed: (moment: string) => `All right, I will remind you: ${moment}. If it is done before, I will not write.`,
  },
  refusals: {
    not_yours: 'This reminder is for somebody else.',
    settled: 'This is done already, so I will not remind you of it.',
  },
} satisfies ObligationsTexts;
