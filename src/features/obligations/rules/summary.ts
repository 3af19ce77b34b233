import { addDays, civilOf, utcDate, WARSAW } from '../../../core/calendar/index.ts';

const DAYS_AHEAD = 7;

type Open = { readonly ownerKind: string; readonly dueAt: Date | null };

export type Summary<T> = {
  /** What staff owe themselves. */
  readonly mine: readonly T[];
  /** What others owe: past its date, within the next seven days, and the rest. */
  readonly overdue: readonly T[];
  readonly soon: readonly T[];
  readonly later: readonly T[];
};

/** Parts what is owed in a cohort as its staff look at it on Monday morning; each part keeps the given order. */
export function summaryOf<T extends Open>(rows: readonly T[], now: Date): Summary<T> {
  const lastDay = addDays(civilOf(now, WARSAW).date, DAYS_AHEAD);
  const partOf = ({ ownerKind, dueAt }: T): keyof Summary<T> => {
    if (ownerKind === 'staff') return 'mine';
    if (!dueAt) return 'later';
    if (dueAt < now) return 'overdue';
    return civilOf(dueAt, WARSAW).date <= lastDay ? 'soon' : 'later';
  };
  const parts = Map.groupBy(rows, partOf);
  const part = (name: keyof Summary<T>): readonly T[] => parts.get(name) ?? [];
  return { mine: part('mine'), overdue: part('overdue'), soon: part('soon'), later: part('later') };
}

/** How many civil days (Warsaw) something is overdue; 0: its moment has passed today. */
export const daysSince = (due: Date, now: Date): number =>
  Math.round(
    (utcDate(civilOf(now, WARSAW).date).toMillis() - utcDate(civilOf(due, WARSAW).date).toMillis()) / 86_400_000,
  );
