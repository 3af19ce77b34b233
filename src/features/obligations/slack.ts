import { formatMoment } from '../../core/dates-text.ts';
import { type ActionHandler, defineAction } from '../../platform/slack/handlers.ts';
import { ephemeral, say } from '../../platform/slack/reply.ts';
import { IDS, messageCodec } from './ids.ts';
import { snooze } from './operations/snooze.ts';
import { texts } from './texts.ts';

const snoozeBy = (id: string, days: number): ActionHandler =>
  defineAction(id, messageCodec, async ({ deps, actor, now }, { messageId }) => {
    const outcome = await snooze(deps, actor, now, { messageId, days });
    const { reminder, refusals } = texts(actor.locale);
    if (!outcome.ok) return ephemeral(say(refusals[outcome.reason]));
    return ephemeral(say(reminder.snoozed(formatMoment(outcome.value, actor.locale, actor.timeZone))));
  });

export const tomorrowAction = snoozeBy(IDS.tomorrow, 1);
export const laterAction = snoozeBy(IDS.later, 3);
