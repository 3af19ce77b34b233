import { DateTime, IANAZone } from 'luxon';

/** The zone of every announced deadline (T1). */
export const WARSAW = 'Europe/Warsaw';

/** A wall-clock moment as people say it: `date` is `YYYY-MM-DD`, `time` is `HH:MM`, `zone` an IANA name. */
export type CivilMoment = { readonly date: string; readonly time: string; readonly zone: string };

/** `gap`: the wall-clock time does not exist that day; `overlap`: it happens twice. Staff is warned of both (T7). */
export type Shift = 'none' | 'gap' | 'overlap';

const MINUTE = 60_000;

/**
 * The instant of a wall-clock time (T1). A time that does not exist becomes the next existing minute,
 * one that happens twice means the first (T7). Throws on a malformed date, time or zone: parse first.
 */
export function toInstant(civil: CivilMoment): { readonly instant: Date; readonly shift: Shift } {
  const naive = naiveMillis(civil);
  const possible = instantsAt(naive, civil.zone);
  const [first] = possible;
  if (first !== undefined) return { instant: new Date(first), shift: possible.length > 1 ? 'overlap' : 'none' };
  // A gap is at most a day long, even where a country jumped over the date line.
  for (let later = naive + MINUTE; later <= naive + 1440 * MINUTE; later += MINUTE) {
    const [next] = instantsAt(later, civil.zone);
    if (next !== undefined) return { instant: new Date(next), shift: 'gap' };
  }
  throw new RangeError(`no such time: ${civil.date} ${civil.time} ${civil.zone}`);
}

/** What the clocks of `zone` show at an instant; seconds are dropped. */
export function civilOf(instant: Date, zone: string = WARSAW): CivilMoment {
  const local = DateTime.fromJSDate(instant, { zone });
  if (!local.isValid) throw new RangeError(`not a moment in ${zone}`);
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm'), zone };
}

/** A real calendar date written `YYYY-MM-DD`. */
export function isValidDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && DateTime.fromISO(date, { zone: 'utc' }).isValid;
}

/** A wall-clock time written `HH:MM`, 00:00 to 23:59. */
export function isValidTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return utcDate(date).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Midnight UTC of a civil date: calendar arithmetic without any zone. Throws on a malformed date. */
export function utcDate(date: string): DateTime<true> {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  if (!isValidDate(date) || !day.isValid) throw new RangeError(`not a date: ${date}`);
  return day;
}

function naiveMillis(civil: CivilMoment): number {
  if (!isValidTime(civil.time)) throw new RangeError(`not a time: ${civil.time}`);
  if (!IANAZone.isValidZone(civil.zone)) throw new RangeError(`not a zone: ${civil.zone}`);
  const [hours, minutes] = civil.time.split(':').map(Number);
  return utcDate(civil.date).toMillis() + ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE;
}

/** Every instant, earliest first, at which the clocks of the zone show this wall-clock time. */
function instantsAt(naive: number, zone: string): readonly number[] {
  const clocks = IANAZone.create(zone);
  const offsets = [-1440, 1440].map((around) => clocks.offset(naive + around * MINUTE));
  const candidates = [...new Set(offsets)].map((offset) => naive - offset * MINUTE);
  return candidates.filter((instant) => instant + clocks.offset(instant) * MINUTE === naive).sort((a, b) => a - b);
}
