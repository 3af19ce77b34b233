import type { Db, Tx } from '../../platform/db/client.ts';
import { type Call, type Cohort, Prisma } from '../../platform/db/generated/client.ts';
import { callPhase } from './rules/calls.ts';

/** A call with the cohort it belongs to. */
export type CallOfCohort = Call & { readonly cohort: Cohort };
/** A cohort with its calls, stage by stage. */
export type CohortWithCalls = Cohort & { readonly calls: readonly Call[] };

const withCalls = { calls: { orderBy: { stage: 'asc' } } } as const;
const withCohort = { cohort: true } as const;

/** A cohort with its calls in order; null when there is none. */
export function cohortById(db: Db | Tx, id: string): Promise<CohortWithCalls | null> {
  return db.cohort.findUnique({ where: { id }, include: withCalls });
}

/** The cohort whose open or staff channel this is; null for any other channel. */
export function cohortOfChannel(db: Db | Tx, channelId: string): Promise<CohortWithCalls | null> {
  return db.cohort.findFirst({ where: { OR: [{ channelId }, { staffChannelId: channelId }] }, include: withCalls });
}

/** All cohorts, the newest first. */
export function listCohorts(db: Db | Tx): Promise<readonly CohortWithCalls[]> {
  return db.cohort.findMany({ include: withCalls, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
}

/** A cohort's definition never changes (its numbers do), so it is read once in the life of the process (decision 0012). */
const definitions = new Map<string, Cohort['definition']>();
const withLightCohort = { cohort: { omit: { definition: true } } } as const;

type LightCohort = Omit<Cohort, 'definition'>;
type LightCall = Call & { readonly cohort: LightCohort };
/** The columns of a cohort but for its definition. */
const LIGHT = Prisma.raw(
  Object.keys(Prisma.CohortScalarFieldEnum)
    .filter((name) => name !== 'definition')
    .map((name) => `"${name}"`)
    .join(', '),
);

/** Gives calls their cohorts' definitions, asking the database for those not met before. */
async function withDefinitions(db: Db | Tx, calls: readonly LightCall[]): Promise<readonly CallOfCohort[]> {
  const ids = [...new Set(calls.map((call) => call.cohortId))];
  const unknown = ids.filter((id) => !definitions.has(id));
  const select = { id: true, definition: true } as const;
  const fresh = unknown.length > 0 ? await db.cohort.findMany({ where: { id: { in: unknown } }, select }) : [];
  for (const { id, definition } of fresh) definitions.set(id, definition);
  return calls.map((call) => ({
    ...call,
    cohort: { ...call.cohort, definition: definitions.get(call.cohortId) ?? null },
  }));
}

/** A call with its cohort; null when there is none. */
export async function callById(db: Db | Tx, id: string): Promise<CallOfCohort | null> {
  const call = await db.call.findUnique({ where: { id }, include: withLightCohort });
  return call ? ((await withDefinitions(db, [call]))[0] ?? null) : null;
}

/** Room on both sides of the clock, in milliseconds, so that one answer serves everybody who asks while it is awaited. */
const ROOM_MS = 60_000;
const asked = new WeakMap<Db | Tx, Promise<readonly CallOfCohort[]>>();

async function askForCalls(db: Db | Tx, now: Date): Promise<readonly CallOfCohort[]> {
  const soon = new Date(now.getTime() + ROOM_MS);
  const lately = new Date(now.getTime() - ROOM_MS);
  const calls = await db.$queryRaw<Call[]>`
    SELECT * FROM "Call" WHERE "opensAt" <= ${soon} AND "lateFrom" > ${lately} AND "releasedAt" IS NULL
    ORDER BY "lateFrom", "id"`;
  if (calls.length === 0) return [];
  const ids = Prisma.join(calls.map((call) => Prisma.sql`${call.cohortId}::uuid`));
  const cohorts = await db.$queryRaw<LightCohort[]>`SELECT ${LIGHT} FROM "Cohort" WHERE "id" IN (${ids})`;
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return withDefinitions(
    db,
    calls.flatMap((call) => {
      const cohort = byId.get(call.cohortId);
      return cohort ? [{ ...call, cohort }] : [];
    }),
  );
}

/**
 * The calls that take applications at `now`, the one that closes first in front (APP-1). On deadline day many ask at
 * once: those who ask while an answer is awaited share it, and nothing is kept after it (decision 0012).
 */
export async function openCalls(db: Db | Tx, now: Date): Promise<readonly CallOfCohort[]> {
  const awaited = asked.get(db) ?? askForCalls(db, now).finally(() => asked.delete(db));
  asked.set(db, awaited);
  return (await awaited).filter((call) => callPhase(call, now) === 'open');
}

/** The call that closed last before `now` (APP-1); null when none did. */
export function lastClosedCall(db: Db | Tx, now: Date): Promise<CallOfCohort | null> {
  return db.call.findFirst({ where: { lateFrom: { lte: now } }, include: withCohort, orderBy: { lateFrom: 'desc' } });
}

/** The call that opens next after `now` (APP-1); null when none is planned. */
export function nextCall(db: Db | Tx, now: Date): Promise<CallOfCohort | null> {
  return db.call.findFirst({ where: { opensAt: { gt: now } }, include: withCohort, orderBy: { opensAt: 'asc' } });
}

/** Who is staff of this cohort now: by a role in it, or in all cohorts. Each person once. */
export async function staffPersonIds(db: Db | Tx, cohortId: string): Promise<readonly string[]> {
  const held = await db.roleGrant.findMany({
    where: { role: 'staff', endedAt: null, OR: [{ cohortId }, { cohortId: null }] },
    select: { personId: true },
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
  });
  return [...new Set(held.map((grant) => grant.personId))];
}

/** `within`: only these cohorts; null for all. */
type Page = { readonly from: number; readonly size: number; readonly within: readonly string[] | null };

/** A page of cohorts for staff, newest first, with how many applications and organisations each has. */
export async function cohortPage(db: Db, page: Page) {
  const sent = { where: { state: { notIn: ['draft', 'withdrawn'] } } };
  const where = page.within ? { id: { in: [...page.within] } } : {};
  const [total, rows] = await Promise.all([
    db.cohort.count({ where }),
    db.cohort.findMany({
      where,
      include: { ...withCalls, _count: { select: { applications: sent, participations: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: page.from,
      take: page.size,
    }),
  ]);
  return { total, rows };
}

/** The next opening or closing of a call after this moment, with its cohort's name; null when none is set. */
export async function nextCallMoment(
  db: Db,
  after: Date,
): Promise<{ readonly at: Date; readonly opens: boolean; readonly cohort: string } | null> {
  const rows = await db.$queryRaw<{ at: Date; opens: boolean; cohort: string }[]>`
    SELECT m.at, m.opens, c.name AS cohort FROM (
      (SELECT "opensAt" AS at, true AS opens, "cohortId" FROM "Call" WHERE "opensAt" > ${after} ORDER BY 1 LIMIT 1)
      UNION ALL
      (SELECT "lateFrom", false, "cohortId" FROM "Call" WHERE "lateFrom" > ${after} ORDER BY 1 LIMIT 1)
    ) m JOIN "Cohort" c ON c.id = m."cohortId" ORDER BY m.at LIMIT 1`;
  return rows[0] ?? null;
}
