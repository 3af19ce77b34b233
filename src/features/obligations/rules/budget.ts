import { civilOf, utcDate } from '../../../core/calendar/index.ts';
import type { ReminderSettings } from '../../../core/reminders.ts';
import type { Recipient } from './obligation.ts';

const DAY = 86_400_000;
/** Day 0 was a Thursday. */
const DAYS_BEFORE_MONDAY = 3;

export type Budget = { readonly isLeft: (at: Date) => boolean; readonly spend: (at: Date) => void };

/**
 * The noise budget of one recipient: so many reminders a person and civil day, so many a channel and ISO week, both
 * of the recipient's zone. `said`: the moments of what the recipient was told before.
 */
export function budgetOf(to: Recipient, settings: ReminderSettings, said: Iterable<Date>): Budget {
  const most = mostFor(to, settings);
  const spent = new Map<string, number>();
  const spend = (at: Date): void => {
    const span = spanOf(to, at);
    spent.set(span, (spent.get(span) ?? 0) + 1);
  };
  for (const at of said) spend(at);
  return { isLeft: (at) => (spent.get(spanOf(to, at)) ?? 0) < most, spend };
}

/** One of the posts to staff is the weekly digest. */
function mostFor({ key, kind }: Recipient, settings: ReminderSettings): number {
  if (kind === 'person') return settings.noticesPerPersonDay;
  const isTaken = settings.weeklyDigest && /^staff(?::|$)/.test(key);
  return settings.postsPerChannelWeek - (isTaken ? 1 : 0);
}

/** The day, or the number of the week from Monday to Sunday, that an instant counts to. */
function spanOf(to: Recipient, at: Date): string {
  const { date } = civilOf(at, to.zone);
  return to.kind === 'person' ? date : String(Math.floor((utcDate(date).toMillis() / DAY + DAYS_BEFORE_MONDAY) / 7));
}
