import { type CivilMoment, WARSAW } from '../../../core/calendar/index.ts';
import { reminderKeys } from './obligation.ts';

type Dated = {
  readonly key: string;
  readonly openedAt: Date;
  readonly startsAt: Date | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly zone: string;
};

/** What the reminders of a written matter hang on: its key, since when it counts, and its date. */
export function matterOf({ key, openedAt, startsAt, dueOn, dueTime, zone }: Dated) {
  const due: CivilMoment | null = dueOn && dueTime ? { date: dueOn, time: dueTime, zone: zone || WARSAW } : null;
  return { key, openedAt: startsAt && startsAt > openedAt ? startsAt : openedAt, due };
}

/** Whether somebody waits for an answer about the date: nothing is said meanwhile. */
export const isPaused = (params: unknown): boolean => Boolean((params as { paused?: boolean }).paused);

type Row = Dated & {
  readonly closedAt: Date | null;
  readonly endsAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly params: unknown;
};

/** Whether a matter is owed at `now`: neither settled, nor over, nor still to come. */
export const isOwed = ({ closedAt, startsAt, endsAt }: Row, now: Date): boolean =>
  closedAt === null && !(startsAt && startsAt > now) && !(endsAt && endsAt <= now);

/** What staff may say of a reminder in the outbox: do not say it, or say it now, snoozed or not. */
export type StaffSay = 'withheld' | 'now';

/**
 * Whether a reminder that is written down is still worth saying: its matter is owed and not put off, and its date is
 * the one the reminder is about. One that staff send at once is said although its owner asked for a later one.
 */
export function isStillMeant(
  { key, step, staffSay }: { readonly key: string; readonly step: string; readonly staffSay: string | null },
  row: Row,
  now: Date,
): boolean {
  const isSnoozed = row.snoozedUntil !== null && row.snoozedUntil > now && staffSay !== ('now' satisfies StaffSay);
  return isOwed(row, now) && !isPaused(row.params) && !isSnoozed && key === reminderKeys(matterOf(row))(step);
}
