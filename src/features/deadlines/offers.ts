import { isStaff } from '../../core/actor.ts';
import type { CardOffer, HomeOffer } from '../../platform/feature.ts';
import { staffedCohorts } from '../participations/public.ts';
import { listCohorts } from '../programmes/public.ts';
import { kindsOf } from './operations/index.ts';
import { deadlinesOfPlaces, openRequestsOfPlaces, ownPlaces, placeById, standingOf } from './queries/index.ts';
import type { Kind } from './rules/index.ts';
import { cardBlocks, homeBlocks, listButton } from './views/index.ts';

/** Below what the organisation owes now. */
const ORDER = 6;
const COHORTS_SHOWN = 5;

/** All dates of a place on its card, and the way to the list. A programme without deadlines adds nothing. */
export const datesPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeById(deps.db, participationId);
  const kinds = place ? kindsOf(place.cohort) : [];
  if (kinds.length === 0) return null;
  const standing = (await deadlinesOfPlaces(deps.db, [participationId])).map(standingOf);
  const requests = await openRequestsOfPlaces(deps.db, [participationId]);
  const waiting = new Set(requests.map(({ deadlineId }) => deadlineId));
  const order = (kind: string): number => kinds.findIndex(({ key }) => key === kind);
  const owesOf = (kind: string): Kind['owes'] => kinds.find(({ key }) => key === kind)?.owes ?? 'staff';
  const lines = standing
    .filter(({ state, kind }) => state !== 'cancelled' && order(kind) >= 0)
    .sort((a, b) => order(a.kind) - order(b.kind))
    .map(({ id, kind, date, time, state }) => ({
      label: kinds.find(({ key }) => key === kind)?.label[locale] ?? kind,
      ...{ due: { date, time }, isDone: state === 'done', owes: owesOf(kind), waits: waiting.has(id) },
    }));
  return {
    order: ORDER,
    blocks: cardBlocks(lines, locale),
    buttons: [listButton({ participationId, from: 0 }, locale)],
  };
};

/** Staff see the way to the lists of their cohorts, others to their own. */
export const listsOffer: HomeOffer = async (deps, actor) => {
  const isOwn = (await ownPlaces(deps.db, actor)).length > 0;
  if (!isStaff(actor)) return isOwn ? homeBlocks({ cohorts: [], isOwn }, actor.locale) : null;
  const own = staffedCohorts(actor);
  const cohorts = (await listCohorts(deps.db)).filter(({ id }) => own === null || own.includes(id));
  const shown = cohorts.slice(0, COHORTS_SHOWN).map(({ id, name }) => ({ id, name }));
  return shown.length > 0 || isOwn ? homeBlocks({ cohorts: shown, isOwn }, actor.locale) : null;
};
