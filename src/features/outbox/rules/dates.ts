import { addDays, utcDate } from '../../../core/calendar/index.ts';

/** A kind of deadline as a rehearsal asks for it: those that follow another get their date from it. */
export type RehearsedKind = { readonly key: string; readonly after?: { readonly kind: string } };

/** How far a cohort without a last day is looked at, in days. */
const HALF_YEAR = 182;

/** Dates to begin with: the kinds that follow no other, spread evenly between the start and the last day. */
export function proposedDates(
  kinds: readonly RehearsedKind[],
  start: string,
  lastDay: string | null,
): ReadonlyMap<string, string> {
  const first = kinds.filter(({ after }) => !after);
  const end = lastDay !== null && lastDay > start ? lastDay : addDays(start, HALF_YEAR);
  const days = Math.round(utcDate(end).diff(utcDate(start), 'days').days);
  return new Map(
    first.map(({ key }, index) => [
      key,
      addDays(start, Math.max(1, Math.floor((days * (index + 1)) / (first.length + 1)))),
    ]),
  );
}

/** The dates of all kinds: those given, and those that follow from them; a kind without either has none. */
export function allDates<K extends RehearsedKind>(
  kinds: readonly K[],
  given: ReadonlyMap<string, string>,
  follow: (from: string, kind: K) => string,
): ReadonlyMap<string, string> {
  const dates = new Map(given);
  for (let changed = true; changed; ) {
    changed = false;
    for (const kind of kinds) {
      const from = kind.after && dates.get(kind.after.kind);
      if (!from || dates.has(kind.key)) continue;
      dates.set(kind.key, follow(from, kind));
      changed = true;
    }
  }
  return dates;
}
