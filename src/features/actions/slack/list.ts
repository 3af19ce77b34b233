import { isExpert, isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { openModal, type Reply, updateModal } from '../../../platform/slack/reply.ts';
import { participationOfChannel } from '../../participations/public.ts';
import { cohortById, cohortOfChannel } from '../../programmes/public.ts';
import { IDS, listCodec } from '../ids.ts';
import { ownPlaces, placeFacts, placesOfCohort, rowOfPlace } from '../queries/index.ts';
import { sideOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { listModal, PAGE } from '../views/index.ts';
import { showPage } from './page.ts';
import { openPlan, refused } from './plan.ts';

async function showCohort(
  { deps, actor, now }: Handling,
  { cohortId, from }: { readonly cohortId: string; readonly from: number },
  reply: (modal: Modal) => Reply,
): Promise<Reply> {
  const cohort = isStaff(actor, cohortId) ? await cohortById(deps.db, cohortId) : null;
  if (!cohort) return refused('not_allowed', actor.locale);
  const all = await placesOfCohort(deps.db, cohortId);
  const rows = await placeFacts(deps.db, all.slice(from, from + PAGE), now);
  const { id, name } = cohort;
  return reply(listModal({ cohort: { id, name }, from, total: all.length, rows, mayPlan: true }, actor.locale));
}

async function showOwn({ deps, actor, now }: Handling): Promise<Reply> {
  const { locale, personId, organisationIds } = actor;
  const places = await ownPlaces(deps.db, personId, organisationIds);
  const rows = await placeFacts(deps.db, places.slice(0, PAGE), now);
  const mayPlan = organisationIds.length > 0;
  return openModal(listModal({ cohort: null, from: 0, total: rows.length, rows, mayPlan }, locale));
}

/** In an organisation's channel its action, or the form for it; staff in their cohort's channels all; elsewhere one's own. */
async function start(handling: Handling): Promise<Reply> {
  const { deps, actor, channelId } = handling;
  const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
  if (place) {
    const row = await rowOfPlace(deps.db, place.id);
    if (row) return showPage(handling, row.id, null, openModal);
    if (sideOf(actor, place, channelId)) return openPlan(handling, place.id);
  }
  const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
  if (cohort && isStaff(actor, cohort.id)) return showCohort(handling, { cohortId: cohort.id, from: 0 }, openModal);
  return showOwn(handling);
}

export const actionCommand: CommandHandler = {
  words: ['action', 'actions', 'działanie', 'działania', 'dzialanie', 'dzialania'],
  help: (actor, locale) => {
    if (isStaff(actor)) return texts(locale).helpStaff;
    return isExpert(actor) || actor.organisationIds.length > 0 ? texts(locale).help : null;
  },
  run: start,
};

const turn = (id: string) => defineAction(id, listCodec, (handling, list) => showCohort(handling, list, updateModal));
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);
