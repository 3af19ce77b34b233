import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { expertProfile } from '../../experts/public.ts';
import { IDS, oneId, overrideMetadata, pairCodec } from '../ids.ts';
import { overrideForm } from '../input.ts';
import { type Proposal, proposeExpert, withdrawProposal } from '../operations/index.ts';
import { placeById } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { overrideModal } from '../views/index.ts';
import { isReply, placeForStaff } from './assign.ts';
import { situationOf } from './situation.ts';

/** The situation as it is now in the modal the person is in, with a word on top. */
async function showNow({ deps, actor }: Handling, participationId: string, note: string): Promise<Reply> {
  const place = await placeById(deps.db, participationId);
  return place ? updateModal(await situationOf(deps, place, actor.locale, { note })) : ephemeral(say(note));
}

/** `done`: what follows a proposal that was made; a refusal shows the situation as it is now. */
async function propose(handling: Handling, proposal: Proposal, done: () => Promise<Reply>): Promise<Reply> {
  const { deps, actor, now } = handling;
  const { refusals, result } = texts(actor.locale);
  const outcome = await proposeExpert(deps, actor, now, proposal);
  if (outcome.ok) return done();
  if (outcome.reason === 'not_allowed') return ephemeral(say(refusals.not_allowed));
  const note = outcome.reason === 'changed_meanwhile' ? result.changed : refusals[outcome.reason];
  return showNow(handling, proposal.participationId, note);
}

export const proposeAction = defineAction(IDS.propose, pairCodec, (handling, pair) =>
  propose(handling, { ...pair, overrideReason: null }, () =>
    showNow(handling, pair.participationId, texts(handling.actor.locale).result.proposed),
  ),
);

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
  run: (handling, { reason }, pair) =>
    // The ranking underneath is out of date now, so both modals close.
    propose(handling, { ...pair, overrideReason: reason }, async () =>
      closeAllModals(say(texts(handling.actor.locale).result.proposed)),
    ),
});

export const withdrawAction = defineAction(IDS.withdraw, oneId, async (handling, id) => {
  const { deps, actor, now } = handling;
  const { refusals, result } = texts(actor.locale);
  const outcome = await withdrawProposal(deps, actor, now, id);
  if (outcome.ok) return showNow(handling, outcome.value.participationId, result.withdrawn(outcome.value.expert));
  if (outcome.reason === 'not_allowed') return ephemeral(say(refusals.not_allowed));
  const row = await deps.db.assignment.findUnique({ where: { id }, select: { participationId: true } });
  return row ? showNow(handling, row.participationId, result.changed) : ephemeral(say(refusals[outcome.reason]));
});
