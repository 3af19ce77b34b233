import { isStaff } from '../../../core/actor.ts';
import { defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { staffedCohorts } from '../../participations/public.ts';
import { IDS, type ListValue, listCodec } from '../ids.ts';
import { factsOf, settingsOf } from '../operations/index.ts';
import { comingAmong, countedOf, type ListedRow, placeById } from '../queries/index.ts';
import { sideOf, usedMinutes } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { listModal, type Row } from '../views/index.ts';

const MOST = 50;

/** A consultation as a line of this person's list. */
export function rowOf({ actor, channelId }: Pick<Handling, 'actor' | 'channelId'>, row: ListedRow): Row {
  const side = sideOf(actor, row.participation, row.expertId, channelId) ?? 'organisation';
  return {
    ...{ id: row.id, state: row.state, openUntil: row.openUntil, side },
    time: { start: row.startsAt, end: row.endsAt, zone: row.zone },
    ...{ organisation: row.participation.organisation.name, expert: row.expert.name },
  };
}

/** What concerns a person: as the expert, for the organisations they represent, and as staff. */
export function comingOf({ deps, actor, now }: Pick<Handling, 'deps' | 'actor' | 'now'>) {
  const cohorts = isStaff(actor) ? staffedCohorts(actor) : [];
  const own = [
    { expertId: actor.personId },
    { participation: { organisationId: { in: [...actor.organisationIds] } } },
    { cohortId: { in: [...(cohorts ?? [])] } },
  ];
  return comingAmong(deps.db, cohorts === null ? {} : { OR: own }, now, MOST);
}

async function listOfPlace(handling: Handling, participationId: string): Promise<Reply> {
  const { deps, actor, now, channelId } = handling;
  const place = await placeById(deps.db, participationId);
  const leader = place?.assignments[0]?.expertId ?? '';
  const side = place && sideOf(actor, factsOf(place), leader, channelId);
  if (!place || !side) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const rows = await comingAmong(deps.db, { participationId }, now, MOST);
  const { expertHours: hours } = settingsOf(place.cohort);
  const quota = hours === null ? null : { used: usedMinutes(await countedOf(deps.db, participationId)), hours };
  const shown = rows.map((row) => rowOf(handling, row));
  const bookable = side === 'expert' ? null : participationId;
  const data = { rows: shown, reader: actor.timeZone, quota, participationId: bookable };
  return openModal(listModal(data, actor.locale));
}

/** The consultations of one organisation, or the person's own, with what can be done. */
export async function listFor(handling: Handling, of: ListValue): Promise<Reply> {
  if ('participationId' in of) return listOfPlace(handling, of.participationId);
  const { actor } = handling;
  const rows = (await comingOf(handling)).map((row) => rowOf(handling, row));
  const data = { rows, reader: actor.timeZone, quota: null, participationId: null };
  return openModal(listModal(data, actor.locale));
}

export const listAction = defineAction(IDS.list, listCodec, listFor);
