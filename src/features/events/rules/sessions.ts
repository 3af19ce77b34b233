import { isValidDate, isValidTime, parseCivilDate, parseCivilTime, toInstant } from '../../../core/calendar/index.ts';

/** A part of an event as people say it: on a date, from – to, on the clocks of the event's zone. */
export type Session = { readonly date: string; readonly from: string; readonly to: string };
export type Timed = Session & { readonly startsAt: Date; readonly endsAt: Date };

export const MOST_SESSIONS = 12;

/** Why sessions do not do: one ends before it begins, two overlap, there are none or too many. */
export type SessionFault = 'no_session' | 'many_sessions' | 'ends_before' | 'overlap';

const asInstant = (date: string, time: string, zone: string): Date => toInstant({ date, time, zone }).instant;

/** Sessions in the order of time, with their instants (T1, T7); or why they do not do. */
export function timed(sessions: readonly Session[], zone: string): readonly Timed[] | SessionFault {
  if (sessions.length === 0) return 'no_session';
  if (sessions.length > MOST_SESSIONS) return 'many_sessions';
  const all = sessions
    .map(({ date, from, to }) => ({
      ...{ date, from, to },
      startsAt: asInstant(date, from, zone),
      endsAt: asInstant(date, to, zone),
    }))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (all.some(({ startsAt, endsAt }) => endsAt <= startsAt)) return 'ends_before';
  const isOverlapping = all.some((one, index) => one.startsAt < (all[index - 1]?.endsAt ?? one.startsAt));
  return isOverlapping ? 'overlap' : all;
}

const LINE = /^(\S+)\s+(\d{1,2}[:.]\d{2})\s*[-–—]\s*(\d{1,2}[:.]\d{2})$/u;

/** Reads lines such as `24.11.2023 9:00–15:00`; null when one of them cannot be read. */
export function parseSessions(text: string): readonly Session[] | null {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const sessions = lines.map((line): Session | null => {
    const [, date = '', from = '', to = ''] = LINE.exec(line) ?? [];
    const [on, begins, ends] = [parseCivilDate(date), parseCivilTime(from), parseCivilTime(to)];
    return on.ok && begins.ok && ends.ok ? { date: on.value, from: begins.value, to: ends.value } : null;
  });
  return sessions.every((one) => one !== null) ? sessions : null;
}

/** The line that `parseSessions` reads back. */
export const sessionLine = ({ date, from, to }: Session): string => `${date} ${from}–${to}`;

export const isSession = ({ date, from, to }: Session): boolean =>
  isValidDate(date) && isValidTime(from) && isValidTime(to);

/** The civil dates of an event, each once, in order. */
export const datesOf = (sessions: readonly { readonly date: string }[]): readonly string[] =>
  [...new Set(sessions.map(({ date }) => date))].sort();

/** Whole minutes of the sessions of these dates. */
export const minutesOf = (
  sessions: readonly { readonly date: string; readonly startsAt: Date; readonly endsAt: Date }[],
  dates: readonly string[],
): number =>
  sessions
    .filter(({ date }) => dates.includes(date))
    .reduce((sum, { startsAt, endsAt }) => sum + Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000), 0);
