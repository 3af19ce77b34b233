import { isStaff } from '../../../core/actor.ts';
import type { HomeOffer } from '../../../platform/feature.ts';
import { placesInTrouble, placesOf, troublesOf } from '../queries/index.ts';
import { staffedCohorts } from '../rules/index.ts';
import { ownHome, troubleHome } from '../views/index.ts';

const SHOWN = 5;

/** Staff see the channels that need them. */
export const troubleOffer: HomeOffer = async (deps, actor) => {
  if (!isStaff(actor)) return null;
  const places = await placesInTrouble(deps.db, staffedCohorts(actor));
  if (places.length === 0) return null;
  return troubleHome(await troublesOf(deps.db, places.slice(0, SHOWN)), places.length, actor.locale);
};

/** Representatives see the way to their channels. */
export const ownOffer: HomeOffer = async (deps, actor) => {
  if (actor.organisationIds.length === 0) return null;
  const places = await placesOf(deps.db, actor.organisationIds);
  return places.length > 0 ? ownHome(places, actor.locale) : null;
};
