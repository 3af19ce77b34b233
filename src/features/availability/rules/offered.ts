import { addDays, civilOf, minutesOfDay } from '../../../core/calendar/index.ts';
import type { Availability, OfferedTime, Part, Terms } from './availability.ts';
import { partsOf } from './day.ts';

const MINUTE = 60_000;
const QUARTER = 15;

/** The instants between which times are wanted; `from` is included, `to` is not. */
export type Span = { readonly now: Date; readonly from?: Date; readonly to?: Date };

/**
 * Minutes from one offered time to the next: a consultation with its buffers, up to a whole quarter of an hour. So
 * neighbours can all be booked, nothing between them is lost, and people are offered few times that are easy to say.
 */
export const stepOf = ({ bufferBefore, minutes, bufferAfter }: Terms): number =>
  Math.ceil((bufferBefore + minutes + bufferAfter) / QUARTER) * QUARTER;

/**
 * The times of one part of a civil day, as instants. Times are civil steps from its beginning: one that does not exist
 * becomes the next existing minute, one that happens twice means the first (T7). Each lasts its minutes of real time
 * and ends within the part.
 */
function startsOf(part: Part, terms: Terms, at: (minute: number) => number): readonly number[] {
  const starts: number[] = [];
  const last = at(part.to) - terms.minutes * MINUTE;
  const step = stepOf(terms);
  for (let minute = part.from; minute < part.to; minute += step) {
    const start = at(minute);
    if (start > last) break;
    if (start !== starts.at(-1)) starts.push(start);
  }
  return starts;
}

function timeAt({ expertId, terms }: Availability, part: Part, start: number): OfferedTime {
  const end = start + terms.minutes * MINUTE;
  return {
    expertId,
    start: new Date(start),
    end: new Date(end),
    busyFrom: new Date(start - terms.bufferBefore * MINUTE),
    busyUntil: new Date(end + terms.bufferAfter * MINUTE),
    zone: terms.zone,
    kinds: part.kinds.length > 0 ? part.kinds : terms.kinds,
    place: terms.place,
    link: terms.link,
  };
}

/** The civil dates to look at: from the first instant wanted to the end of the span or of the horizon. */
function datesOf({ zone, horizonDays }: Terms, first: number, { now, to }: Span): readonly string[] {
  const horizon = addDays(civilOf(now, zone).date, horizonDays);
  const wanted = to ? civilOf(to, zone).date : horizon;
  const last = wanted < horizon ? wanted : horizon;
  const dates: string[] = [];
  for (let date = civilOf(new Date(first), zone).date; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The times of one civil day, in order. */
function timesOn(availability: Availability, date: string): readonly OfferedTime[] {
  const parts = partsOf(availability, date);
  if (parts.length === 0) return [];
  const at = minutesOfDay(date, availability.terms.zone);
  return parts.flatMap((part) =>
    startsOf(part, availability.terms, at).map((start) => timeAt(availability, part, start)),
  );
}

/**
 * The times at which an expert can be met, in order and each once (ME-4): those of the weekly hours and exceptions that
 * do not begin before `now` with the notice time, nor after the last civil day of the horizon, nor in an absence.
 * Bookings are not looked at. Weekly hours are civil times of the expert's zone (T6, T7).
 */
export function offeredTimes(availability: Availability, span: Span): readonly OfferedTime[] {
  const { terms } = availability;
  const first = Math.max(span.now.getTime() + terms.noticeMinutes * MINUTE, span.from?.getTime() ?? -Infinity);
  const until = span.to?.getTime() ?? Infinity;
  if (until <= first) return [];
  const times = datesOf(terms, first, span).flatMap((date) => timesOn(availability, date));
  return times.filter(({ start }) => first <= start.getTime() && start.getTime() < until);
}
