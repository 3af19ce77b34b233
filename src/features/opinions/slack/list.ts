import { isExpert, isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { participationOfChannel } from '../../participations/public.ts';
import { cohortOfChannel } from '../../programmes/public.ts';
import { IDS, type ListValue, listCodec } from '../ids.ts';
import {
  dueOf,
  type OpinionRow,
  opinionOfPlace,
  opinionsOfCohort,
  ownOpinions,
  standingOf,
  writersOf,
} from '../queries/index.ts';
import { sideOf, stateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type ListRow, listModal, PAGE } from '../views/index.ts';
import { openOpinion } from './open.ts';

async function rowsOf({ deps, actor }: Handling, rows: readonly OpinionRow[]): Promise<readonly ListRow[]> {
  const writers = await writersOf(deps.db, rows);
  return rows.map((row) => ({
    ...{ opinionId: row.id, organisation: row.participation.organisation.name, writer: writers.get(row.id) ?? null },
    ...{ state: stateOf(row.state), number: row.number, due: dueOf(row) },
    side: sideOf(actor, standingOf(row), null) ?? 'organisation',
  }));
}

async function show(handling: Handling, list: ListValue, reply: typeof openModal): Promise<Reply> {
  const { deps, actor } = handling;
  if ('cohortId' in list && !isStaff(actor, list.cohortId))
    return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const all =
    'cohortId' in list
      ? await opinionsOfCohort(deps.db, list.cohortId)
      : await ownOpinions(deps.db, actor.personId, actor.organisationIds);
  const rows = await rowsOf(handling, all.slice(list.from, list.from + PAGE));
  return reply(listModal({ list, rows, total: all.length }, actor.locale));
}

export const listAction = defineAction(IDS.list, listCodec, (handling, list) => show(handling, list, openModal));
const turn = (id: string) => defineAction(id, listCodec, (handling, list) => show(handling, list, updateModal));
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);

/** In an organisation's channel its opinion; in a cohort's the list for its staff; elsewhere one's own. */
export const opinionCommand: CommandHandler = {
  words: ['opinion', 'opinions', 'opinia', 'opinie'],
  help: (actor, locale) =>
    isStaff(actor) || isExpert(actor) || actor.organisationIds.length > 0 ? texts(locale).help : null,
  run: async (handling) => {
    const { deps, actor, channelId } = handling;
    const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
    if (place) {
      const row = await opinionOfPlace(deps.db, place.id);
      return row ? openOpinion(handling, row) : ephemeral(say(texts(actor.locale).refusals.nothing));
    }
    const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
    const list: ListValue =
      cohort && isStaff(actor, cohort.id) ? { cohortId: cohort.id, from: 0 } : { own: true, from: 0 };
    return show(handling, list, openModal);
  },
};
