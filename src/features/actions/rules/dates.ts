import { addDays, civilOf, toInstant, WARSAW } from '../../../core/calendar/index.ts';

/** A date as people say it: on a day, from – to, in a place. */
export type Planned = { readonly date: string; readonly from: string; readonly to: string; readonly place: string };

/** A date with its instants, as it is stored (T1, T7). */
export const timesOf = ({ date, from, to, place }: Planned) => ({
  ...{ date, fromTime: from, toTime: to, zone: WARSAW, place },
  startsAt: toInstant({ date, time: from, zone: WARSAW }).instant,
  endsAt: toInstant({ date, time: to, zone: WARSAW }).instant,
});

type Place = { readonly startsAt: Date; readonly endsAt: Date; readonly place: string };

/** Whether two are at the same time in the same place. */
export const isSame = (one: Place, other: Place): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.endsAt.getTime() === other.endsAt.getTime() &&
  one.place === other.place;

export type DateFault = 'in_past' | 'after_end' | 'ends_before';

/** Why a date cannot be planned: it is over, lies after the cohort's last day (CO-13), or its times do not exist (T7). */
export function dateFault(planned: Planned, now: Date, endsOn: string | null): DateFault | null {
  const { startsAt, endsAt } = timesOf(planned);
  if (endsAt <= startsAt) return 'ends_before';
  if (endsAt <= now) return 'in_past';
  return endsOn !== null && planned.date > endsOn ? 'after_end' : null;
}

type Day = { readonly endsAt: Date; readonly zone: string };

/** The civil day on which a date ends. */
export const dayOf = ({ endsAt, zone }: Day): string => civilOf(endsAt, zone).date;

/** When the organisation is asked how it went: the next day at the set hour (section 7). */
export const askFrom = (day: Day, reminderTime: string): Date =>
  toInstant({ date: addDays(dayOf(day), 1), time: reminderTime, zone: day.zone }).instant;

const DAY = 86_400_000;

/** Whether a change comes so late that the other side may not have heard of it. */
export const isShortNotice = (startsAt: Date, now: Date, days: number): boolean =>
  startsAt.getTime() - now.getTime() < days * DAY;

/** So many days after a civil day, until its last minute. */
export const untilDay = (day: string, days: number) => ({ date: addDays(day, days), time: '23:59', zone: WARSAW });

/** The first instant after a named last minute (T2). */
export const overAfter = (until: { readonly date: string; readonly time: string; readonly zone: string }): Date =>
  new Date(toInstant(until).instant.getTime() + 60_000);

type Went = Day & { readonly state: string; readonly answeredAt: Date | null };

/** The civil day on which a date was over: of its end, or of the word before it that it is not to be. */
function overOn(date: Went): string {
  const saidOn = date.state === 'held' || !date.answeredAt ? null : civilOf(date.answeredAt, date.zone).date;
  const day = dayOf(date);
  return saidOn !== null && saidOn < day ? saidOn : day;
}

/** The civil day from which terms after an action count: when its last date was over; when none was held, today. */
export function lastDayOf(dates: readonly Went[], now: Date, zone: string = WARSAW): string {
  const over = dates.some(({ state }) => state === 'held') ? dates.map(overOn) : [];
  return over.toSorted().at(-1) ?? civilOf(now, zone).date;
}
