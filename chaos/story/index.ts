import { luckOf } from '../chance.ts';
import { callStory } from './call.ts';
import { days, START } from './days.ts';
import type { Event } from './events.ts';
import { type Organisation, organisations } from './organisations.ts';
import { programmeStory } from './programme.ts';

export type Story = {
  readonly organisations: readonly Organisation[];
  /** In the order of time. */
  readonly events: readonly Event[];
  readonly ends: number;
};

const DAYS_OF_MONTH = 30.5;

/** One cohort of so many organisations over so many months, the same for the same seed. */
export function storyOf(seed: number, count: number, months: number): Story {
  const all = organisations(count, luckOf(seed, 'organisations'));
  const ends = START + days(DAYS_OF_MONTH * months);
  const events = [...callStory(all, luckOf(seed, 'call')), ...programmeStory(all, luckOf(seed, 'programme'))];
  return { organisations: all, ends, events: events.filter((one) => one.at < ends).sort((a, b) => a.at - b.at) };
}
