import type { ReminderSettings } from '../../../core/reminders.ts';
import type { Budget } from './budget.ts';
import { isAllowedHour, isOnWorkingDay, lastDigest, nextDigest } from './hours.ts';
import { isDead, type Lane, type Reminder } from './track.ts';

/** What is said to one recipient at one moment: of each matter the newest reminder. */
export type Utterance = { readonly at: Date; readonly reminders: readonly Reminder[] };

export type Span = {
  /** Up to here everything was said; not included. */
  readonly from: Date;
  /** The moment of this run: what fell due since `from` is said now, all of it at once. */
  readonly now: Date;
  readonly to: Date;
};

/** A run so late is still on time: what is said keeps its planned moment. */
const ON_TIME = 5 * 60_000;

/**
 * What a recipient is told, in the order of time. A reminder is said at its moment, with everything that waits; when
 * the budget is spent it waits for the next digest, a working day at the set hour, unless answers to acts have spent it
 * and its matter would be over by then. Depends on nothing but what is
 * still to be said, so that it makes no difference how a span is cut into runs.
 */
export function utterances(lane: Lane, settings: ReminderSettings, budget: Budget, span: Span): readonly Utterance[] {
  const desk = deskOf(lane, budget, settings);
  desk.fallDue(span.from);
  if (span.now > span.from) catchUp(desk, lane, settings, span);
  let stop = nextStop(desk, lane, settings, span.now);
  while (stop && stop.at <= span.to) {
    const asked = desk.fallDue(stop.at);
    if (asked || stop.isDigest) desk.say(stop.at);
    stop = nextStop(desk, lane, settings, stop.at);
  }
  return desk.told;
}

/** The next moment at which there may be something to say: a reminder falls due, or what waits meets a digest. */
function nextStop(desk: Desk, { to }: Lane, { reminderTime }: ReminderSettings, after: Date) {
  const due = desk.nextAt();
  if (!desk.isWaiting()) {
    return due && { at: due, isDigest: isSame(due, nextDigest(new Date(due.getTime() - 1), reminderTime, to.zone)) };
  }
  const digest = nextDigest(after, reminderTime, to.zone);
  return due && due < digest ? { at: due, isDigest: false } : { at: digest, isDigest: true };
}

const isSame = (a: Date, b: Date): boolean => a.getTime() === b.getTime();

/**
 * Says at once what a run has missed (SY-1): one message instead of many. Late ones keep to the quiet hours, and to
 * working days unless something is counted in hours; else they wait for the next digest.
 */
function catchUp(desk: Desk, { to }: Lane, settings: ReminderSettings, { from, now }: Span): void {
  const digest = lastDigest(now, settings.reminderTime, to.zone);
  const asked = desk.fallDue(now);
  const newest = Math.max(asked?.getTime() ?? 0, digest > from ? digest.getTime() : 0);
  if (newest === 0) return;
  if (now.getTime() - newest <= ON_TIME) desk.say(new Date(newest));
  else if (isAllowedHour(now, settings, to.zone) && (desk.isPressing() || isOnWorkingDay(now, to.zone))) desk.say(now);
}

type Desk = ReturnType<typeof deskOf>;

/** The reminders of one recipient: those to come, those that wait to be said, those said. */
function deskOf(lane: Lane, budget: Budget, { reminderTime }: ReminderSettings) {
  const coming = lane.reminders.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const waiting = new Map<string, Reminder>();
  const told: Utterance[] = [];
  let index = 0;
  /** Something would be dead by the first digest of the next budget, and nothing else is to be said of it until then. */
  const isLastChance = (at: Date): boolean => {
    const renewed = budget.renewsAt(at);
    const digest = nextDigest(new Date(renewed.getTime() - 1), reminderTime, lane.to.zone);
    const later = coming.slice(index).filter((next) => next.at >= renewed && !isDead(next, next.at));
    const comesAgain = ({ one, until }: Reminder): boolean =>
      later.some((next) => next.one.key === one.key && (until === null || next.until !== null));
    return [...waiting.values()].some((reminder) => isDead(reminder, digest) && !comesAgain(reminder));
  };
  return {
    told,
    nextAt: (): Date | undefined => coming[index]?.at,
    isWaiting: (): boolean => waiting.size > 0,
    isPressing: (): boolean => [...waiting.values()].some(({ unit }) => unit === 'hours'),
    /** Lets everything up to a moment fall due; gives the moment of the last that asks to be said at once. */
    fallDue: (until: Date): Date | null => {
      let asked: Date | null = null;
      for (let next = coming[index]; next && next.at <= until; next = coming[index]) {
        waiting.set(next.one.key, next);
        if (!next.isQuiet) asked = next.at;
        index += 1;
      }
      return asked;
    },
    /** Says everything that waits, unless the budget is spent. */
    say: (at: Date): void => {
      for (const [key, reminder] of waiting) if (isDead(reminder, at)) waiting.delete(key);
      if (waiting.size === 0) return;
      if (!budget.isLeft(at) && !(budget.isLeftForLast(at) && isLastChance(at))) return;
      budget.spend(at);
      told.push({ at, reminders: [...waiting.values()] });
      waiting.clear();
    },
  };
}
