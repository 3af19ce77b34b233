import { type Actor, isChiefStaff } from '../../core/actor.ts';
import type { Locale } from '../../core/locale.ts';
import type { Db, Tx } from '../../platform/db/client.ts';
import type { Deps } from '../../platform/deps.ts';
import { type LaneKey, type Reason, reasonOf } from './rules/index.ts';

/** The lanes with something due and no turn under way or put off. */
export const lanesDue = (db: Db, now: Date): Promise<LaneKey[]> =>
  db.$queryRaw<LaneKey[]>`
    SELECT DISTINCT n."targetKind", n."target" FROM "Notice" n
    LEFT JOIN "Lane" l ON l."targetKind" = n."targetKind" AND l."target" = n."target"
    WHERE n."state" IN ('pending', 'sending') AND n."dueAt" <= ${now}::timestamptz
      AND (l."freeAt" IS NULL OR l."freeAt" <= clock_timestamp())`;

/** The nearest moment after `after` at which a notice is due; null when none waits. */
export async function nextDue(db: Db, after: Date): Promise<Date | null> {
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min("dueAt") AS at FROM "Notice" WHERE "state" IN ('pending', 'sending') AND "dueAt" > ${after}::timestamptz`;
  return rows[0]?.at ?? null;
}

/** What waits to be said about a cohort up to a moment, and what its staff hold back; the nearest first. */
export const waitingOf = (db: Db | Tx, cohortId: string, to: Date) =>
  db.notice.findMany({
    where: { cohortId, OR: [{ state: 'pending', dueAt: { lte: to } }, { state: 'held' }] },
    orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });

/** The undelivered of these cohorts (null: of all cohorts, and those that belong to none). */
const undelivered = (cohortIds: readonly string[] | null) => ({
  state: 'failed',
  ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}),
});

/** The undelivered that this member of staff looks after. */
export const undeliveredFor = (actor: Actor) =>
  undelivered(
    isChiefStaff(actor)
      ? null
      : actor.roles.flatMap((held) => (held.role === 'staff' && held.cohortId ? [held.cohortId] : [])),
  );

export const countUndelivered = (db: Db, cohortIds: readonly string[] | null): Promise<number> =>
  db.notice.count({ where: undelivered(cohortIds) });

/** How many failed for each reason, the most frequent first. */
async function countByReason(db: Db, actor: Actor): Promise<readonly (readonly [Reason, number])[]> {
  const groups = await db.notice.groupBy({
    by: ['failure', 'targetKind'],
    where: undeliveredFor(actor),
    _count: { _all: true },
  });
  const counts = new Map<Reason, number>();
  for (const group of groups) {
    const reason = reasonOf(group);
    counts.set(reason, (counts.get(reason) ?? 0) + group._count._all);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const ON_PAGE = 8;

/**
 * One page of the undelivered that the actor looks after, newest first, with the names of people they were for (or words
 * in their place where these would tell too much) and, where it can be made, what they say. A page beyond the last is
 * the last.
 */
export async function listUndelivered(deps: Deps, actor: Actor, wanted: number, locale: Locale) {
  const { db } = deps;
  const reasons = await countByReason(db, actor);
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / ON_PAGE));
  const page = Math.min(wanted, pages);
  const notices = await db.notice.findMany({
    where: undeliveredFor(actor),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ON_PAGE,
    skip: (page - 1) * ON_PAGE,
  });
  const personIds = notices.filter((notice) => notice.targetKind === 'person').map((notice) => notice.target);
  const people = await db.person.findMany({ where: { id: { in: personIds } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const says = async (kind: string, params: unknown) => {
    try {
      return (await deps.offers.notices.get(kind)?.render(deps, params, locale))?.text ?? null;
    } catch {
      return null;
    }
  };
  const rows = notices.map(async (notice) => ({
    id: notice.id,
    targetKind: notice.targetKind,
    target: notice.target,
    failure: notice.failure,
    createdAt: notice.createdAt,
    reason: reasonOf(notice),
    personName: deps.offers.notices.get(notice.kind)?.receivers?.(locale) ?? names.get(notice.target) ?? null,
    says: await says(notice.kind, notice.params),
  }));
  return { total, page, pages, reasons, rows: await Promise.all(rows) };
}

export type Undelivered = Awaited<ReturnType<typeof listUndelivered>>;

/** Who hears or has heard the notices of these keys, by key: people and channels, not what was dropped or has failed. */
export async function toldBy(
  db: Db | Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly person: string } | { readonly channel: string }>> {
  const found = await db.notice.findMany({
    where: {
      key: { in: [...keys] },
      targetKind: { in: ['person', 'channel'] },
      OR: [{ state: { in: ['pending', 'sending', 'sent'] } }, { state: 'failed', isDoubtful: true }],
    },
    select: { key: true, targetKind: true, target: true },
  });
  return new Map(
    found.map(({ key, targetKind, target }) => [
      key,
      targetKind === 'person' ? { person: target } : { channel: target },
    ]),
  );
}
