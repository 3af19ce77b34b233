import type { Owner } from '../../../core/owed.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { beforeCommit } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { OwedHook, RecordHook } from '../../../platform/feature.ts';
import { REFRESH } from '../ids.ts';

/** Notes that this person has opened Home, so that it is kept true. */
export async function noteShown(db: Db, personId: string, openedAt: Date): Promise<void> {
  await db.shownHome.createMany({ data: [{ personId, openedAt }], skipDuplicates: true });
}

async function refresh(deps: Deps, tx: Tx, personIds: readonly string[] | null): Promise<void> {
  const where = personIds ? { personId: { in: [...personIds] } } : {};
  const shown = await tx.shownHome.findMany({ where, select: { personId: true } });
  for (const { personId } of shown) await deps.jobs.enqueue(tx, REFRESH, { personId }, { key: personId });
}

async function peopleOf(tx: Tx, owners: readonly Owner[]): Promise<readonly string[]> {
  const organisations = owners.flatMap((one) => ('organisation' in one ? one.organisation : []));
  const cohorts = owners.flatMap((one) => ('staffOf' in one ? one.staffOf : []));
  const [representatives, staff] = await Promise.all([
    tx.representative.findMany({ where: { organisationId: { in: organisations }, endedAt: null } }),
    cohorts.length === 0
      ? []
      : tx.roleGrant.findMany({
          where: { role: 'staff', endedAt: null, OR: [{ cohortId: { in: cohorts } }, { cohortId: null }] },
        }),
  ]);
  const own = owners.flatMap((one) => ('person' in one ? one.person : []));
  return [...new Set([...own, ...[...representatives, ...staff].map(({ personId }) => personId)])];
}

/** The Homes of those whose matters have changed show it, if they were ever opened. */
export const refreshOwners: OwedHook = async (deps, tx, owners) => refresh(deps, tx, await peopleOf(tx, owners));

/** Everybody's Home tells of open calls. */
export const refreshForCalls: RecordHook = (deps, tx, _now, { subject }) => {
  if (subject === 'call') beforeCommit(tx, 'home', () => refresh(deps, tx, null));
};
