import { plural } from '../../../core/text.ts';
import type { RehearsalTexts } from './rehearsal.pl.ts';

const messages = (n: number) => `${n} ${plural('en', n, { one: 'message', other: 'messages' })}`;

export const rehearsal = {
  title: 'Rehearsal',
  intro: 'How many reminders the bot sends in a cohort in which nobody does anything in time. It cannot be more.',
  noKinds: 'The programme of this cohort has no deadlines, so there is nothing to rehearse.',
  places: 'How many organisations',
  experts: 'How many experts',
  expertsHint: 'They share the organisations evenly. With none, the team hears of what is theirs.',
  start: 'From when organisations know their dates',
  date: (label: string) => `Deadline: ${label}`,
  dateHint: 'The dates are a proposal. An empty field: without this deadline.',
  run: 'Count',
  result: 'The rehearsal',
  heading: (n: number) => (n === 0 ? 'The bot will send nothing' : `The bot will send ${messages(n)}`),
  basis: (places: number, experts: number, start: string) =>
    `${places} ${plural('en', places, { one: 'organisation', other: 'organisations' })}, ` +
    `${experts} ${plural('en', experts, { one: 'expert', other: 'experts' })}, from: ${start}`,
  toOrganisations: 'To organisations’ channels',
  toExperts: 'To experts',
  toStaff: 'To the staff channel',
  personDay: 'At most for one person on a day',
  channelWeek: 'At most for one channel in a week',
  busiest: 'The fullest day',
  onBusiest: (day: string, n: number) => `${day}: ${messages(n)}`,
  nobody: '–',
  dates: 'Counted for these dates:',
  again: 'Count again',
} satisfies RehearsalTexts;
