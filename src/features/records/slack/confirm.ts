import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, say } from '../../../platform/slack/reply.ts';
import { findPeople } from '../../people/public.ts';
import { cardCodec, commentData, IDS, versionCodec } from '../ids.ts';
import { commentForm } from '../input.ts';
import { commentCard, confirmCard } from '../operations/index.ts';
import { meetingOf, meetingOfCard } from '../queries/index.ts';
import { cardContent, sideOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { commentModal, versionsModal } from '../views/index.ts';
import { errorWords } from './card.ts';

export const confirmAction = defineAction(IDS.confirm, versionCodec, async (handling, seen) => {
  const { deps, actor, now, channelId } = handling;
  const words = texts(actor.locale);
  const outcome = await confirmCard(deps, actor, now, seen, channelId);
  return ephemeral(say(outcome.ok ? words.confirmDone : words.refusals[outcome.reason]));
});

export const commentAction = defineAction(IDS.comment, versionCodec, async (handling, seen) => {
  const { deps, actor, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const row = await meetingOfCard(deps.db, seen.cardId);
  const side = row && sideOf(actor, meetingOf(row), channelId);
  if (!side) return ephemeral(say(refusals.not_allowed));
  if (side === 'expert') return ephemeral(say(refusals.not_yours));
  return openModal(commentModal(seen, actor.locale));
});

export const commentView = defineView({
  id: IDS.comment,
  metadata: commentData,
  form: () => commentForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { comment }, seen) => {
    const words = texts(actor.locale);
    const outcome = await commentCard(deps, actor, now, { ...seen, text: comment }, channelId);
    return closeAllModals(say(outcome.ok ? words.comment.sent : words.refusals[outcome.reason]));
  },
});

/** All versions with the remarks on them, for those whom the meeting concerns. */
export const versionsAction = defineAction(IDS.versions, cardCodec, async (handling, { cardId }) => {
  const { deps, actor, channelId } = handling;
  const row = await meetingOfCard(deps.db, cardId);
  if (!row?.card || !sideOf(actor, meetingOf(row), channelId))
    return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const { versions, comments } = row.card;
  const people = await findPeople(deps.db, [...new Set(comments.map(({ personId }) => personId))]);
  const shown = versions.flatMap(({ number, writtenAt, content }) => {
    const read = cardContent.safeParse(content).data;
    return read ? [{ number, at: writtenAt, content: read }] : [];
  });
  const said = comments.map(({ number, personId, at, text }) => ({
    ...{ number, at, text },
    person: people.find(({ id }) => id === personId)?.name ?? '?',
  }));
  return openModal(versionsModal({ expert: row.expert.name, versions: shown, comments: said }, actor.locale));
});
