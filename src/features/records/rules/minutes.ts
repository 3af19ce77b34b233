import { civilOf } from '../../../core/calendar/index.ts';

/** A meeting as it counts. */
export type Counted = {
  readonly organisation: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** By the card; null: there is none, and it counts as long as it was booked for. */
  readonly minutes: number | null;
};

export type MonthLine = { readonly organisation: string; readonly minutes: number; readonly meetings: number };
export type Month = { readonly month: string; readonly minutes: number; readonly lines: readonly MonthLine[] };

export const minutesOfMeeting = ({ startsAt, endsAt, minutes }: Counted): number =>
  minutes ?? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

const total = (meetings: readonly Counted[]): number => meetings.reduce((sum, one) => sum + minutesOfMeeting(one), 0);

/** Minutes by month (of Warsaw's calendar, the newest first) and organisation (by name) (ME-10). */
export function monthsOf(meetings: readonly Counted[]): readonly Month[] {
  const byMonth = Map.groupBy(meetings, ({ startsAt }) => civilOf(startsAt).date.slice(0, 7));
  const linesOf = (month: readonly Counted[]): readonly MonthLine[] =>
    [...Map.groupBy(month, ({ organisation }) => organisation)]
      .map(([organisation, all]) => ({ organisation, minutes: total(all), meetings: all.length }))
      .sort((a, b) => a.organisation.localeCompare(b.organisation, 'pl'));
  return [...byMonth]
    .map(([month, all]) => ({ month, minutes: total(all), lines: linesOf(all) }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
}
