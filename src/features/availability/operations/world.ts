import type { Actor } from '../../../core/actor.ts';
import { civilOf } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Expert, expertProfile } from '../../experts/public.ts';
import { absenceOf, comingAbsences, type LedPlace, ledPlaces, zoneOf } from '../queries/index.ts';
import { absenceProblem, type Gap, mayWriteAbsence } from '../rules/index.ts';

/** The days of an absence: civil dates in the expert's zone, both included. */
export type Days = { readonly expertId: string; readonly from: string; readonly last: string };

/** What an absence touches. */
export type AwayWorld = {
  readonly expert: Expert;
  readonly zone: string;
  readonly led: readonly LedPlace[];
  readonly gap: Gap;
};

export type AwayRefusal = 'not_allowed' | 'no_profile' | 'ends_before' | 'in_past' | 'too_long' | 'overlaps';

/** Who and what an absence of these days concerns, or why it cannot be written. */
export async function awayWorld(
  db: Db | Tx,
  actor: Actor,
  now: Date,
  { expertId, from, last }: Days,
): Promise<Outcome<AwayWorld, AwayRefusal>> {
  const expert = await expertProfile(db, expertId);
  if (!expert) return refuse(actor.personId === expertId ? 'no_profile' : 'not_allowed');
  if (!mayWriteAbsence(actor, expert)) return refuse('not_allowed');
  const zone = await zoneOf(db, expertId);
  const today = civilOf(now, zone).date;
  const others = (await comingAbsences(db, today, expertId)).map(absenceOf);
  const problem = absenceProblem({ from, last }, today, others);
  if (problem) return refuse(problem);
  const led = await ledPlaces(db, expertId);
  const ledIn = [...new Set(led.map(({ cohortId }) => cohortId))];
  const cohortIds = led.length > 0 ? ledIn : expert.heldIn.filter((id) => id !== null);
  const gap = { expertId, from, last, cohortIds, organisationIds: led.map(({ organisationId }) => organisationId) };
  return ok({ expert, zone, led, gap });
}
