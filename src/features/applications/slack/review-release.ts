import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { postpone, waitingWords } from '../../undo/public.ts';
import { releaseAct } from '../acts.ts';
import { placeCodec, REVIEW_IDS, releasePlace, seenCodec } from '../ids/decisions.ts';
import { releaseForm } from '../input/decisions.ts';
import type { ReleaseRefusal } from '../operations/release.ts';
import { markTold } from '../operations/told.ts';
import { decisionTexts, releaseTexts } from '../texts/decisions.ts';
import { notAllowed, showByHand, showList, showRelease } from './review-pages.ts';

export const releaseAction = defineAction(REVIEW_IDS.release, placeCodec, (handling, place) =>
  showRelease(handling, place),
);

function refusalWords(handling: Handling, reason: Exclude<ReleaseRefusal, 'not_allowed'>): string {
  const { locale } = handling.actor;
  if (reason === 'changed_meanwhile') return releaseTexts(locale).changed;
  return reason === 'nothing' ? releaseTexts(locale).nothing : decisionTexts(locale).refusals[reason];
}

export const releaseView = defineView({
  id: REVIEW_IDS.release,
  metadata: releasePlace,
  form: () => releaseForm,
  error: (_reason, locale) => decisionTexts(locale).refusals.wrong_state,
  run: async (handling, publish, { from, seen }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const words = releaseTexts(actor.locale);
    const outcome = await postpone(deps, actor, now, releaseAct, { callId: from.callId, seen, publish });
    if (outcome.ok && outcome.value.state === 'done') return closeModal(say(words.released(outcome.value.value.told)));
    if (outcome.ok && outcome.value.state === 'already') return showRelease(handling, from, words.waits.already);
    if (outcome.ok) return closeModal((await waitingWords(deps, outcome.value.id, actor.locale)) ?? say(words.title));
    if (outcome.reason === 'not_allowed') return notAllowed(handling);
    if (outcome.reason === 'already_released') return showList(handling, from);
    return showRelease(handling, from, refusalWords(handling, outcome.reason));
  },
});

const turnByHand = (id: string) => defineAction(id, placeCodec, (handling, place) => showByHand(handling, place));

export const byHandActions = [REVIEW_IDS.byHand, REVIEW_IDS.previousByHand, REVIEW_IDS.nextByHand].map(turnByHand);

export const toldAction = defineAction(REVIEW_IDS.told, seenCodec, async (handling, { id, from }) => {
  const { deps, actor, now } = handling;
  const outcome = await markTold(deps, actor, now, id);
  return outcome.ok ? showByHand(handling, from) : notAllowed(handling);
});
