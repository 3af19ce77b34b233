import { isChiefStaff, isStaff } from '../../core/actor.ts';
import { type CommandHandler, defineAction } from '../../platform/slack/handlers.ts';
import { ephemeral, say } from '../../platform/slack/reply.ts';
import { IDS, noticeId } from './ids.ts';
import { retryNotice } from './operations.ts';
import { listUndelivered } from './queries.ts';
import { texts } from './texts.ts';
import { undeliveredList } from './views.ts';

const SHOWN = 20;

export const undeliveredCommand: CommandHandler = {
  words: ['undelivered', 'niedostarczone'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help : null),
  run: async ({ deps, actor }) => {
    if (!isStaff(actor)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
    const cohorts = isChiefStaff(actor) ? null : actor.roles.flatMap((held) => (held.cohortId ? [held.cohortId] : []));
    return ephemeral(undeliveredList(await listUndelivered(deps.db, cohorts, SHOWN), actor.locale));
  },
};

export const retryAction = defineAction(IDS.retry, noticeId, async ({ deps, actor, now }, id) => {
  const outcome = await retryNotice(deps, actor, now, id);
  const words = texts(actor.locale);
  return ephemeral(say(outcome.ok ? words.retried : words.refusals[outcome.reason]));
});
