import type { Db, Tx } from '../../../platform/db/client.ts';
import type { ActionChange } from '../../../platform/db/generated/client.ts';
import { definitionOf } from '../../programmes/public.ts';
import { actionSettings, actionStateOf, dateStateOf, missingObservers } from '../rules/index.ts';
import type { ActionFacts, ChangeLine, DateFacts, PlaceFacts, Where } from '../views/index.ts';
import { type ActionRow, attendsOf, type DateRow, rowsOfPlaces } from './actions.ts';
import type { PlaceRow } from './places.ts';

/** A date as views name it. */
export const dateFacts = (row: DateRow, now: Date): DateFacts => ({
  ...{ dateId: row.id, version: row.version, sequence: row.sequence, isPartly: row.isPartly, reason: row.reason },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, zone: row.zone, place: row.place },
  ...{ state: dateStateOf(row.state), hasBegun: row.startsAt <= now, isOver: row.endsAt <= now },
  ...{ attends: attendsOf(row), expert: row.expert?.name ?? null, observed: row.observed, absence: row.absence },
});

/** An action as views name it, with the dates that count. */
export const actionFacts = (row: ActionRow, now: Date): ActionFacts => ({
  ...{ actionId: row.id, participationId: row.participationId, title: row.title, state: actionStateOf(row.state) },
  organisation: row.participation.organisation.name,
  dates: row.dates.filter(({ state }) => state !== 'removed').map((date) => dateFacts(date, now)),
});

const whereOf = (startsAt: Date | null, endsAt: Date | null, place: string | null): Where | null =>
  startsAt && { startsAt, endsAt, place: place ?? '' };

/** A step of the history as views name it. */
export const changeLine = ({ act, ...row }: ActionChange): ChangeLine => ({
  act: act as ChangeLine['act'],
  from: whereOf(row.fromStarts, row.fromEnds, row.fromPlace),
  to: whereOf(row.toStarts, row.toEnds, row.toPlace),
});

/** The dates of an action that were held. */
export const heldFacts = (row: ActionRow, now: Date): readonly DateFacts[] =>
  actionFacts(row, now).dates.filter(({ state }) => state === 'held');

export const needsReport = ({ state, report }: Pick<ActionRow, 'state' | 'report'>): boolean =>
  (state === 'held' || state === 'partly') && report === null;

function isUnobserved(row: ActionRow): boolean {
  const { settings, switches } = definitionOf(row.participation.cohort);
  const { missing, open } = missingObservers(row.dates, actionSettings(settings).observedDates);
  return switches.observation && missing > 0 && open.length > 0;
}

/** Places with their actions, in the order given. */
export async function placeFacts(
  db: Db | Tx,
  places: readonly Pick<PlaceRow, 'id' | 'organisation'>[],
  now: Date,
): Promise<readonly PlaceFacts[]> {
  const rows = new Map(
    (
      await rowsOfPlaces(
        db,
        places.map(({ id }) => id),
      )
    ).map((row) => [row.participationId, row]),
  );
  return places.map(({ id, organisation }) => {
    const row = rows.get(id);
    return {
      ...{ participationId: id, organisation: organisation.name, action: row ? actionFacts(row, now) : null },
      ...{ needsReport: row ? needsReport(row) : false, isUnobserved: row ? isUnobserved(row) : false },
    };
  });
}
