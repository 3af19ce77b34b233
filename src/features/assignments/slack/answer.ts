import { typed } from '../../../platform/slack/blocks.ts';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeModal, ephemeral, openModal, say } from '../../../platform/slack/reply.ts';
import { declineMetadata, IDS, oneId } from '../ids.ts';
import { declineForm } from '../input.ts';
import { acceptProposal, declineProposal } from '../operations/index.ts';
import { assignmentById } from '../queries/index.ts';
import { late, next, stateOf } from '../rules/index.ts';
import { type AssignmentsTexts, texts } from '../texts.ts';
import { declineModal } from '../views/index.ts';

/** What an expert is told when an answer is refused: not "staff only", but "not your question". */
const refusalWords = (reason: keyof AssignmentsTexts['refusals'], words: AssignmentsTexts): string =>
  words.refusals[reason === 'not_allowed' ? 'not_yours' : reason];

export const acceptAction = defineAction(IDS.accept, oneId, async ({ deps, actor, now }, id) => {
  const words = texts(actor.locale);
  const outcome = await acceptProposal(deps, actor, now, id);
  if (!outcome.ok) return ephemeral(say(refusalWords(outcome.reason, words)));
  const { organisation, channelId } = outcome.value;
  const channel = channelId ? words.answer.channel(channelId) : words.answer.noChannel;
  return ephemeral(say(`${words.answer.accepted(typed(organisation))} ${channel}`));
});

export const declineAction = defineAction(IDS.decline, oneId, async ({ deps, actor }, id) => {
  const words = texts(actor.locale);
  const row = await assignmentById(deps.db, id);
  if (!row || row.expertId !== actor.personId) return ephemeral(say(words.refusals.not_yours));
  const state = stateOf(row.state);
  if (!next(state, 'decline')) return ephemeral(say(words.refusals[late(state)]));
  return openModal(declineModal(id, row.participation.organisation.name, actor.locale));
});

export const declineView = defineView({
  id: IDS.decline,
  metadata: declineMetadata,
  form: () => declineForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async ({ deps, actor, now }, { category, tie, note }, { assignmentId }) => {
    const words = texts(actor.locale);
    const outcome = await declineProposal(deps, actor, now, { assignmentId, category, note, tie: tie ?? null });
    if (!outcome.ok) return closeModal(say(refusalWords(outcome.reason, words)));
    return closeModal(say(words.answer.declined(typed(outcome.value.organisation))));
  },
});
