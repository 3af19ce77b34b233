import { isExpert, isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { participationOfChannel, staffedCohorts } from '../../participations/public.ts';
import { callById, cohortOfChannel, definitionOf, listCohorts } from '../../programmes/public.ts';
import { historyCodec, IDS, type ListValue, listCodec } from '../ids.ts';
import { kindsOf } from '../operations/index.ts';
import { deadlineById, type HistoryRow, historyOf, placeOf } from '../queries/index.ts';
import { type Moment, mayManage, maySee } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { chooseModal, type HistoryStep, historyModal } from '../views/index.ts';
import { withList } from './show.ts';

const COHORTS_SHOWN = 50;

/** What the person means where they are: the organisation or cohort of the channel, else what is theirs. */
async function meant({ deps, actor, channelId }: Handling): Promise<ListValue | 'choose'> {
  const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
  if (place) return { participationId: place.id, from: 0 };
  const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
  if (cohort && isStaff(actor, cohort.id)) return { cohortId: cohort.id, from: 0 };
  return isStaff(actor) ? 'choose' : { own: true, from: 0 };
}

async function choose(handling: Handling): Promise<Reply> {
  const { deps, actor } = handling;
  const own = staffedCohorts(actor);
  const cohorts = (await listCohorts(deps.db)).filter(({ id }) => own === null || own.includes(id));
  const [first, ...more] = cohorts;
  if (!first) return ephemeral(say(texts(actor.locale).refusals.unknown_cohort));
  if (more.length === 0) return withList(handling, { cohortId: first.id, from: 0 }, openModal);
  return openModal(chooseModal(cohorts.slice(0, COHORTS_SHOWN), actor.locale));
}

export const deadlineCommand: CommandHandler = {
  words: ['deadline', 'deadlines', 'termin', 'terminy'],
  help: (actor, locale) => {
    if (isStaff(actor)) return texts(locale).help.staff;
    return isExpert(actor) || actor.organisationIds.length > 0 ? texts(locale).help.own : null;
  },
  run: async (handling) => {
    const list = await meant(handling);
    return list === 'choose' ? choose(handling) : withList(handling, list, openModal);
  },
};

export const listAction = defineAction(IDS.list, listCodec, (handling, list) => withList(handling, list, openModal));

const turn = (id: string) => defineAction(id, listCodec, (handling, list) => withList(handling, list, updateModal));
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);

const momentOf = (date: string | null, time: string | null): Moment | null =>
  date !== null && time !== null ? { date, time } : null;

const stepOf = (row: HistoryRow): HistoryStep => ({
  act: row.act as HistoryStep['act'],
  from: momentOf(row.fromOn, row.fromTime),
  to: momentOf(row.toOn, row.toTime),
  origin: row.origin as HistoryStep['origin'],
  person: row.person,
  reason: row.reason,
  at: row.at,
});

/** What the history is of, for those who may see it; null for others. */
async function subject({ deps, actor, channelId }: Handling, of: { deadlineId: string } | { callId: string }) {
  if ('callId' in of) {
    const call = await callById(deps.db, of.callId);
    if (!call || !mayManage(actor, call.cohortId)) return null;
    return definitionOf(call.cohort).stages.find(({ stage }) => stage === call.stage)?.name[actor.locale] ?? '';
  }
  const row = await deadlineById(deps.db, of.deadlineId);
  if (!row || !maySee(actor, placeOf(row.participation), channelId)) return null;
  const { cohort, organisation } = row.participation;
  const label = kindsOf(cohort).find(({ key }) => key === row.kind)?.label[actor.locale] ?? row.kind;
  return `${label}: ${organisation.name}`;
}

export const historyAction = defineAction(IDS.history, historyCodec, async (handling, of) => {
  const { deps, actor } = handling;
  const label = await subject(handling, of);
  if (label === null) return ephemeral(say(texts(actor.locale).refusals.not_seen));
  return openModal(historyModal(label, (await historyOf(deps.db, of)).map(stepOf), actor.locale));
});
