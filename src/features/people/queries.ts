import type { Db, Tx } from '../../platform/db/client.ts';
import type { Person } from '../../platform/db/generated/client.ts';

type Grant = { readonly role: string; readonly cohortId: string | null; readonly isOver: boolean };

/** A person with the roles held, now and before, and the organisations represented now. */
export type KnownPerson = Person & {
  readonly roles: readonly Grant[];
  readonly representing: readonly { readonly organisationId: string }[];
};

/**
 * A person by Slack user and workspace; null when not known. Every click asks this first, so it is one statement
 * instead of one for each relation (decision 0012).
 */
export async function findBySlack(db: Db | Tx, teamId: string, userId: string): Promise<KnownPerson | null> {
  const found = await db.$queryRaw<KnownPerson[]>`
    SELECT p.*,
      coalesce((SELECT json_agg(json_build_object('role', r."role", 'cohortId', r."cohortId",
        'isOver', r."endedAt" IS NOT NULL))
        FROM "RoleGrant" r WHERE r."personId" = p."id"), '[]'::json) AS "roles",
      coalesce((SELECT json_agg(json_build_object('organisationId', o."organisationId"))
        FROM "Representative" o WHERE o."personId" = p."id" AND o."endedAt" IS NULL), '[]'::json) AS "representing"
    FROM "Person" p WHERE p."slackTeamId" = ${teamId} AND p."slackUserId" = ${userId}`;
  return found[0] ?? null;
}

/** The same by our own id. */
export async function findKnown(db: Db | Tx, id: string): Promise<KnownPerson | null> {
  const open = { where: { endedAt: null } };
  const found = await db.person.findUnique({ where: { id }, include: { roles: true, representing: open } });
  return found && { ...found, roles: found.roles.map((grant) => ({ ...grant, isOver: grant.endedAt !== null })) };
}

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
