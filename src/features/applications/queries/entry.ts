import type { Actor } from '../../../core/actor.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { CallOfCohort } from '../../programmes/public.ts';

const withCall = {
  call: { include: { cohort: true } },
  submissions: { orderBy: { sequence: 'desc' } },
} as const;

/** An application with its call, cohort and submissions, the newest first; null when there is none. */
export const findApplication = (db: Db | Tx, id: string) =>
  db.application.findUnique({ where: { id }, include: withCall });

export type ApplicationRow = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** The condition "one of the application's own people"; mirrors `isOwn`. */
function own(actor: Actor) {
  return {
    OR: [
      { editorId: actor.personId, onBehalf: false },
      { organisationId: { in: [...actor.organisationIds] } },
      ...(actor.slackUserId ? [{ answers: { path: ['second_representative'], equals: actor.slackUserId } }] : []),
    ],
  };
}

/**
 * The draft that this person would go on with in a call, the one touched last; null when there is none. Asked when a
 * form opens, so it is one plain statement; mirrors `own`.
 */
export async function findDraft(db: Db | Tx, call: CallOfCohort, actor: Actor): Promise<ApplicationRow | null> {
  const organisations = actor.organisationIds.join(',');
  const [draft] = await db.$queryRaw<Omit<ApplicationRow, 'call' | 'submissions'>[]>`
    SELECT * FROM "Application"
    WHERE "callId" = ${call.id}::uuid AND "state" = 'draft' AND NOT "onBehalf" AND (
      "editorId" = ${actor.personId}::uuid
      OR "organisationId" = ANY(string_to_array(${organisations}, ',')::uuid[])
      OR (${actor.slackUserId} <> '' AND "answers" ->> 'second_representative' = ${actor.slackUserId}))
    ORDER BY "updatedAt" DESC, "id" LIMIT 1`;
  if (!draft) return null;
  // A draft without a finished step was never sent; others may have been pulled back, or sent too late.
  const submissions =
    draft.step === 0
      ? []
      : await db.submission.findMany({ where: { applicationId: draft.id }, ...withCall.submissions });
  return { ...draft, call, submissions };
}

/** The applications a person has to do with, newest first; drafts thrown away before they were sent are left out. */
export const findMine = (db: Db, actor: Actor) =>
  db.application.findMany({
    where: { AND: [own(actor), { NOT: { state: 'withdrawn', number: null } }] },
    include: withCall,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
  });

/** Drafts that staff entered on behalf of organisations and did not finish, those touched last first. */
export const draftsOnBehalf = (db: Db, callIds: readonly string[]) =>
  db.application.findMany({
    where: { callId: { in: [...callIds] }, state: 'draft', onBehalf: true },
    include: withCall,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: 5,
  });

/** One submission as proof, with its application (APP-4). */
export const findSubmission = (db: Db, applicationId: string, sequence: number) =>
  db.submission.findUnique({
    where: { applicationId_sequence: { applicationId, sequence } },
    include: { application: { include: { ...withCall, editor: true } } },
  });

export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** The last submission that was in time; null when nothing was sent. */
export const lastSubmission = (db: Db, applicationId: string) =>
  db.submission.findFirst({ where: { applicationId, late: false }, orderBy: { sequence: 'desc' } });

/** How many applications stand in a call for an organisation, other than this one (invariant 2). */
export const standingFor = (
  db: Db | Tx,
  application: { readonly id: string; readonly callId: string },
  organisationId: string,
) =>
  db.application.count({
    where: {
      callId: application.callId,
      organisationId,
      id: { not: application.id },
      state: { notIn: ['draft', 'withdrawn'] },
    },
  });

/** How many places an organisation has had in other cohorts of a programme (42). */
export const earlierPlaces = (
  db: Db | Tx,
  organisationId: string,
  cohort: { readonly id: string; readonly programmeKey: string },
) =>
  db.participation.count({
    where: { organisationId, cohortId: { not: cohort.id }, cohort: { programmeKey: cohort.programmeKey } },
  });

/** Those of these organisations that have an open place in a cohort, for calls open to the admitted only. */
export async function placedIn(db: Db | Tx, cohortId: string, organisationIds: readonly string[]): Promise<string[]> {
  const states = ['invited', 'active', 'action_done'];
  const places = await db.participation.findMany({
    where: { cohortId, organisationId: { in: [...organisationIds] }, state: { in: states } },
    select: { organisationId: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return places.map((place) => place.organisationId);
}
