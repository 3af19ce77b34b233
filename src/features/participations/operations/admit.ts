import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import type { ParticipationState } from '../rules/index.ts';
import { enqueueWork } from './enqueue.ts';

type Admission = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly applicationId: string | null;
  readonly subject: string | null;
  readonly grantGrosze: number;
};

/**
 * Gives an organisation its place in a cohort, in the transaction of the release (CO-7), and queues the making of its
 * channel and card. Returns the participation's id. Done again for the same organisation and cohort it changes
 * nothing and returns the first id (R3).
 */
export async function admit(deps: Deps, tx: Tx, doer: Doer, at: Date, admission: Admission): Promise<string> {
  const { cohortId, organisationId } = admission;
  const id = deps.ids.next();
  const state: ParticipationState = 'invited';
  const row = { ...admission, id, state, createdAt: at, version: 1 };
  const made = await tx.participation.createMany({ data: [row], skipDuplicates: true });
  if (made.count === 0) {
    const where = { cohortId_organisationId: { cohortId, organisationId } };
    return (await tx.participation.findUniqueOrThrow({ where })).id;
  }
  await record(deps, tx, doer, at, {
    act: 'participations.admit',
    subject: 'participation',
    subjectId: id,
    cohortId,
    to: state,
    onBehalfOf: organisationId,
  });
  await enqueueWork(deps, tx, { participationId: id, task: 'open' });
  return id;
}
