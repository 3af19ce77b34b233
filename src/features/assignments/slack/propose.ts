import { isStaff } from '../../../core/actor.ts';
import type { Outcome } from '../../../core/outcome.ts';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { expertProfile } from '../../experts/public.ts';
import { type Postponed, postpone, waitingWords } from '../../undo/public.ts';
import { proposeAct, withdrawAct } from '../acts.ts';
import { IDS, oneId, overrideMetadata, pairCodec } from '../ids.ts';
import { overrideForm } from '../input.ts';
import type { ProposeRefusal, WithdrawRefusal } from '../operations/index.ts';
import { assignmentById, placeById } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { overrideModal } from '../views/index.ts';
import { isReply, placeForStaff } from './assign.ts';
import { situationOf } from './situation.ts';

/** The situation as it is now in the modal the person is in, with a word on top. */
export async function showNow({ deps, actor }: Handling, participationId: string, note: string | null): Promise<Reply> {
  const place = await placeById(deps.db, participationId);
  if (!place) return ephemeral(say(note ?? texts(actor.locale).refusals.not_open));
  return updateModal(await situationOf(deps, place, actor.locale, note === null ? {} : { note }));
}

type Refused = ProposeRefusal | WithdrawRefusal;
type Asked<V> = Outcome<Postponed<V>, Refused>;

/** What is said of an act that was asked for: it waits, or was done in the same click; a refusal shows how it is now. */
async function answer<V>(handling: Handling, asked: Asked<V>, placeId: string, done: string): Promise<Reply> {
  const { refusals, result } = texts(handling.actor.locale);
  if (asked.ok && asked.value.state === 'done') return showNow(handling, placeId, done);
  if (asked.ok) return showNow(handling, placeId, asked.value.state === 'already' ? result.already : null);
  if (asked.reason === 'not_allowed') return ephemeral(say(refusals.not_allowed));
  return showNow(handling, placeId, asked.reason === 'changed_meanwhile' ? result.changed : refusals[asked.reason]);
}

export const proposeAction = defineAction(IDS.propose, pairCodec, async (handling, pair) => {
  const { deps, actor, now } = handling;
  const asked = await postpone(deps, actor, now, proposeAct, { ...pair, overrideReason: null });
  return answer(handling, asked, pair.participationId, texts(actor.locale).result.proposed);
});

export const overrideAction = defineAction(IDS.override, pairCodec, async (handling, pair) => {
  const { deps, actor } = handling;
  const place = await placeForStaff(handling, pair.participationId);
  if (isReply(place)) return place;
  const expert = await expertProfile(deps.db, pair.expertId);
  if (!expert) return ephemeral(say(texts(actor.locale).refusals.not_expert));
  return openModal(overrideModal(pair, expert, actor.locale));
});

export const overrideView = defineView({
  id: IDS.override,
  metadata: overrideMetadata,
  form: () => overrideForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, { reason }, pair) => {
    const { deps, actor, now } = handling;
    const asked = await postpone(deps, actor, now, proposeAct, { ...pair, overrideReason: reason });
    const { proposed } = texts(actor.locale).result;
    if (!asked.ok || asked.value.state === 'already') return answer(handling, asked, pair.participationId, proposed);
    const waits = await waitingWords(deps, asked.value.id, actor.locale);
    // The ranking underneath is out of date now, so both modals close.
    return closeAllModals(waits ?? say(proposed));
  },
});

export const withdrawAction = defineAction(IDS.withdraw, oneId, async (handling, id) => {
  const { deps, actor, now } = handling;
  const { refusals, result } = texts(actor.locale);
  const asked = await postpone(deps, actor, now, withdrawAct, { assignmentId: id });
  const row = await assignmentById(deps.db, id);
  if (!row || !isStaff(actor, row.participation.cohortId)) return ephemeral(say(refusals.not_allowed));
  const late = !asked.ok && asked.reason !== 'not_allowed';
  if (late) return showNow(handling, row.participationId, result.changed);
  return answer(handling, asked, row.participationId, result.withdrawn(row.expert.name));
});
