import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doer } from '../../journal/public.ts';
import { type DeadlineRow, deadlinesOfPlaces, standingOf } from '../queries/index.ts';
import { type PlanRefusal, planMove } from '../rules/index.ts';
import { kindsOf } from './world.ts';
import { writeSteps } from './write.ts';

type Extension = {
  readonly row: DeadlineRow;
  /** The wish that is granted: it names the move. */
  readonly moveId: string;
  readonly proposedOn: string;
  readonly origin: 'chosen' | 'policy';
};

/** Moves one deadline to the day asked for, and with it what follows by rule. */
export async function extend(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  { row, moveId, proposedOn, origin }: Extension,
): Promise<Outcome<true, PlanRefusal>> {
  const { participation, cohortId, participationId, kind, dueTime: time } = row;
  const standing = (await deadlinesOfPlaces(tx, [participationId])).map(standingOf);
  const { cohort } = participation;
  const world = { kinds: kindsOf(cohort), standing, lastDay: cohort.endsOn, now: at };
  const plan = planMove(world, { kind, date: proposedOn, time, participationIds: [participationId] });
  if (!plan.ok) return refuse(plan.reason);
  const places = [{ id: participationId, channelId: participation.channelId }];
  const move = { moveId, cohortId, act: 'deadlines.extend', reason: null, places };
  await writeSteps(deps, tx, doer, at, { move, steps: plan.value.steps, origin });
  return ok(true);
}
