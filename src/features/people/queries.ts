import type { Db, Tx } from '../../platform/db/client.ts';

const withRoles = {
  roles: { where: { endedAt: null }, select: { role: true, cohortId: true } },
  representing: { where: { endedAt: null }, select: { organisationId: true } },
} as const;

/** A person by Slack user and workspace, with roles held and organisations represented now; null when not known. */
export function findBySlack(db: Db | Tx, teamId: string, userId: string) {
  return db.person.findUnique({
    where: { slackTeamId_slackUserId: { slackTeamId: teamId, slackUserId: userId } },
    include: withRoles,
  });
}

export type KnownPerson = NonNullable<Awaited<ReturnType<typeof findBySlack>>>;

export type StaffMember = {
  readonly personId: string;
  readonly name: string;
  readonly slackUserId: string | null;
  readonly cohorts: readonly string[];
  readonly everywhere: boolean;
};

/** Everybody who is staff now, by name, with the cohorts of narrower roles. */
export async function listStaff(db: Db): Promise<readonly StaffMember[]> {
  const grants = await db.roleGrant.findMany({
    where: { role: 'staff', endedAt: null },
    include: { person: true, cohort: { select: { name: true } } },
  });
  const people = Map.groupBy(grants, (grant) => grant.personId);
  return [...people.values()]
    .flatMap((held) => {
      const first = held[0];
      if (!first) return [];
      const { id, name, slackUserId } = first.person;
      const cohorts = held.flatMap((grant) => (grant.cohort ? [grant.cohort.name] : []));
      return [{ personId: id, name, slackUserId, cohorts, everywhere: held.some((grant) => grant.cohortId === null) }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'pl'));
}

/** Persons by id, for notices and lists; the order is not kept. */
export const findPeople = (db: Db | Tx, ids: readonly string[]) =>
  db.person.findMany({ where: { id: { in: [...ids] } } });
