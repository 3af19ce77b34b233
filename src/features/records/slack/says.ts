import { type ActionHandler, defineAction } from '../../../platform/slack/handlers.ts';
import { ephemeral, say } from '../../../platform/slack/reply.ts';
import { decisionCodec, IDS, saysCodec } from '../ids.ts';
import { decideHow, sayHow } from '../operations/index.ts';
import { DECISIONS, SAYS, type Says } from '../rules/index.ts';
import { texts } from '../texts.ts';

const answers = (id: Says): ActionHandler =>
  defineAction(IDS[id], saysCodec, async ({ deps, actor, now, channelId }, wanted) => {
    const words = texts(actor.locale);
    const outcome = await sayHow(deps, actor, now, wanted, channelId);
    if (!outcome.ok) return ephemeral(say(words.refusals[outcome.reason]));
    const { verdict } = outcome.value;
    if (verdict === null) return ephemeral(say(words.said));
    return ephemeral(say(verdict === 'staff' ? words.saidStaff : words.saidEnded));
  });

/** One click of either side: did it take place? */
export const answerActions: readonly ActionHandler[] = SAYS.map(answers);

/** One click of staff where the sides disagree. */
export const decideActions: readonly ActionHandler[] = DECISIONS.map((decision) =>
  defineAction(IDS[decision], decisionCodec, async ({ deps, actor, now }, wanted) => {
    const words = texts(actor.locale);
    const outcome = await decideHow(deps, actor, now, wanted);
    return ephemeral(say(outcome.ok ? words.decided : words.refusals[outcome.reason]));
  }),
);
