import { isStaff } from '../../../core/actor.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { staffedCohorts } from '../../participations/public.ts';
import { IDS, type ListValue, listCodec } from '../ids.ts';
import { factsOf, settingsOf } from '../operations/index.ts';
import { comingAmong, countComing, countedOf, type ListedRow, placeById } from '../queries/index.ts';
import { sideOf, usedMinutes } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { listModal, PAGE, type Row } from '../views/index.ts';

/** A consultation as a line of this person's list. */
function rowOf({ actor, channelId }: Pick<Handling, 'actor' | 'channelId'>, row: ListedRow): Row {
  const side = sideOf(actor, row.participation, row.expertId, channelId) ?? 'organisation';
  return {
    ...{ id: row.id, state: row.state, openUntil: row.openUntil, side },
    time: { start: row.startsAt, end: row.endsAt, zone: row.zone },
    ...{ organisation: row.participation.organisation.name, expert: row.expert.name },
  };
}

type Asking = Pick<Handling, 'deps' | 'actor' | 'now' | 'channelId'>;

/** One page of what is coming; a page that is no more is the last that there is. */
async function pageOf(asking: Asking, which: Prisma.ConsultationWhereInput, wanted: number) {
  const { deps, now } = asking;
  const total = await countComing(deps.db, which, now);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(wanted, pages);
  const rows = await comingAmong(deps.db, which, now, PAGE, (page - 1) * PAGE);
  return { rows: rows.map((row) => rowOf(asking, row)), total, page, pages };
}

/** What concerns a person: as the expert, for the organisations they represent, and as staff. */
export function comingOf(asking: Asking, page = 1) {
  const { actor } = asking;
  const cohorts = isStaff(actor) ? staffedCohorts(actor) : [];
  const own = [
    { expertId: actor.personId },
    { participation: { organisationId: { in: [...actor.organisationIds] } } },
    { cohortId: { in: [...(cohorts ?? [])] } },
  ];
  return pageOf(asking, cohorts === null ? {} : { OR: own }, page);
}

type Show = (modal: Modal) => Reply;

async function listOfPlace(handling: Handling, of: ListValue & { participationId: string }, show: Show) {
  const { deps, actor, channelId } = handling;
  const { participationId } = of;
  const place = await placeById(deps.db, participationId);
  const leader = place?.assignments[0]?.expertId ?? '';
  const side = place && sideOf(actor, factsOf(place), leader, channelId);
  if (!place || !side) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const shown = await pageOf(handling, { participationId }, of.page ?? 1);
  const { expertHours: hours } = settingsOf(place.cohort);
  const quota = hours === null ? null : { used: usedMinutes(await countedOf(deps.db, participationId)), hours };
  const bookable = side === 'expert' ? null : participationId;
  return show(listModal({ ...shown, of, reader: actor.timeZone, quota, participationId: bookable }, actor.locale));
}

/** The consultations of one organisation, or the person's own, with what can be done. */
export async function listFor(handling: Handling, of: ListValue, show: Show = openModal): Promise<Reply> {
  if ('participationId' in of) return listOfPlace(handling, of, show);
  const { actor } = handling;
  const shown = await comingOf(handling, of.page);
  const data = { ...shown, of, reader: actor.timeZone, quota: null, participationId: null };
  return show(listModal(data, actor.locale));
}

export const listAction = defineAction(IDS.list, listCodec, (handling, of) => listFor(handling, of));
const turnPage = (handling: Handling, of: ListValue) => listFor(handling, of, updateModal);
export const previousAction = defineAction(IDS.listPrevious, listCodec, turnPage);
export const nextAction = defineAction(IDS.listNext, listCodec, turnPage);
