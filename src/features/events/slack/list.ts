import { isExpert, isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { participationOfChannel, staffedCohorts } from '../../participations/public.ts';
import { cohortOfChannel, listCohorts } from '../../programmes/public.ts';
import { dayCodec, dayValue, IDS, listCodec, needsListCodec, peopleCodec } from '../ids.ts';
import { texts } from '../texts.ts';
import { chooseModal } from '../views/index.ts';
import { showAttendance } from './attendance.ts';
import { showNeeds, showPeople } from './room.ts';
import { withList } from './show.ts';

const COHORTS_SHOWN = 50;

async function choose(handling: Handling): Promise<Reply> {
  const { deps, actor } = handling;
  const own = staffedCohorts(actor);
  const cohorts = (await listCohorts(deps.db)).filter(({ id }) => own === null || own.includes(id));
  const [first, ...more] = cohorts;
  if (!first) return ephemeral(say(texts(actor.locale).refusals.unknown_cohort));
  if (more.length === 0) return withList(handling, { cohortId: first.id, from: 0 }, openModal);
  return openModal(chooseModal(cohorts.slice(0, COHORTS_SHOWN), actor.locale));
}

async function start(handling: Handling): Promise<Reply> {
  const { deps, actor, channelId } = handling;
  const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
  const cohort = channelId ? (place?.cohort ?? (await cohortOfChannel(deps.db, channelId))) : null;
  if (cohort && isStaff(actor, cohort.id)) return withList(handling, { cohortId: cohort.id, from: 0 }, openModal);
  return isStaff(actor) ? choose(handling) : withList(handling, { own: true, from: 0 }, openModal);
}

export const eventCommand: CommandHandler = {
  words: ['event', 'events', 'wydarzenie', 'wydarzenia'],
  help: (actor, locale) => {
    if (isStaff(actor)) return texts(locale).help.staff;
    return isExpert(actor) || actor.organisationIds.length > 0 ? texts(locale).help.own : null;
  },
  run: start,
};

/** In the place of the choice of a cohort, where that is open, so that there is room for the forms (Slack contract 5.2). */
export const listAction = defineAction(IDS.list, listCodec, (handling, list) => withList(handling, list, updateModal));

/** The pages of all lists of events share their buttons; the value says which list it is. */
const anyPage = {
  decode: (raw: string | null) =>
    listCodec.decode(raw) ?? dayCodec.decode(raw) ?? peopleCodec.decode(raw) ?? needsListCodec.decode(raw),
};

const turn = (id: string) =>
  defineAction(id, anyPage, (handling, value) => {
    if ('own' in value || 'cohortId' in value) return withList(handling, value, updateModal);
    if ('needsFrom' in value) return showNeeds(handling, value, updateModal);
    const day = dayValue.safeParse(value);
    if (day.success) return showAttendance(handling, day.data, updateModal);
    return showPeople(handling, value, updateModal);
  });
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);
