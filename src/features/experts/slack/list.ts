import { isStaff } from '../../../core/actor.ts';
import { civilOf } from '../../../core/calendar/index.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, openModal, say, updateModal } from '../../../platform/slack/reply.ts';
import { IDS, pageCodec } from '../ids.ts';
import { expertFields, listExperts } from '../queries.ts';
import { mayList } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { expertList } from '../views/index.ts';

async function listAt({ deps, actor, now }: Handling, page: number): Promise<Modal> {
  const [experts, fields] = await Promise.all([listExperts(deps.db), expertFields(deps)]);
  return expertList(experts, fields, { page, today: civilOf(now).date }, actor.locale);
}

export const listCommand: CommandHandler = {
  words: ['experts', 'eksperci', 'expert', 'ekspert'],
  help: () => null,
  run: async (handling) => {
    const { actor } = handling;
    if (!mayList(actor)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
    return openModal(await listAt(handling, 0));
  },
};

const turn = (id: string) =>
  defineAction(id, pageCodec, async (handling, { page }) => {
    const { actor } = handling;
    if (!isStaff(actor)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
    return updateModal(await listAt(handling, page));
  });

export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);
