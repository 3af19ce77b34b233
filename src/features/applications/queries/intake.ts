import type { Actor } from '../../../core/actor.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';

const withPlace = {
  call: true,
  cohort: true,
  editor: true,
  submissions: { orderBy: { sequence: 'desc' } },
} as const;

/** An application with its call, cohort, writer and submissions, the newest submission first. */
export const findApplication = (db: Db | Tx, id: string) =>
  db.application.findUnique({ where: { id }, include: withPlace });

export type Intake = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** The condition "this person acts for the application": writes it, is named in it, or represents its organisation (APP-2). */
function ofPerson(actor: Actor) {
  return {
    OR: [
      { editorId: actor.personId, onBehalf: false },
      { organisationId: { in: [...actor.organisationIds] } },
      ...(actor.slackUserId ? [{ answers: { path: ['second_representative'], equals: actor.slackUserId } }] : []),
    ],
  };
}

/** The draft that a person would go on with in a call: the one touched last; null when there is none. */
export const draftIn = (db: Db | Tx, actor: Actor, callId: string) =>
  db.application.findFirst({
    where: { AND: [{ callId, state: 'draft', onBehalf: false }, ofPerson(actor)] },
    include: withPlace,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  });

/** A person's applications that stand in a call. */
export const standingIn = (db: Db, actor: Actor, callId: string) =>
  db.application.findMany({
    where: { AND: [{ callId, state: { notIn: ['draft', 'withdrawn'] } }, ofPerson(actor)] },
    include: withPlace,
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    take: 5,
  });

/** One page of a person's applications, those touched last first; drafts thrown away before they were sent are left out. */
export async function applicationsOf(db: Db, actor: Actor, page: { readonly from: number; readonly size: number }) {
  const thrownAway = { state: 'withdrawn', number: null };
  const where = { AND: [ofPerson(actor), { NOT: thrownAway }] };
  const [total, rows] = await Promise.all([
    db.application.count({ where }),
    db.application.findMany({
      where,
      include: withPlace,
      orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      skip: page.from,
      take: page.size,
    }),
  ]);
  return { total, rows };
}

export type MyApplications = Awaited<ReturnType<typeof applicationsOf>>;

/** The application that stands in a call for an organisation, other than this one; null when there is none (invariant 2). */
export const standingFor = (db: Db | Tx, callId: string, organisationId: string, exceptId: string) =>
  db.application.findFirst({
    where: { callId, organisationId, id: { not: exceptId }, state: { notIn: ['draft', 'withdrawn'] } },
  });

/** An organisation's places in cohorts of a programme, other than one cohort (42). */
export const earlierPlaces = (db: Db | Tx, organisationId: string, programmeKey: string, exceptCohortId: string) =>
  db.participation.count({
    where: { organisationId, cohortId: { not: exceptCohortId }, cohort: { programmeKey } },
  });

/** Those of these organisations that have a place in a cohort; for calls open to the admitted only. */
export async function placedIn(db: Db | Tx, cohortId: string, organisationIds: readonly string[]): Promise<string[]> {
  const places = await db.participation.findMany({
    where: { cohortId, organisationId: { in: [...organisationIds] }, state: { in: ['invited', 'active', 'action_done'] } },
    select: { organisationId: true },
    orderBy: { createdAt: 'asc' },
  });
  return places.map((place) => place.organisationId);
}
