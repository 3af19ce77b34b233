import { isStaff } from '../../../core/actor.ts';
import type { Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, type Reply, say } from '../../../platform/slack/reply.ts';
import { callPhase, definitionOf } from '../../programmes/public.ts';
import type { ListValue } from '../ids.ts';
import { type CohortWorld, kindsOf, worldOf } from '../operations/index.ts';
import {
  deadlinesOfPlaces,
  openRequests,
  openRequestsOfPlaces,
  ownPlaces,
  type PlaceRow,
  placeById,
  placeOf,
  standingOf,
} from '../queries/index.ts';
import { type Group, groups, isOver, mayManage, maySee, owes } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type GroupRow, type OwnRow, ownModal, PAGE, type StaffList, staffListModal } from '../views/index.ts';

const pageOf = <T>(all: readonly T[], from: number): readonly T[] => all.slice(from, from + PAGE);

function groupRow(world: CohortWorld, group: Group, participationId: string | null, handling: Handling): GroupRow {
  const { kind, state, date, time, participationIds: ids, isOverdue } = group;
  const { kinds, places, standing, cohort } = world;
  const one = ids.length === 1 ? ids[0] : undefined;
  return {
    target: { cohortId: cohort.id, participationId, group: { kind, state, date, time } },
    label: kinds.find(({ key }) => key === kind)?.label[handling.actor.locale] ?? kind,
    isOverdue,
    names: places.filter(({ id }) => ids.includes(id)).map(({ organisation }) => organisation.name),
    deadlineId: standing.find((at) => at.kind === kind && at.participationId === one)?.id ?? null,
  };
}

async function cohortPart(handling: Handling, world: CohortWorld): Promise<NonNullable<StaffList['cohort']>> {
  const { deps, actor, now } = handling;
  const { cohort, kinds, places } = world;
  const { stages } = definitionOf(cohort);
  const label = (kind: string) => kinds.find(({ key }) => key === kind)?.label[actor.locale] ?? kind;
  const requests = await openRequests(deps.db, cohort.id);
  return {
    id: cohort.id,
    lastDay: cohort.endsOn,
    hasPlaces: places.length > 0,
    calls: cohort.calls.map((call) => ({
      callId: call.id,
      stage: stages.find(({ stage }) => stage === call.stage)?.name[actor.locale] ?? String(call.stage),
      closesAt: call.closesAt,
      phase: callPhase(call, now),
    })),
    requests: requests.map(({ id, proposedOn, deadline }) => ({
      ...{ requestId: id, until: proposedOn, label: label(deadline.kind) },
      organisation: deadline.participation.organisation.name,
    })),
  };
}

/** The list of a cohort, or of one of its places, for its staff. */
async function staffList(
  handling: Handling,
  cohortId: string,
  place: PlaceRow | null,
  list: ListValue,
): Promise<Modal | Reply> {
  const { deps, actor, now } = handling;
  const { refusals } = texts(actor.locale);
  if (!mayManage(actor, cohortId)) return ephemeral(say(refusals.not_allowed));
  const world = await worldOf(deps.db, cohortId);
  if (!world) return ephemeral(say(refusals.unknown_cohort));
  const ids = world.places.map(({ id }) => id).filter((id) => place === null || id === place.id);
  const all = groups(world.kinds, ids, world.standing, now);
  const rows = pageOf(all, list.from).map((group) => groupRow(world, group, place?.id ?? null, handling));
  const data = {
    ...{ list, heading: place?.organisation.name ?? world.cohort.name, rows, total: all.length },
    ...{ hasKinds: world.kinds.length > 0, cohort: place ? null : await cohortPart(handling, world) },
  };
  return staffListModal(data, actor.locale);
}

async function ownRows(handling: Handling, places: readonly PlaceRow[]): Promise<readonly OwnRow[]> {
  const { deps, actor, now, channelId } = handling;
  const { locale } = actor;
  const ids = places.map(({ id }) => id);
  const [rows, requests] = await Promise.all([deadlinesOfPlaces(deps.db, ids), openRequestsOfPlaces(deps.db, ids)]);
  return rows
    .map(standingOf)
    .filter(({ state }) => state !== 'cancelled')
    .sort((a, b) => Number(a.state === 'done') - Number(b.state === 'done') || (a.date < b.date ? -1 : 1))
    .flatMap((at): readonly OwnRow[] => {
      const place = places.find(({ id }) => id === at.participationId);
      const kind = place && kindsOf(place.cohort).find(({ key }) => key === at.kind);
      if (!kind) return [];
      const isMine = owes(actor, placeOf(place), kind.owes, channelId);
      const { id = null, proposedOn = '' } = requests.find(({ deadlineId }) => deadlineId === at.id) ?? {};
      return [
        {
          // Whoever owes it is spoken to; to others it has a name.
          what: (isMine ? kind.what : kind.label)[locale],
          ...{ deadlineId: at.id, date: at.date, time: at.time, owes: kind.owes, isMine },
          ...{ organisation: place.organisation.name, cohort: place.cohort.name, isDone: at.state === 'done' },
          isOverdue: at.state === 'open' && isOver(at, now),
          request: id === null ? null : { id, until: proposedOn },
        },
      ];
    });
}

async function ownList(handling: Handling, places: readonly PlaceRow[], list: ListValue, note: string | null) {
  const rows = await ownRows(handling, places);
  return ownModal({ list, rows: pageOf(rows, list.from), total: rows.length }, note, handling.actor.locale);
}

/** A list as this person may see it: staff theirs, whoever owes something their own. A refusal is said privately. */
async function listModal(handling: Handling, list: ListValue, note: string | null = null): Promise<Modal | Reply> {
  const { deps, actor, channelId } = handling;
  if ('cohortId' in list) return staffList(handling, list.cohortId, null, list);
  if ('own' in list) return ownList(handling, await ownPlaces(deps.db, actor), list, note);
  const place = await placeById(deps.db, list.participationId);
  if (place && isStaff(actor, place.cohortId)) return staffList(handling, place.cohortId, place, list);
  if (!place || !maySee(actor, placeOf(place), channelId)) return ephemeral(say(texts(actor.locale).refusals.not_seen));
  return ownList(handling, [place], list, note);
}

/** What to answer: the modal in the way given, or the refusal. */
export async function withList(
  handling: Handling,
  list: ListValue,
  reply: (modal: Modal) => Reply,
  note: string | null = null,
): Promise<Reply> {
  const shown = await listModal(handling, list, note);
  return 'kind' in shown ? shown : reply(shown);
}
