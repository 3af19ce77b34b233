import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, say, updateModal } from '../../../platform/slack/reply.ts';
import { findPeople } from '../../people/public.ts';
import { IDS, requestCodec, requestData } from '../ids.ts';
import { refuseForm } from '../input.ts';
import { approveWish, late, refuseWish } from '../operations/index.ts';
import { requestById } from '../queries/index.ts';
import { mayManage, nextRequest, requestStateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { refuseModal, shortName } from '../views/index.ts';
import { errorWords } from './form.ts';
import { withList } from './show.ts';

/** One click: granted. In the list, the list is shown as it is now. */
export const approveAction = defineAction(IDS.approve, requestCodec, async (handling, { requestId, list }) => {
  const { deps, actor, now } = handling;
  const words = texts(actor.locale);
  const outcome = await approveWish(deps, actor, now, requestId);
  if (!outcome.ok) return ephemeral(say(words.refusals[outcome.reason]));
  if (list) return withList(handling, list, updateModal);
  return ephemeral(say(words.asked.approved(shortName(outcome.value.organisation))));
});

export const refuseAction = defineAction(IDS.refuse, requestCodec, async ({ deps, actor }, { requestId, list }) => {
  const { refusals } = texts(actor.locale);
  const request = await requestById(deps.db, requestId);
  if (!request || !mayManage(actor, request.deadline.cohortId)) return ephemeral(say(refusals.not_allowed));
  const state = requestStateOf(request.state);
  if (!nextRequest(state, 'refuse')) return ephemeral(say(refusals[late(state)]));
  const [person] = await findPeople(deps.db, [request.personId]);
  const organisation = request.deadline.participation.organisation.name;
  return openModal(refuseModal({ requestId, list, person: person?.name ?? '?', organisation }, actor.locale));
});

export const refuseView = defineView({
  id: IDS.refuse,
  metadata: requestData,
  form: () => refuseForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { reason }, { requestId }) => {
    const words = texts(actor.locale);
    const outcome = await refuseWish(deps, actor, now, { id: requestId, reason });
    if (!outcome.ok) return closeAllModals(say(words.refusals[outcome.reason]));
    return closeAllModals(say(words.refuse.refused(shortName(outcome.value.organisation))));
  },
});
