import type { Db, Tx } from '../../platform/db/client.ts';
import type { Deps } from '../../platform/deps.ts';
import { definitionOf, definitions, listCohorts } from '../programmes/public.ts';
import {
  type AwayDays,
  type ExpertField,
  type HeldIn,
  TAKING_STATES,
  type TieCategory,
  tieCategoryOf,
  unionOfFields,
} from './rules/index.ts';

/** Prisma wants a list that may change. */
const taking: string[] = [...TAKING_STATES];

const withPerson = {
  person: {
    include: {
      roles: { where: { role: 'expert', endedAt: null }, select: { cohortId: true } },
      _count: { select: { assignments: { where: { state: { in: taking } } } } },
    },
  },
  ties: { where: { endedAt: null }, include: { organisation: { select: { name: true } } } },
  absences: { where: { endedAt: null }, select: { fromOn: true, lastOn: true }, orderBy: { fromOn: 'asc' } },
} as const;

export type OpenTie = {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly category: TieCategory;
};

/** An expert as others see one: the profile, where the role is held, the load now, and the open ties. */
export type Expert = {
  readonly personId: string;
  readonly name: string;
  readonly slackUserId: string | null;
  readonly isBot: boolean;
  readonly isDeactivated: boolean;
  readonly fields: readonly string[];
  /** Keys of voivodeships; none means the whole country. */
  readonly regions: readonly string[];
  readonly maxLoad: number;
  readonly about: string | null;
  readonly version: number;
  /** Cohorts in which the role is held; null stands for all of them; empty when the role was taken away. */
  readonly heldIn: HeldIn;
  /** Organisations led or proposed now, over all cohorts. */
  readonly load: number;
  readonly ties: readonly OpenTie[];
  /** Civil dates, both included; those that were not ended. */
  readonly absences: readonly AwayDays[];
};

const found = (db: Db | Tx, where: object) =>
  db.expertProfile.findMany({
    where,
    include: withPerson,
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  });

function asExpert(row: Awaited<ReturnType<typeof found>>[number]): Expert {
  const { person, ties, absences, personId, fields, regions, maxLoad, about, version } = row;
  const { name, slackUserId, isBot, isDeactivated } = person;
  return {
    ...{ personId, name, slackUserId, isBot, isDeactivated, fields, regions, maxLoad, about, version },
    heldIn: person.roles.map((role) => role.cohortId),
    load: person._count.assignments,
    absences: absences.map(({ fromOn, lastOn }) => ({ from: fromOn, last: lastOn })),
    ties: ties.map(({ id, organisationId, organisation, category }) => ({
      id,
      organisationId,
      organisation: organisation.name,
      category: tieCategoryOf(category),
    })),
  };
}

/** All experts with a profile, those without a role any more too, by name. */
export const listExperts = async (db: Db | Tx): Promise<readonly Expert[]> => (await found(db, {})).map(asExpert);

/** One expert by the person's id, or null. */
export async function expertProfile(db: Db | Tx, personId: string): Promise<Expert | null> {
  const [row] = await found(db, { personId });
  return row ? asExpert(row) : null;
}

/** One expert by the Slack account, or null. */
export async function expertBySlack(db: Db | Tx, slackUserId: string): Promise<Expert | null> {
  const [row] = await found(db, { person: { slackUserId } });
  return row ? asExpert(row) : null;
}

/** Every field in which help can be asked: of all programme definitions, and of what the cohorts keep as their own. */
export async function expertFields(deps: Deps): Promise<readonly ExpertField[]> {
  const cohorts = await listCohorts(deps.db);
  const kept = cohorts.map((cohort) => definitionOf(cohort).expertFields);
  return unionOfFields([...definitions(deps).map((one) => one.expertFields), ...kept]);
}

/** Organisations by name: every one, those in any programme, or those in these cohorts. */
export function organisationsFor(db: Db, scope: 'all' | 'participants' | readonly string[]) {
  const inCohorts = scope === 'participants' || scope === 'all' ? {} : { cohortId: { in: [...scope] } };
  return db.organisation.findMany({
    where: scope === 'all' ? {} : { participations: { some: inCohorts } },
    select: { id: true, name: true, town: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/** Whether this expert leads this organisation now, or is asked to. */
export async function isTogether(db: Db | Tx, expertId: string, organisationId: string): Promise<boolean> {
  const where = { expertId, participation: { organisationId }, state: { in: taking } };
  return (await db.assignment.count({ where })) > 0;
}
