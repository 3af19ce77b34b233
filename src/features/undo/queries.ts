import { type Actor, isChiefStaff } from '../../core/actor.ts';
import type { Db, Tx } from '../../platform/db/client.ts';
import type { WaitingAct } from '../../platform/db/generated/client.ts';
import { findPeople } from '../people/public.ts';
import { recentSince } from './rules.ts';

/** The waiting acts that are due, the longest due first. */
export const dueActs = (db: Db, now: Date) =>
  db.waitingAct.findMany({
    where: { state: 'waiting', dueAt: { lte: now } },
    select: { id: true, kind: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: 1_000,
  });

/** The next moment after `after` at which an act is done by itself; null when none waits. */
export async function nextAct(db: Db, after: Date): Promise<Date | null> {
  const where = { state: 'waiting', dueAt: { gt: after } };
  return (await db.waitingAct.aggregate({ where, _min: { dueAt: true } }))._min.dueAt;
}

export const actById = (db: Db | Tx, id: string): Promise<WaitingAct | null> =>
  db.waitingAct.findUnique({ where: { id } });

/** An act that waits, as other features may show it. */
export type Waiting = {
  readonly id: string;
  readonly kind: string;
  readonly params: unknown;
  readonly key: string;
  readonly byPerson: string;
  readonly dueAt: Date;
};

const SHOWN = { id: true, kind: true, params: true, key: true, byPerson: true, dueAt: true } as const;

/** What waits for these things, by key: one act at most for each. */
export async function waitingFor(db: Db | Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Waiting>> {
  const where = { state: 'waiting', key: { in: [...keys] } };
  const found = keys.length === 0 ? [] : await db.waitingAct.findMany({ where, select: SHOWN });
  return new Map(found.map((one) => [one.key, one]));
}

/** Everything that waits in a cohort, the first due first. */
export const waitingActsOf = (db: Db | Tx, cohortId: string): Promise<Waiting[]> =>
  db.waitingAct.findMany({
    where: { cohortId, state: 'waiting' },
    select: SHOWN,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });

const ON_PAGE = 8;

/** The acts that this member of staff looks after: what waits, then what ended within a day; one page of them. */
export async function listActs(db: Db, actor: Actor, now: Date, wanted: number) {
  const cohortIds = actor.roles.flatMap((held) => (held.role === 'staff' && held.cohortId ? [held.cohortId] : []));
  const own = isChiefStaff(actor) ? {} : { cohortId: { in: cohortIds } };
  const where = { ...own, OR: [{ state: 'waiting' }, { endedAt: { gt: recentSince(now) } }] };
  const [total, waiting] = await Promise.all([
    db.waitingAct.count({ where }),
    db.waitingAct.count({ where: { ...own, state: 'waiting' } }),
  ]);
  const pages = Math.max(1, Math.ceil(total / ON_PAGE));
  const page = Math.min(wanted, pages);
  const acts = await db.waitingAct.findMany({
    where,
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { dueAt: 'asc' }, { id: 'asc' }],
    take: ON_PAGE,
    skip: (page - 1) * ON_PAGE,
  });
  return { waiting, page, pages, acts };
}

/** Names of those who asked for an act or ended it, by person. */
export async function namesIn(db: Db | Tx, acts: readonly WaitingAct[]): Promise<ReadonlyMap<string, string>> {
  const ids = acts.flatMap(({ byPerson, endedBy }) => [byPerson, ...(endedBy ? [endedBy] : [])]);
  return new Map((await findPeople(db, [...new Set(ids)])).map(({ id, name }) => [id, name]));
}

/** A correction with its act and cohort, for its words. */
export const correctionById = (db: Db, id: string) =>
  db.correction.findUnique({ where: { id }, include: { act: { include: { cohort: { select: { name: true } } } } } });
