import { civilOf, utcDate, WARSAW } from '../../../core/calendar/index.ts';

/** A message as it is counted. `recipient` names one person or channel; days are those of `zone`. */
export type Counted = {
  readonly at: Date;
  readonly recipient: string;
  readonly isPerson: boolean;
  readonly zone?: string;
};

export type Figures = {
  readonly total: number;
  readonly recipients: number;
  /** The most for one recipient on one day. */
  readonly oneDayMost: number;
  readonly personDayMost: number;
  /** In one week, Monday to Sunday. */
  readonly channelWeekMost: number;
  /** The day with the most messages to all, on Warsaw's clocks; the first of such days. */
  readonly busiest: { readonly date: string; readonly count: number } | null;
};

const dayOf = ({ at, zone = WARSAW }: Counted): string => civilOf(at, zone).date;
const weekOf = (one: Counted): string => utcDate(dayOf(one)).toFormat("kkkk-'W'WW");

function counts(all: readonly Counted[], nameOf: (one: Counted) => string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const one of all) found.set(nameOf(one), (found.get(nameOf(one)) ?? 0) + 1);
  return found;
}

const most = (all: readonly Counted[], nameOf: (one: Counted) => string): number =>
  Math.max(0, ...counts(all, nameOf).values());

/** How many messages these are, to how many, and at most how many at once (N6, N7). */
export function figuresOf(all: readonly Counted[]): Figures {
  const ownDay = (one: Counted): string => `${one.recipient} ${dayOf(one)}`;
  const ownWeek = (one: Counted): string => `${one.recipient} ${weekOf(one)}`;
  const days = [...counts(all, ({ at }) => civilOf(at, WARSAW).date)];
  const [busiest] = days.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return {
    total: all.length,
    recipients: new Set(all.map(({ recipient }) => recipient)).size,
    oneDayMost: most(all, ownDay),
    personDayMost: most(
      all.filter(({ isPerson }) => isPerson),
      ownDay,
    ),
    channelWeekMost: most(
      all.filter(({ isPerson }) => !isPerson),
      ownWeek,
    ),
    busiest: busiest ? { date: busiest[0], count: busiest[1] } : null,
  };
}
