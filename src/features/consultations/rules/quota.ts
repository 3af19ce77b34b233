const MINUTE = 60_000;

export type Counted = {
  readonly state: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** As the card counts them; null: as long as it was booked for. */
  readonly minutesCounted: number | null;
};

/** Elapsed minutes, whatever the clocks do meanwhile. */
export const minutesBetween = (from: Date, until: Date): number =>
  Math.round((until.getTime() - from.getTime()) / MINUTE);

const planned = ({ startsAt, endsAt }: Counted): number => minutesBetween(startsAt, endsAt);

/**
 * Whole minutes of an organisation's hours that are used: what is asked for, booked and took place, and no-shows after
 * the first, which costs nothing (N20).
 */
export function usedMinutes(all: readonly Counted[]): number {
  const taken = all.filter(({ state }) => state === 'requested' || state === 'booked').map(planned);
  const held = all.filter(({ state }) => state === 'held').map((one) => one.minutesCounted ?? planned(one));
  const missed = all
    .filter(({ state }) => state === 'no_show')
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .slice(1)
    .map(planned);
  return [...taken, ...held, ...missed].reduce((sum, minutes) => sum + minutes, 0);
}

/** Whether so many minutes more fit into the organisation's hours; null hours: there is no limit. */
export const isWithinQuota = (hours: number | null, used: number, minutes: number): boolean =>
  hours === null || used + minutes <= hours * 60;
