import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { type ActionState, actionStateOf, type DateState, dateStateOf } from '../rules/index.ts';

const parts = {
  participation: { include: { cohort: true, organisation: true } },
  dates: { orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], include: { expert: true } },
  report: true,
  photos: { orderBy: { id: 'asc' } },
} satisfies Prisma.ActionInclude;

/** An action with its dates, report and place; null when there is none. Nobody's notes are among it. */
export const rowById = (db: Db | Tx, id: string) => db.action.findUnique({ where: { id }, include: parts });

export type ActionRow = NonNullable<Awaited<ReturnType<typeof rowById>>>;
export type DateRow = ActionRow['dates'][number];

export const rowOfPlace = (db: Db | Tx, participationId: string) =>
  db.action.findUnique({ where: { participationId }, include: parts });

export const rowsOfPlaces = (db: Db | Tx, participationIds: readonly string[]) =>
  db.action.findMany({ where: { participationId: { in: [...participationIds] } }, include: parts });

/** The action that this date is of; null when there is none. */
export async function rowOfDate(db: Db | Tx, dateId: string): Promise<ActionRow | null> {
  const found = await db.actionDate.findUnique({ where: { id: dateId }, select: { actionId: true } });
  return found && rowById(db, found.actionId);
}

export type Attends = 'asked' | 'agreed' | 'not';

/** A date of an action, as other features see it. `observed`: whether the observer was there, as they say. */
export type ActionDay = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly place: string;
  readonly state: Exclude<DateState, 'removed'>;
  readonly attends: Attends | null;
  readonly observed: boolean | null;
  /** Whoever agreed to come, or says that they were there; null: nobody. */
  readonly observerId: string | null;
};

/** The action of an organisation's participation: one, with its dates in order of time. */
export type Action = {
  readonly id: string;
  readonly cohortId: string;
  readonly participationId: string;
  readonly title: string;
  readonly state: ActionState;
  /** The civil day from which terms after it count; null while it is planned. */
  readonly lastDay: string | null;
  readonly dates: readonly ActionDay[];
  /** What the organisation reported, without photos; null: nothing yet. */
  readonly report: { readonly people: number; readonly description: string; readonly links: readonly string[] } | null;
};

export const attendsOf = ({ attends }: Pick<DateRow, 'attends'>): Attends | null => attends as Attends | null;
const observerOf = ({ attends, observed, expertId }: DateRow): string | null =>
  attends === 'agreed' || observed === true ? expertId : null;

function dayOf(row: DateRow): readonly ActionDay[] {
  const { id, startsAt, endsAt, zone, place, observed } = row;
  const state = dateStateOf(row.state);
  if (state === 'removed') return [];
  return [{ id, startsAt, endsAt, zone, place, state, attends: attendsOf(row), observed, observerId: observerOf(row) }];
}

const actionFrom = (row: ActionRow): Action => {
  const { id, cohortId, participationId, title, lastDay, report } = row;
  return {
    ...{ id, cohortId, participationId, title, lastDay, state: actionStateOf(row.state) },
    dates: row.dates.flatMap(dayOf),
    report: report && { people: report.people, description: report.description, links: report.links },
  };
};

/** The action of a participation; null: none is written down yet. */
export async function actionOf(db: Db | Tx, participationId: string): Promise<Action | null> {
  const row = await rowOfPlace(db, participationId);
  return row && actionFrom(row);
}

export async function actionById(db: Db | Tx, id: string): Promise<Action | null> {
  const row = await rowById(db, id);
  return row && actionFrom(row);
}
