import { plural } from '../../core/text.ts';
import type { ObligationsTexts } from './texts.pl.ts';

const matters = (n: number): string => `${n} ${plural('en', n, { one: 'matter', other: 'matters' })}`;
const days = (n: number): string => `${n} ${plural('en', n, { one: 'day', other: 'days' })}`;

export const en = {
  heading: 'What is next',
  none: 'Everything is done. When there is something to do, you will see it here.',
  due: (moment: string) => `By: ${moment}`,
  overdue: (moment: string) => `Overdue: ${moment}`,
  more: (n: number) => `And ${n} more ${plural('en', n, { one: 'matter', other: 'matters' })}.`,
  reminder: {
    one: 'Reminder',
    many: (n: number) => `Reminder: ${matters(n)}`,
    told: (names: string) => `Reminded before: ${names}`,
    done: (what: string) => `:white_check_mark: ${what} – no longer needed`,
    allDone: 'This reminder is no longer needed: everything is done.',
    tomorrow: 'Remind me tomorrow',
    later: 'Remind me in 3 days',
    snoozed: (moment: string) => `All right, I will remind you: ${moment}. If it is done before, I will not write.`,
  },
  digest: {
    name: 'Weekly digest',
    foreseen: { to: 'the team', why: 'every week: what waits, what is overdue and what comes in the next days' },
    heading: (cohort: string) => `This week: ${cohort}`,
    short: (mine: number, overdue: number, soon: number) =>
      `for staff ${mine}, overdue ${overdue}, in the next 7 days ${soon}`,
    mine: ':pushpin: *Waiting for staff*',
    overdue: ':hourglass: *Overdue with others*',
    soon: ':calendar: *Due in the next 7 days*',
    since: (n: number) => (n === 0 ? 'was due earlier today' : `${days(n)} overdue`),
    until: (time: string) => `by ${time} (Warsaw time)`,
    quiet: (names: string) => `:zzz: *Nothing heard for two weeks*\n${names}\nMaybe ask how things are?`,
    others: (names: string, n: number) =>
      `${names} and ${n} more ${plural('en', n, { one: 'organisation', other: 'organisations' })}`,
    calm: 'Nothing waits this week. Have a calm one!',
    later: (n: number) => `Later or without a date: ${matters(n)}.`,
    all: 'Show all matters',
  },
  all: {
    title: 'All matters',
    none: 'Nothing waits. Everything is done.',
    parts: {
      mine: 'Waiting for staff',
      overdue: 'Overdue with others',
      soon: 'Due in the next 7 days',
      later: 'Later or without a date',
    },
    page: (from: number, to: number, total: number) => `Matters ${from}–${to} of ${total}`,
    previous: 'Previous',
    next: 'Next',
  },
  refusals: {
    not_allowed: 'Only the programme team can see this.',
    unknown_cohort: 'There is no such cohort.',
    not_yours: 'This reminder is for somebody else.',
    settled: 'This is done already, so I will not remind you of it.',
  },
} satisfies ObligationsTexts;
