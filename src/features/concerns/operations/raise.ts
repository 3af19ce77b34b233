import { type Actor, isExpert, isStaff, speaksFor as isVoice, type OwnPlace } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { activeOf } from '../../assignments/public.ts';
import { isOpen, participationById, stateOf, writeRequest } from '../../participations/public.ts';
import { answerOnOf, definitionOf } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { isAlarm, type Topic } from '../rules/index.ts';

export type Concern = {
  /** Made when the form was opened: two deliveries of it are one (R3). */
  readonly requestId: string;
  readonly participationId: string;
  readonly topic: Topic;
  readonly text: string;
};

export type RaiseRefusal = 'not_allowed' | 'over';
type Raised = { readonly answerOn: string };

/** Whether the person speaks for the organisation, and is neither expert nor staff beside that. */
export const speaksFor = (actor: Actor, place: OwnPlace, channelId: string | null): boolean =>
  isVoice(actor, place, channelId) && !isExpert(actor, place.cohortId) && !isStaff(actor, place.cohortId);

/**
 * An organisation tells staff that it cannot reach its expert or asks for another one (OR-15, N4), or the expert who
 * leads it raises an alarm (ME-12). Only the cohort's staff ever see it; they owe an answer by the day that comes back.
 * `channelId` is where the person is. Refuses everybody else.
 */
export async function raise(
  deps: Deps,
  actor: Actor,
  now: Date,
  concern: Concern,
  channelId: string | null,
): Promise<Outcome<Raised, RaiseRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const place = await participationById(tx, concern.participationId);
    if (!place) return refuse('not_allowed');
    const lead = await activeOf(tx, place.id);
    const isTheirs = isAlarm(concern.topic) ? lead?.expertId === actor.personId : speaksFor(actor, place, channelId);
    if (!isTheirs) return refuse('not_allowed');
    if (!isOpen(stateOf(place.state))) return refuse('over');
    const answerOn = answerOnOf(definitionOf(place.cohort), now);
    await writeRequest({ deps, tx, actor, now }, { ...concern, answerOn }, place.cohortId, NOTICES.raised);
    return ok({ answerOn });
  });
}
