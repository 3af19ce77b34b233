/**
 * When hours of a week begin, found the slow way: by looking at every minute of UTC and asking the clocks of the zone
 * what they show. It knows nothing of offsets, and shares nothing with the code it is compared with.
 */
const MINUTE = 60_000;

/** What the clocks of a zone show in each minute from `from` to `until` (UTC, milliseconds): `2026-03-29 02:30`. */
function clocks(zone: string, from: number, until: number): readonly (readonly [at: number, shown: string])[] {
  const form = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const all: [number, string][] = [];
  for (let at = from; at < until; at += MINUTE) all.push([at, form.format(at)]);
  return all;
}

export type SlowClocks = {
  /** The first minute in which the clocks show this or, where they never do, the first in which they show something later (T7). */
  readonly instantOf: (date: string, time: string) => number;
  readonly shownAt: (at: number) => string;
};

/** The clocks of a zone between two UTC dates. */
export function slowClocks(zone: string, fromDate: string, untilDate: string): SlowClocks {
  const all = clocks(zone, Date.parse(`${fromDate}T00:00Z`), Date.parse(`${untilDate}T00:00Z`));
  const byInstant = new Map(all);
  const first = new Map<string, number>();
  for (const [at, shown] of all) if (!first.has(shown)) first.set(shown, at);
  return {
    shownAt: (at) => byInstant.get(at) ?? '',
    instantOf: (date, time) => {
      const wanted = `${date} ${time}`;
      // Clocks that go back show later times before they show this one; those that jump never show it.
      const known = first.get(wanted);
      return known ?? all.find(([, shown]) => shown > wanted)?.[0] ?? Number.NaN;
    },
  };
}
