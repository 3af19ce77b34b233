import type { Deps } from '../../../platform/deps.ts';
import { type Availability, type OfferedTime, offeredTimes } from '../rules/index.ts';

/** The next times that are offered and that nothing booked or asked for takes, at most so many. */
export async function freeTimes(
  deps: Deps,
  availability: Availability,
  now: Date,
  most: number,
): Promise<readonly OfferedTime[]> {
  const offered = offeredTimes(availability, { now });
  const [from, until] = [offered[0]?.busyFrom, offered.at(-1)?.busyUntil];
  if (!from || !until) return [];
  const asked = deps.offers.booked.map((ask) => ask(deps.db, availability.expertId, { from, until, now }));
  const booked = (await Promise.all(asked)).flat();
  const isFree = (one: OfferedTime): boolean =>
    !booked.some(({ busyFrom, busyUntil }) => one.busyFrom < busyUntil && busyFrom < one.busyUntil);
  return offered.filter(isFree).slice(0, most);
}
