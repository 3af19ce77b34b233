import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, say } from '../../../platform/slack/reply.ts';
import { choiceData, IDS, oneId } from '../ids.ts';
import { wishForm } from '../input.ts';
import { claimOffer, joinQueue, leaveQueue } from '../operations/index.ts';
import { texts, timeText } from '../texts.ts';
import { spanOf } from './change.ts';
import { formError } from './form.ts';

export const joinView = defineView({
  id: IDS.join,
  metadata: choiceData,
  form: () => wishForm,
  error: formError,
  run: async ({ deps, actor, now, channelId }, { wish }, ids) => {
    const words = texts(actor.locale);
    const outcome = await joinQueue(deps, actor, now, { ...ids, wish, channelId });
    const said = outcome.ok ? words.empty.joined(outcome.value.ahead) : words.refusals[outcome.reason];
    return closeAllModals(say(said));
  },
});

export const claimAction = defineAction(IDS.claim, oneId, async ({ deps, actor, now, channelId }, consultationId) => {
  const words = texts(actor.locale);
  const outcome = await claimOffer(deps, actor, now, { consultationId, channelId });
  if (!outcome.ok) return ephemeral(say(words.refusals[outcome.reason]));
  const time = timeText(spanOf(outcome.value), actor.locale, actor.timeZone);
  return ephemeral(
    say(outcome.value.state === 'requested' ? words.details.requested(time) : words.details.booked(time)),
  );
});

/** In a message and in a form alike. */
export const leaveAction = defineAction(IDS.leave, oneId, async ({ deps, actor, now, channelId }, entryId) => {
  const words = texts(actor.locale);
  const outcome = await leaveQueue(deps, actor, now, { entryId, channelId });
  return ephemeral(say(outcome.ok ? words.left : words.refusals[outcome.reason]));
});
