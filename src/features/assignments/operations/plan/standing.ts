import type { Db } from '../../../../platform/db/client.ts';
import {
  type CohortFacts,
  cohortFacts,
  type PlanRowOf,
  type PreparedPlan,
  pinsOf,
  preparedPlan,
} from '../../queries/index.ts';
import {
  type Broken,
  goalOf,
  type Judged,
  type Plan,
  type Shortage,
  shortageSchema,
  standingOf,
} from '../../rules/plan/index.ts';
import { judgeInSlices } from '../judge-in-slices.ts';
import type { PlanCohort } from './access.ts';

/**
 * `open`: to be proposed. `left`: there is nobody. `broken`: the pair holds no longer. `unsolved`: staff set another
 * one since. `proposed`: asked by this plan. `again`: asked, and waiting again. `gone`: somebody was found otherwise.
 */
export type RowState = 'open' | 'left' | 'broken' | 'unsolved' | 'proposed' | 'again' | 'gone';

/** A prepared plan against the facts of now. */
export type PlanNow = {
  readonly cohort: PlanCohort;
  readonly row: PreparedPlan;
  readonly facts: CohortFacts;
  readonly judged: Judged;
  readonly plan: Plan;
  readonly broken: ReadonlyMap<string, Broken>;
  readonly shortage: Shortage | null;
  /** Organisations that came after the plan was made. */
  readonly added: number;
};

export function stateOfRow({ facts, broken }: Pick<PlanNow, 'facts' | 'broken'>, row: PlanRowOf): RowState {
  const waits = facts.places.has(row.participationId);
  if (row.assignmentId) return waits ? 'again' : 'proposed';
  if (!waits) return 'gone';
  if (row.pinnedId && row.pinnedId !== row.expertId) return 'unsolved';
  if (row.expertId === null) return 'left';
  return broken.has(row.participationId) || !facts.experts.has(row.expertId) ? 'broken' : 'open';
}

/** The plan in preparation for a cohort as it stands at a moment; null when there is none. */
export async function planNow(db: Db, cohort: PlanCohort, now: Date): Promise<PlanNow | null> {
  const row = await preparedPlan(db, cohort.id);
  if (!row) return null;
  // A pin that was not solved for yet would forbid the pair that stands.
  const settled = { ...row, rows: row.rows.filter((one) => one.pinnedId === one.expertId) };
  const facts = await cohortFacts(db, cohort, pinsOf(settled), now);
  const judged = await judgeInSlices(facts.problem);
  if (!judged) throw new Error('nobody calls this off');
  const chosen = new Map(
    row.rows.flatMap(({ participationId, expertId, assignmentId }) =>
      expertId && !assignmentId ? [[participationId, expertId] as const] : [],
    ),
  );
  const { plan, broken } = standingOf(judged, { goal: goalOf(row.goal), isProven: row.isProven, chosen });
  const known = new Set(row.rows.map((one) => one.participationId));
  const added = [...facts.places.keys()].filter((id) => !known.has(id)).length;
  const shortage = shortageSchema.safeParse(row.shortage).data ?? null;
  return { cohort, row, facts, judged, plan, broken, shortage, added };
}
