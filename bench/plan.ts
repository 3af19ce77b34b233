import { monitorEventLoopDelay } from 'node:perf_hooks';
import { linearSumAssignment } from 'linear-sum-assignment';
import { munkres } from 'munkres';
import { judgeInSlices } from '../src/features/assignments/operations/judge-in-slices.ts';
import type { RowShown } from '../src/features/assignments/operations/plan/index.ts';
import { planCohort } from '../src/features/assignments/operations/plan-cohort.ts';
import { roomPoints } from '../src/features/assignments/rules/index.ts';
import {
  explain,
  type Judged,
  judge,
  type Plan,
  type Problem,
  standingOf,
} from '../src/features/assignments/rules/plan/index.ts';
import { planModal } from '../src/features/assignments/views/plan/index.ts';
import type { Modal } from '../src/platform/slack/message.ts';
import { createSolver, type Solver } from '../src/platform/solver/solver.ts';
import { cohortOf } from './support/cohorts.ts';
import { median, report } from './support/stats.ts';

const SIZES = [
  { organisations: 30, experts: 15, rounds: 15 },
  { organisations: 300, experts: 60, rounds: 3 },
  { organisations: 1000, experts: 200, rounds: 1 },
] as const;
const WARM_UP = 3;
/** Rows on the first page. */
const ROWS = 8;
const NONE = { broken: 0, unsolved: 0, proposed: 0, again: 0, gone: 0 } as const;
const LIMIT = { timeLimitMs: 300_000 };

/** Worth less than anything, so that a forbidden pair is taken only when there is nothing else. */
const FORBIDDEN = -1_000_000;

/** The same problem as a table: a row for each organisation, a column for each place of each expert. */
function tableOf(problem: Problem): readonly (readonly number[])[] {
  const { pairs, experts, room } = judge(problem);
  return pairs.map((row) => {
    const fits = new Map(row.map((pair) => [pair.expert, pair.fit]));
    return experts.flatMap(({ maxLoad, load }, expert) =>
      Array.from({ length: room[expert] ?? 0 }, (_, place) => {
        const fit = fits.get(expert);
        return fit === undefined ? FORBIDDEN : fit + roomPoints(maxLoad, load + place);
      }),
    );
  });
}

type Table = ReturnType<typeof tableOf>;
const cells = (table: Table) => table.map((row) => [...row]);

/** Two published solvers of the assignment problem; each gives the column of every row. */
const PUBLISHED = {
  munkres: (table: Table) => {
    const found = munkres(table.map((row) => row.map((value) => -value)));
    return table.map((_, row) => found.find(([one]) => one === row)?.[1] ?? -1);
  },
  linear_sum_assignment: (table: Table) =>
    Array.from(linearSumAssignment(cells(table), { maximaze: true }).rowAssignments),
} as const;

const totalOf = (table: Table, columns: readonly number[]): number =>
  columns.reduce((sum, column, row) => sum + (table[row]?.[column] ?? FORBIDDEN), 0);

async function planned(solver: Solver, problem: Problem, goal: Plan['goal']): Promise<Plan> {
  const outcome = await planCohort(solver.solve, problem, { goal, ...LIMIT });
  if (outcome.status !== 'planned' || !outcome.plan.isProven) throw new Error('no proven plan');
  return outcome.plan;
}

/** Milliseconds of each round, and what the last one gave. */
async function timed<T>(
  rounds: number,
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const times: number[] = [];
  let value = await work();
  for (let round = 1 - WARM_UP; round <= rounds; round += 1) {
    if (round <= 0 && rounds < WARM_UP) continue;
    const begun = performance.now();
    value = await work();
    if (round > 0) times.push(performance.now() - begun);
  }
  return { ms: median(times), value };
}

async function compare(solver: Solver, size: (typeof SIZES)[number]): Promise<void> {
  const name = `plan_${size.organisations}x${size.experts}`;
  const problem = cohortOf(size);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const ours = await timed(size.rounds, () => planned(solver, problem, 'total'));
  const lowest = await timed(size.rounds, () => planned(solver, problem, 'lowest'));
  pauses.disable();
  report(`${name}_ours`, ours.ms, 'ms');
  const whole = await timed(size.rounds, () => toProposal(solver, problem));
  report(`${name}_ours_from_button_to_proposal`, whole.ms, 'ms');
  report(`${name}_ours_nobody_hopeless`, lowest.ms, 'ms');
  report(`${name}_ours_longest_pause_of_the_bot`, pauses.max / 1_000_000, 'ms');
  report(`${name}_ours_total`, ours.value.total, 'points');
  const table = tableOf(problem);
  for (const [solverName, solve] of Object.entries(PUBLISHED)) {
    const theirs = await timed(size.rounds === 1 ? 1 : size.rounds, () => solve(table));
    report(`${name}_${solverName}`, theirs.ms, 'ms');
    report(`${name}_${solverName}_total`, totalOf(table, theirs.value), 'points');
    report(`${name}_ours_to_${solverName}_total`, ours.value.total - totalOf(table, theirs.value), 'points');
  }
}

const names = (id: string): string => id;

/** The first page as staff see it: summed up, each organisation explained, put into blocks. */
function viewOf(problem: Problem, judged: Judged, plan: Plan): Modal {
  const rows = plan.pairs.slice(0, ROWS).map(({ organisationId, expertId }): RowShown => {
    const { chosen } = explain(judged, plan, organisationId);
    const reasons = (chosen?.parts ?? []).slice(0, 3).map((part) => part.reason);
    return {
      ...{ participationId: organisationId, organisation: organisationId, town: 'Zmyślin', state: 'open', reasons },
      ...{ expert: expertId, standby: null, pinned: null, score: chosen?.score ?? null, broken: null },
      voivodeship: problem.organisations.find((one) => one.id === organisationId)?.voivodeship ?? '',
    };
  });
  const counts = { open: plan.pairs.length, left: plan.left.length, ...NONE };
  const whole = { cohortId: 'cohort', cohort: 'Edycja', planId: 'plan', version: 1, goal: plan.goal, rows, counts };
  const shown = { ...whole, isProven: plan.isProven, changes: null, added: 0, lowest: plan.lowest, page: 0, pages: 1 };
  return planModal({ ...shown, shortage: null }, names, { locale: 'pl', fields: [] });
}

/** What the person at the button waits for beside the database: judged, solved, judged again, explained, shown. */
async function toProposal(solver: Solver, problem: Problem): Promise<Modal> {
  const found = await planned(solver, problem, 'total');
  const judged = await judgeInSlices(problem);
  if (!judged) throw new Error('called off');
  const chosen = new Map(found.pairs.map((pair) => [pair.organisationId, pair.expertId]));
  return viewOf(problem, judged, standingOf(judged, { goal: 'total', isProven: found.isProven, chosen }).plan);
}

/**
 * From the facts to a proven plan with experts in reserve, in the thread that is kept warm, beside two published
 * solvers that get the finished table of points; and what each reached.
 */
export async function plan(quick: boolean): Promise<void> {
  const solver = createSolver();
  await solver.warm();
  for (const size of quick ? SIZES.slice(0, 1) : SIZES) await compare(solver, size);
  await solver.stop();
}
