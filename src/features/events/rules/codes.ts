/** What somebody typed, as a code: in any case, with spaces and dashes. */
export const tidyCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

const MINUTE = 60_000;

type Session = { readonly date: string; readonly startsAt: Date; readonly endsAt: Date };

/** The date whose code is good at a moment: during its sessions, and so many minutes before the first and after the last. */
export function dateOfCode(sessions: readonly Session[], now: Date, minutes: number): string | null {
  const isNear = ({ startsAt, endsAt }: Session): boolean =>
    now.getTime() >= startsAt.getTime() - minutes * MINUTE && now.getTime() <= endsAt.getTime() + minutes * MINUTE;
  const near = sessions.find(isNear);
  if (near) return near.date;
  // Between two sessions of one date, such as at lunch.
  const around = sessions.find(
    ({ date, endsAt }) =>
      now >= endsAt && sessions.some((later) => later.date === date && later.startsAt > endsAt && now < later.startsAt),
  );
  return around?.date ?? null;
}

/** So many wrong codes in so many minutes, and a person has to wait or ask staff. */
export const MOST_TRIES = 5;
export const TRY_MINUTES = 15;
