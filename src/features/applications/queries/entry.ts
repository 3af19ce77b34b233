import type { Actor } from '../../../core/actor.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';

const withCall = { call: { include: { cohort: true } } } as const;

/** An application with its call and cohort; null when there is none. */
export const findApplication = (db: Db | Tx, id: string) => db.application.findUnique({ where: { id }, include: withCall });

export type ApplicationRow = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** The draft that this person began in a call and never sent; null when there is none. */
export const findDraft = (db: Db | Tx, callId: string, personId: string) =>
  db.application.findFirst({
    where: { callId, editorId: personId, state: 'draft', onBehalf: false },
    include: withCall,
    orderBy: { createdAt: 'asc' },
  });

/** The applications a person has to do with: begun by them or of their organisations, newest first. */
export const findMine = (db: Db, actor: Actor) =>
  db.application.findMany({
    where: { OR: [{ editorId: actor.personId, onBehalf: false }, { organisationId: { in: [...actor.organisationIds] } }] },
    include: withCall,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
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
