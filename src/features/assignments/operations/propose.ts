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
import { NOTICES } from '../ids.ts';
import { candidateFor, hasMentor, type Place, placeById } from '../queries/index.ts';
import { type AssignmentState, canOverride, type Exclusion, exclusionOf } from '../rules/index.ts';

export type Proposal = {
  readonly participationId: string;
  readonly expertId: string;
  /** Why the expert's limit is passed; null when it is not (case 23). */
  readonly overrideReason: string | null;
};

export type ProposeRefusal =
  | 'not_allowed'
  | 'no_mentor'
  | 'not_open'
  | 'changed_meanwhile'
  | 'not_expert'
  | Exclusion['rule'];
export type Proposing = Outcome<{ readonly assignmentId: string }, ProposeRefusal>;

/** The key of the notice by which the expert is asked. */
export const proposedKey = (assignmentId: string): string => `${NOTICES.proposed}:${assignmentId}`;

/** Holds the place's row, so that two staff members proposing at once come one after the other (R4). */
const lockPlace = (tx: Tx, id: string) => tx.$queryRaw`SELECT 1 FROM "Participation" WHERE id = ${id}::uuid FOR UPDATE`;

/** Why nobody can be proposed for this place now, or null. */
function placeRefusal(actor: Actor, place: Place | null): ProposeRefusal | null {
  if (!place || !isStaff(actor, place.cohortId)) return 'not_allowed';
  if (!hasMentor(place)) return 'no_mentor';
  if (!isOpen(stateOf(place.state))) return 'not_open';
  return place.assignments.length > 0 ? 'changed_meanwhile' : null;
}

/** Why this expert cannot be proposed for this place, judged on the rows as they are now. */
async function expertRefusal({ tx, now }: Doing, place: Place, proposal: Proposal): Promise<ProposeRefusal | null> {
  await lockExpert(tx, proposal.expertId);
  const expert = await expertProfile(tx, proposal.expertId);
  if (!expert) return 'not_expert';
  const exclusion = exclusionOf(await candidateFor(tx, expert, place, now));
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
  const { participationId, expertId, overrideReason } = proposal;
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
 * others than staff, programmes without a mentor, places where somebody is asked or active already
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
