import { z } from 'zod';
import type { Actor } from '../../../core/actor.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { admit } from '../../participations/public.ts';
import { type CallOfCohort, definitionOf } from '../../programmes/public.ts';
import type { StandingApplication } from '../queries/results.ts';
import { grantFor } from '../rules/decisions.ts';
import { attachAtAdmission } from './representatives.ts';

const sum = z.int().min(0);
const words = z.string().min(1);

/**
 * Gives every admitted organisation its place in the cohort. The grant, in grosze, is what was asked for up to the
 * cohort's sum (M2); a stage before the last grants nothing by itself unless its form asked for a sum.
 */
export async function admitAll(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  admission: { readonly call: CallOfCohort; readonly admitted: readonly StandingApplication[] },
): Promise<void> {
  const { call, admitted } = admission;
  const isLast = call.stage === definitionOf(call.cohort).stages.length;
  for (const { id, cohortId, organisationId, answers } of admitted) {
    if (!organisationId) throw new Error(`An admitted application without an organisation: ${id}`);
    const given = answers as Readonly<Record<string, unknown>>;
    const requested = sum.safeParse(given['requested_amount']).data ?? (isLast ? null : 0);
    const subject = words.safeParse(given['subject']).data ?? null;
    const grantGrosze = grantFor(requested, call.cohort.grantGrosze);
    await attachAtAdmission({ deps, tx, actor, now }, id);
    await admit(deps, tx, actor, now, { cohortId, organisationId, applicationId: id, subject, grantGrosze });
  }
}
