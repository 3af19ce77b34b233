import { isExpert, isStaff } from '../../../core/actor.ts';
import type { HomeOffer } from '../../../platform/feature.ts';
import { staffedCohorts } from '../../participations/public.ts';
import { countLed, ledBy } from '../queries/index.ts';
import { handOverHome, mineHome } from '../views/index.ts';

/** Experts see whom they lead; what they are asked for is among the matters of "what is next". */
export const mineOffer: HomeOffer = async (deps, actor) => {
  if (!isExpert(actor)) return null;
  const rows = await ledBy(deps.db, actor.personId);
  if (rows.length === 0) return null;
  const mine = rows.map(({ participation: { organisation, cohort, channelId } }) => ({
    organisation: organisation.name,
    town: organisation.town,
    cohort: cohort.name,
    channelId,
  }));
  return mineHome(mine, actor.locale);
};

/** Staff see the way to pass an organisation on, when anybody leads one. */
export const handOverOffer: HomeOffer = async (deps, actor) => {
  if (!isStaff(actor)) return null;
  const led = await countLed(deps.db, staffedCohorts(actor));
  return led > 0 ? handOverHome(led, actor.locale) : null;
};
