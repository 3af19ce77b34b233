import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import { expertProfile, lockExpert } from '../../experts/public.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { isOpen, stateOf } from '../../participations/public.ts';
import { NOTICES, proposedKey } from '../ids.ts';
import { handOverAt, hasMentor, isTaken, type Place, pairingOf, placeById } from '../queries/index.ts';
import { type AssignmentState, canOverride, type Exclusion, exclusionOf } from '../rules/index.ts';

export type Proposal = {
  readonly participationId: string;
  readonly expertId: string;
  /** Why the expert's limit is passed; null when it is not (case 23). */
  readonly overrideReason: string | null;
  /** Whom staff are offered first after a no; a plan has one. */
  readonly standbyId?: string | null;
};

/** Why an expert cannot be asked for a place. */
export type ExpertRefusal = 'not_expert' | 'former' | Exclusion['rule'];
export type ProposeRefusal = 'not_allowed' | 'no_mentor' | 'not_open' | 'changed_meanwhile' | ExpertRefusal;
export type Proposing = Outcome<{ readonly assignmentId: string }, ProposeRefusal>;

/** Holds the place's row, so that two staff members proposing at once come one after the other (R4). */
export const lockPlace = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM "Participation" WHERE id = ${id}::uuid FOR UPDATE`;

/** Why nobody can be proposed for this place now, or null. */
function placeRefusal(actor: Actor, place: Place | null): ProposeRefusal | null {
  if (!place || !isStaff(actor, place.cohortId)) return 'not_allowed';
  if (!hasMentor(place)) return 'no_mentor';
  if (!isOpen(stateOf(place.state))) return 'not_open';
  return isTaken(place) ? 'changed_meanwhile' : null;
}

/** Why this expert cannot be proposed for this place, judged on the rows as they are now. */
export async function expertRefusal(
  { tx, now }: Pick<Doing, 'tx' | 'now'>,
  place: Place,
  proposal: Proposal,
): Promise<ExpertRefusal | null> {
  const passing = handOverAt(place);
  if (passing && !passing.leftAt && passing.formerId === proposal.expertId) return 'former';
  await lockExpert(tx, proposal.expertId);
  const expert = await expertProfile(tx, proposal.expertId);
  if (!expert) return 'not_expert';
  const { candidate, wanted } = await pairingOf(tx, expert, place, now);
  const exclusion = exclusionOf(candidate, wanted);
  if (!exclusion) return null;
  return canOverride(exclusion) && proposal.overrideReason !== null ? null : exclusion.rule;
}

/** Whether this expert can be proposed for this place now, with both locked; writes nothing. */
export async function checkProposal(doing: Doing, proposal: Proposal): Promise<Outcome<Place, ProposeRefusal>> {
  const { tx, actor } = doing;
  await lockPlace(tx, proposal.participationId);
  const place = await placeById(tx, proposal.participationId);
  const refused = placeRefusal(actor, place);
  if (refused || !place) return refuse(refused ?? 'not_allowed');
  const unfit = await expertRefusal(doing, place, proposal);
  return unfit ? refuse(unfit) : ok(place);
}

/** The proposal in a transaction at hand. */
export async function proposeIn(doing: Doing, proposal: Proposal): Promise<Proposing> {
  const { deps, tx, actor, now } = doing;
  const { participationId, expertId, overrideReason, standbyId = null } = proposal;
  const checked = await checkProposal(doing, proposal);
  if (!checked.ok) return checked;
  const place = checked.value;
  const id = deps.ids.next();
  const state: AssignmentState = 'proposed';
  await tx.assignment.create({
    data: {
      id,
      participationId,
      expertId,
      state,
      overrideReason,
      standbyId,
      proposedAt: now,
      proposedBy: actor.personId,
      version: 1,
    },
  });
  await record(deps, tx, actor, now, {
    act: 'assignments.propose',
    subject: 'assignment',
    subjectId: id,
    cohortId: place.cohortId,
    to: state,
    reason: overrideReason,
    onBehalfOf: place.organisationId,
    detail: { participationId, expertId },
  });
  const params = { assignmentId: id };
  const { proposed: kind } = NOTICES;
  await notify(deps, tx, {
    kind,
    params,
    to: { person: expertId },
    key: proposedKey(id),
    at: now,
    cohortId: place.cohortId,
  });
  return ok({ assignmentId: id });
}

/**
 * Asks an expert to lead an organisation (CO-9): a message goes out, the organisation learns nothing yet. Refuses
 * others than staff, programmes without a mentor, places where somebody is asked, or leads and stays
 * (`changed_meanwhile`), and experts whom a rule keeps out; only the limit may be passed, with a reason (case 23).
 */
export async function proposeExpert(deps: Deps, actor: Actor, now: Date, proposal: Proposal): Promise<Proposing> {
  try {
    return await inTransaction(deps.db, (tx) => proposeIn({ deps, tx, actor, now }, proposal));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse('changed_meanwhile');
  }
}
