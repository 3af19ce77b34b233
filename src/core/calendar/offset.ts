import { IANAZone } from 'luxon';

const DAY = 86_400_000;

/** Minutes ahead of UTC by zone and UTC day; null on days on which the clocks change. */
const knownByZone = new Map<string, Map<number, number | null>>();

/**
 * By how many minutes the clocks of a zone are ahead of UTC at an instant (milliseconds). Asking the zone data takes
 * microseconds and planning asks thousands of times, so each day is asked for once. Throws on an unknown zone.
 */
export function offsetAt(zone: string, at: number): number {
  const known = knownByZone.get(zone) ?? new Map<number, number | null>();
  knownByZone.set(zone, known);
  const day = Math.floor(at / DAY);
  const kept = known.get(day);
  if (kept !== undefined && kept !== null) return kept;
  const clocks = IANAZone.create(zone);
  if (!clocks.isValid) throw new RangeError(`not a zone: ${zone}`);
  if (kept === null) return clocks.offset(at);
  const offset = clocks.offset(day * DAY);
  known.set(day, clocks.offset((day + 1) * DAY) === offset ? offset : null);
  return clocks.offset(at);
}
