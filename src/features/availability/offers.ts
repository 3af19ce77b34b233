import { isExpert, isStaff } from '../../core/actor.ts';
import { civilOf } from '../../core/calendar/index.ts';
import type { HomeOffer } from '../../platform/feature.ts';
import { absenceOf, availabilityOf, comingAbsences, freeTimes, zoneOf } from './queries/index.ts';
import { ownHome, staffHome } from './views/index.ts';

/** Experts see their next free time and the way to their hours. */
export const ownOffer: HomeOffer = async (deps, actor, now) => {
  if (!isExpert(actor)) return null;
  const expertId = actor.personId;
  const own = (await availabilityOf(deps.db, [expertId])).get(expertId);
  const [free = null] = own ? await freeTimes(deps, own, now, 1) : [];
  const today = civilOf(now, await zoneOf(deps.db, expertId)).date;
  const [next] = await comingAbsences(deps.db, today, expertId);
  return ownHome({ hasHours: own !== undefined, free, away: next ? absenceOf(next) : null }, actor.locale);
};

/** Staff see who is away today. */
export const staffOffer: HomeOffer = async (deps, actor, now) => {
  if (!isStaff(actor)) return null;
  const today = civilOf(now).date;
  const away = (await comingAbsences(deps.db, today, null)).filter(({ fromOn }) => fromOn <= today);
  return staffHome(
    away.map(({ expert }) => expert.person.name),
    actor.locale,
  );
};
