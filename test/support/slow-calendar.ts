/**
 * Reminder moments worked out the slow way, to check the fast one by: clocks are asked minute by minute through Intl,
 * holidays are a list written by hand, Easter is Gauss's. Shares no line with the product.
 */
const MINUTE = 60_000;
const DAY = 1440;
const [SET_HOUR, MORNING, EVENING] = ['09:00', '08:00', '20:00'];

const warsaw = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
  timeStyle: 'short',
});

const shown = new Map<number, string>();

/** What Warsaw clocks show at a minute since 1970: `2026-03-29 03:00`. */
function clock(minute: number): string {
  const known = shown.get(minute);
  if (known !== undefined) return known;
  const text = warsaw.format(minute * MINUTE);
  shown.set(minute, text);
  return text;
}

const found = new Map<string, number>();
const midnight = (date: string): number => Date.parse(`${date}T00:00Z`) / MINUTE;

/** The first minute at which the clocks show a time or, when they jump over it, something later (T7). */
export function minuteOf(date: string, time: string): number {
  const wanted = `${date} ${time}`;
  let minute = found.get(wanted) ?? midnight(date) - 3 * 60;
  while (clock(minute) < wanted) minute += 1;
  found.set(wanted, minute);
  return minute;
}

const daysLater = (date: string, days: number): string =>
  new Date((midnight(date) + days * DAY) * MINUTE).toISOString().slice(0, 10);

/** Gauss's Easter; right from 1900 to 2099. */
export function easter(year: number): string {
  const d = (19 * (year % 19) + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const isLate = (d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10);
  return daysLater(`${year}-03-22`, d + e - (isLate ? 7 : 0));
}

/** A Saturday, a Sunday or a day of the law's list; Christmas Eve since 2025. */
function isFree(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const fixed = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'];
  const easterSunday = easter(year);
  const [easterMonday, whitSunday, corpusChristi] = [1, 49, 60].map((days) => daysLater(easterSunday, days));
  const weekday = new Date(`${date}T12:00Z`).getUTCDay();
  return (
    weekday === 6 ||
    weekday === 0 ||
    fixed.includes(date.slice(5)) ||
    [easterSunday, easterMonday, whitSunday, corpusChristi].includes(date) ||
    (year >= 2025 && date.endsWith('12-24'))
  );
}

export type SlowCase = {
  readonly openedAt: number;
  readonly due: { readonly date: string; readonly time: string };
  readonly openingDays?: readonly number[];
  readonly days?: readonly number[];
  readonly workingDays?: readonly number[];
  readonly hours?: readonly number[];
  readonly onDay?: boolean;
  readonly afterDays?: readonly number[];
};

type Slow = { readonly step: string; readonly minute: number };

/** Until a working day, one day after the other; `by` is 1 or -1. */
function stepOff(date: string, by: number): string {
  let on = date;
  while (isFree(on)) on = daysLater(on, by);
  return on;
}

function workingDaysBefore(date: string, count: number): string {
  let on = date;
  for (let left = count; left > 0; left -= 1) on = stepOff(daysLater(on, -1), -1);
  return on;
}

/** Minute by minute back to one at which something may be said. */
function intoTheDay(minute: number): number {
  let at = minute;
  while (clock(at).slice(11) < `${MORNING}` || clock(at).slice(11) > `${EVENING}`) at -= 1;
  return at;
}

/** What a rule of owner's steps gives, as `step minute` in the order of time; of two at a moment the later in this list. */
export function slowMoments(given: SlowCase): readonly Slow[] {
  const { openedAt, due } = given;
  const dueMinute = minuteOf(due.date, due.time);
  const nine = (date: string): number => minuteOf(date, `${SET_HOUR}`);
  const far = (numbers: readonly number[] = []): number[] => [...numbers].sort((a, b) => b - a);
  const near = (numbers: readonly number[] = []): number[] => [...numbers].sort((a, b) => a - b);
  const before: Slow[] = [
    ...near(given.openingDays).map((days) => ({
      step: `opening:${days}d`,
      minute: nine(stepOff(daysLater(clock(openedAt).slice(0, 10), days), 1)),
    })),
    ...far(given.days).map((days) => ({
      step: `before:${days}d`,
      minute: nine(stepOff(daysLater(due.date, -days), -1)),
    })),
    ...far(given.workingDays).map((days) => ({
      step: `before:${days}wd`,
      minute: nine(workingDaysBefore(due.date, days)),
    })),
    ...far(given.hours).map((hours) => ({ step: `before:${hours}h`, minute: intoTheDay(dueMinute - hours * 60) })),
    ...(given.onDay ? [{ step: 'day', minute: nine(stepOff(due.date, -1)) }] : []),
  ];
  const after = near(given.afterDays).map((days) => ({
    step: `after:${days}d`,
    minute: nine(stepOff(daysLater(due.date, days), 1)),
  }));
  const kept = [...before.filter(({ minute }) => minute >= openedAt && minute <= dueMinute), ...after];
  const atMinute = new Map(kept.map((one) => [one.minute, one]));
  return [...atMinute.values()].sort((a, b) => a.minute - b.minute);
}
