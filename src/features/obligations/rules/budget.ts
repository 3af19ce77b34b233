import { addDays, civilOf, toInstant, utcDate } from '../../../core/calendar/index.ts';
import type { ReminderSettings } from '../../../core/reminders.ts';
import type { Recipient } from './obligation.ts';

const DAY = 86_400_000;
/** Day 0 was a Thursday. */
const DAYS_BEFORE_MONDAY = 3;

export type Budget = {
  readonly isLeft: (at: Date) => boolean;
  /** Reminders alone have not used it up: what would never be said otherwise may still be said. */
  readonly isLeftForLast: (at: Date) => boolean;
  /** The beginning of the next day or week, with a budget of its own. */
  readonly renewsAt: (at: Date) => Date;
  readonly spend: (at: Date) => void;
};

/** Something that was said; `isReminder`: it named matters, and was not the answer to an act. */
export type Spent = { readonly at: Date; readonly isReminder: boolean };

/**
 * The noise budget of one recipient: so many reminders a person and civil day, so many a channel and ISO week, both
 * of the recipient's zone. `said`: what the recipient was told before. Answers to acts count, for they make noise too;
 * they put reminders off, and never silence one.
 */
export function budgetOf(to: Recipient, settings: ReminderSettings, said: Iterable<Spent>): Budget {
  const most = mostFor(to, settings);
  const all = new Map<string, number>();
  const reminders = new Map<string, number>();
  const count = (of: Map<string, number>, at: Date): void => {
    const span = spanOf(to, at);
    of.set(span, (of.get(span) ?? 0) + 1);
  };
  const spend = (at: Date): void => {
    count(all, at);
    count(reminders, at);
  };
  for (const { at, isReminder } of said) {
    if (isReminder) spend(at);
    else count(all, at);
  }
  const isUnder = (of: Map<string, number>, at: Date): boolean => (of.get(spanOf(to, at)) ?? 0) < most;
  return {
    ...{ isLeft: (at) => isUnder(all, at), isLeftForLast: (at) => isUnder(reminders, at) },
    ...{ renewsAt: (at) => nextSpan(to, at), spend },
  };
}

/** One of the posts to staff is the weekly digest. */
function mostFor({ key, kind }: Recipient, settings: ReminderSettings): number {
  if (kind === 'person') return settings.noticesPerPersonDay;
  const isTaken = settings.weeklyDigest && /^staff(?::|$)/.test(key);
  return settings.postsPerChannelWeek - (isTaken ? 1 : 0);
}

/** The first moment of the next civil day, or of the next Monday. */
function nextSpan({ kind, zone }: Recipient, at: Date): Date {
  const { date } = civilOf(at, zone);
  const next = addDays(date, kind === 'person' ? 1 : 8 - utcDate(date).weekday);
  return toInstant({ date: next, time: '00:00', zone }).instant;
}

/** The day, or the number of the week from Monday to Sunday, that an instant counts to. */
function spanOf(to: Recipient, at: Date): string {
  const { date } = civilOf(at, to.zone);
  return to.kind === 'person' ? date : String(Math.floor((utcDate(date).toMillis() / DAY + DAYS_BEFORE_MONDAY) / 7));
}
