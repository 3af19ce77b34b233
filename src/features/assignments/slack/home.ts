import { isExpert, isStaff } from '../../../core/actor.ts';
import type { HomeOffer } from '../../../platform/feature.ts';
import { staffedCohorts } from '../../participations/public.ts';
import { assignmentsOfExpert, placesWithoutExpert, waitingAmong } from '../queries/index.ts';
import { mineHome, waitingHome } from '../views/index.ts';

/** Staff see how many organisations wait. */
export const waitingOffer: HomeOffer = async (deps, actor) => {
  if (!isStaff(actor)) return null;
  const places = await placesWithoutExpert(deps.db, staffedCohorts(actor));
  const waiting = waitingAmong(places).length;
  return places.length > 0 ? waitingHome(waiting, places.length - waiting, actor.locale) : null;
};

/** Experts see what they are asked for and whom they lead. */
export const mineOffer: HomeOffer = async (deps, actor) => {
  if (!isExpert(actor)) return null;
  const rows = await assignmentsOfExpert(deps.db, actor.personId);
  if (rows.length === 0) return null;
  const mine = rows.map(({ id, state, participation: { organisation, cohort, subject, channelId } }) => ({
    assignmentId: id,
    isActive: state === 'active',
    organisation: organisation.name,
    town: organisation.town,
    cohort: cohort.name,
    subject,
    channelId,
  }));
  return mineHome(mine, actor.locale);
};
