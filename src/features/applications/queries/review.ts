import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import type { ListPlace } from '../ids/decisions.ts';
import type { Decision } from '../rules/decisions.ts';
import { countGroups, type Group, groupOf, OPEN_GROUPS, PAGE_SIZE } from '../rules/groups.ts';
import { APPLICATION_STATES } from '../rules/machine.ts';

/** The states of a group where nothing is prepared yet; `groupOf` decides which they are. */
const statesOf = (group: Group) => APPLICATION_STATES.filter((state) => groupOf(state, null) === group);
const TO_CHECK = statesOf('to_check');
const IN_CHOICE = statesOf('to_decide');

type Where = Prisma.ApplicationWhereInput;

const decided = (decision: Decision): Where => ({
  OR: [{ state: decision }, { state: { in: IN_CHOICE }, preparedDecision: decision }],
});

/** The rows of a group; mirrors `groupOf`. */
function inGroup(group: Group): Where {
  switch (group) {
    case 'to_confirm':
      return { state: 'awaiting_confirmation' };
    case 'to_check':
      return { state: { in: TO_CHECK } };
    case 'to_decide':
      return { state: { in: IN_CHOICE }, preparedDecision: null };
    case 'formally_rejected':
    case 'withdrawn':
      return { state: group };
    default:
      return decided(group);
  }
}

/** What waits for this person: their own late entries wait for somebody else (APP-10). */
function toDoBy(personId: string): Where {
  const waiting = OPEN_GROUPS.map((group) =>
    group === 'to_confirm' ? { ...inGroup(group), editorId: { not: personId } } : inGroup(group),
  );
  return { OR: waiting };
}

/** Staff see what was sent; drafts, and drafts withdrawn before they were sent, stay with the applicant. */
const sent = (callId: string): Where => ({ callId, state: { not: 'draft' }, receivedAt: { not: null } });

function filtered(place: ListPlace, personId: string): Where {
  const { voivodeship } = place;
  const somewhere: Where[] = voivodeship
    ? [
        {
          OR: [
            { organisation: { voivodeship } },
            { organisationId: null, answers: { path: ['voivodeship'], equals: voivodeship } },
          ],
        },
      ]
    : [];
  return {
    AND: [
      sent(place.callId),
      ...(place.group ? [inGroup(place.group)] : []),
      ...(place.todo ? [toDoBy(personId)] : []),
      ...somewhere,
    ],
  };
}

const ORDER: Prisma.ApplicationOrderByWithRelationInput[] = [
  { number: { sort: 'asc', nulls: 'last' } },
  { receivedAt: 'asc' },
  { id: 'asc' },
];

const ROW = {
  id: true,
  number: true,
  organisationName: true,
  answers: true,
  state: true,
  receivedAt: true,
  preparedDecision: true,
  reservePosition: true,
  organisation: { select: { name: true, town: true, voivodeship: true } },
} as const;

/** How many applications of a call stand in each group. */
export async function groupCounts(db: Db | Tx, callId: string): Promise<Readonly<Record<Group, number>>> {
  const rows = await db.application.groupBy({
    by: ['state', 'preparedDecision'],
    where: sent(callId),
    _count: { _all: true },
  });
  return countGroups(rows.map((row) => ({ state: row.state, prepared: row.preparedDecision, count: row._count._all })));
}

/** One page of the list as this person filters it; a page after the last one is the last. Four queries in all. */
export async function listPage(db: Db, place: ListPlace, personId: string) {
  const where = filtered(place, personId);
  const [counts, total] = await Promise.all([groupCounts(db, place.callId), db.application.count({ where })]);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(place.page, pages);
  const rows = await db.application.findMany({
    where,
    select: ROW,
    orderBy: ORDER,
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { counts, total, pages, page, rows };
}

export type ListPage = Awaited<ReturnType<typeof listPage>>;
export type ListRow = ListPage['rows'][number];

/** Where an application stands among those the filters show; `index` is null when they do not show it any more. */
export async function neighbours(db: Db, place: ListPlace, personId: string, id: string) {
  const rows = await db.application.findMany({
    where: filtered(place, personId),
    select: { id: true },
    orderBy: ORDER,
  });
  const at = rows.findIndex((row) => row.id === id);
  return {
    total: rows.length,
    index: at < 0 ? null : at + 1,
    previous: at > 0 ? (rows[at - 1]?.id ?? null) : null,
    next: at >= 0 ? (rows[at + 1]?.id ?? null) : (rows[0]?.id ?? null),
  };
}

export type Neighbours = Awaited<ReturnType<typeof neighbours>>;

const WHOLE = {
  organisation: true,
  call: true,
  cohort: true,
  editor: { select: { id: true, name: true } },
  _count: { select: { submissions: true } },
  /** Who sent what counts now. */
  submissions: { where: { late: false }, orderBy: { sequence: 'desc' }, take: 1, select: { personId: true } },
} satisfies Prisma.ApplicationInclude;

/** An application with everything that staff see of it; null when there is none. */
export const findForReview = (db: Db | Tx, id: string) => db.application.findUnique({ where: { id }, include: WHOLE });

export type Reviewed = NonNullable<Awaited<ReturnType<typeof findForReview>>>;

const SHOWN_LINES = 10;

/** The latest acts on an application with the names of who did them, newest first. */
export async function historyOf(db: Db | Tx, applicationId: string, limit = SHOWN_LINES) {
  const entries = await db.journalEntry.findMany({
    where: { subject: 'application', subjectId: applicationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const ids = entries.flatMap((entry) => entry.personId ?? []);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return entries.map(({ at, act, from, to, reason, personId }) => ({
    at,
    act,
    from,
    to,
    reason,
    person: personId ? (names.get(personId) ?? null) : null,
    byBot: personId === null,
  }));
}

export type HistoryEntry = Awaited<ReturnType<typeof historyOf>>[number];
