import { addDays, type CivilMoment, closesAfter, termEnd, utcDate, WARSAW } from '../../../core/calendar/index.ts';
import type { Following, Kind } from './kinds.ts';

/** Calendar days from one civil date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round(utcDate(to).diff(utcDate(from), 'days').days);

/** The date that follows `from` by the rule: a term (T4) ends on no free day, exact days may. */
export const follows = (from: string, { days, count }: Following): string =>
  count === 'term' ? termEnd(from, days) : addDays(from, days);

/** The whole named minute still counts (T2), so a moment is over one minute later. */
export const isOver = (moment: { readonly date: string; readonly time: string }, now: Date): boolean =>
  closesAfter({ ...moment, zone: WARSAW }, 'inclusive').getTime() <= now.getTime();

/** A date as the kind may have it: never after the funder's last day where the kind says so (CO-13). */
export const within = (date: string, kind: Pick<Kind, 'latest'>, lastDay: string | null): string =>
  kind.latest === 'funder' && lastDay !== null && date > lastDay ? lastDay : date;

/** Where a kind's date lies when the one it follows lies at `from`: by its rule, never after the last day. */
export const followingDate = (from: string, kind: Kind, lastDay: string | null): string =>
  within(kind.after ? follows(from, kind.after) : from, kind, lastDay);

/** A date on Warsaw's clocks, where all deadlines are announced (T1). */
export const inWarsaw = (date: string, time: string): CivilMoment => ({ date, time, zone: WARSAW });
