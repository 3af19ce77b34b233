import { isStaff } from '../../core/actor.ts';
import { formatMoment } from '../../core/dates-text.ts';
import { type ActionHandler, defineAction, type Handling } from '../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../platform/slack/reply.ts';
import { allCodec, IDS, messageCodec } from './ids.ts';
import { allOf } from './operations/digest.ts';
import { snooze } from './operations/snooze.ts';
import { texts } from './texts.ts';
import { allModal, PAGE } from './views/index.ts';

const snoozeBy = (id: string, days: number): ActionHandler =>
  defineAction(id, messageCodec, async ({ deps, actor, now }, { messageId }) => {
    const outcome = await snooze(deps, actor, now, { messageId, days });
    const { reminder, refusals } = texts(actor.locale);
    if (!outcome.ok) return ephemeral(say(refusals[outcome.reason]));
    return ephemeral(say(reminder.snoozed(formatMoment(outcome.value, actor.locale, actor.timeZone))));
  });

export const tomorrowAction = snoozeBy(IDS.tomorrow, 1);
export const laterAction = snoozeBy(IDS.later, 3);

type At = { readonly cohortId: string; readonly from: number };

/** A page of everything that is owed in a cohort, for its staff. */
async function showAll({ deps, actor }: Handling, { cohortId, from }: At, reply: typeof openModal): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  if (!isStaff(actor, cohortId)) return ephemeral(say(refusals.not_allowed));
  const list = await allOf(deps, cohortId, from, PAGE, actor.locale);
  return list ? reply(allModal(list, actor.locale)) : ephemeral(say(refusals.unknown_cohort));
}

export const allAction = defineAction(IDS.all, allCodec, (handling, at) => showAll(handling, at, openModal));
export const previousAction = defineAction(IDS.previous, allCodec, (handling, at) =>
  showAll(handling, at, updateModal),
);
export const nextAction = defineAction(IDS.next, allCodec, (handling, at) => showAll(handling, at, updateModal));
