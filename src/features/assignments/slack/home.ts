import { isExpert } from '../../../core/actor.ts';
import type { HomeOffer } from '../../../platform/feature.ts';
import { ledBy } from '../queries/index.ts';
import { mineHome } from '../views/index.ts';

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
