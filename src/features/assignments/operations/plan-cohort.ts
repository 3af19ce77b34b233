import type { Program, Progress, Solution, Solve } from '../../../core/program.ts';
import * as rules from '../rules/plan/index.ts';
import { inTurns, judgeInSlices } from './judge-in-slices.ts';

export type PlanWishes = {
  readonly goal: rules.Goal;
  /** Re-solving: the plan as it was, expert by organisation; as few as possible are changed. */
  readonly keep?: rules.Keep;
  /** For everything together. */
  readonly timeLimitMs: number;
  readonly onProgress?: (progress: PlanProgress) => void;
  readonly signal?: AbortSignal;
};

export type PlanProgress = Progress & { readonly step: 'plan' | 'standby' | 'group' | 'relaxations' };

/** Something to settle so that everybody is served, and the plan it leads to: it was solved again with it. */
export type Option = {
  readonly relaxations: readonly rules.Relaxation[];
  readonly cost: number;
  readonly plan: rules.Plan;
};

export type PlanOutcome =
  /** `plan.left` names those for whom there is nobody; then the plan leaves out as few as possible. */
  | { readonly status: 'planned'; readonly plan: rules.Plan; readonly standbys: readonly rules.Standby[] }
  | { readonly status: 'out_of_time' | 'cancelled' };

export type GroupOutcome =
  | { readonly status: 'found'; readonly group: rules.Group }
  | { readonly status: 'nobody_left' | 'cancelled' };

export type WaysOutOutcome =
  /** The cheapest first; none when nothing that staff may settle would serve everybody. */
  { readonly status: 'found'; readonly options: readonly Option[] } | { readonly status: 'cancelled' };

/** Thrown inside to leave everything at once; never seen outside. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

type Step = PlanProgress['step'];
type Run = (step: Step, program: Program) => Promise<Solution>;

/** Programs one after the other within one time limit. @throws Stopped when it is cancelled. */
function runner(solve: Solve, { timeLimitMs, onProgress, signal }: Omit<PlanWishes, 'goal' | 'keep'>): Run {
  let left = timeLimitMs;
  return async (step, program) => {
    const solution = await solve(program, {
      timeLimitMs: Math.max(1, left),
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, step }) } : {}),
    });
    left -= solution.tookMs;
    if (solution.status === 'cancelled') throw new Stopped();
    return solution;
  };
}

/** @throws Stopped when it is called off between two steps. */
async function unlessCalledOff<T>(steps: rules.Steps<T>, { signal }: Pick<PlanWishes, 'signal'>): Promise<T> {
  const done = await inTurns(steps, 1, signal);
  if (done === null) throw new Stopped();
  return done;
}

/** The best plan that leaves as few out as possible; null when the time was over before there was one. */
async function best(run: Run, judged: rules.Judged, wishes: PlanWishes): Promise<rules.Plan | null> {
  const { goal } = wishes;
  const keep = wishes.keep ?? null;
  const left = rules.leftOver(rules.serveAsMany(rules.offerOf(judged))).length;
  const isFloored = goal === 'lowest' && keep === null;
  const floor = isFloored ? await unlessCalledOff(rules.floorSteps(judged, left), wishes) : null;
  const considered = floor === null ? judged : rules.above(judged, floor);
  const serving = rules.serveAsMany(rules.offerOf(considered));
  const steps = rules.planning({ judged: considered, serving, goal, keep });
  const { program, pairs } = await unlessCalledOff(steps, wishes);
  if (pairs.length === 0) return rules.planOf(judged, { pairs, goal, keep }, true);
  const { status, values } = await run('plan', program);
  if (status === 'impossible') throw new Error('no plan where one was counted to be possible');
  if (!values) return null;
  return rules.planOf(judged, { pairs: rules.pairsOf(pairs, values), goal, keep }, status === 'best');
}

/** The same pairs and those that only a pin forbids, in the same order. */
async function withoutPins(judged: rules.Judged, { signal }: PlanWishes): Promise<rules.Judged> {
  const { facts } = judged.problem;
  if (!facts.some((fact) => fact.isPinned)) return judged;
  const free = await judgeInSlices(
    { ...judged.problem, facts: facts.map((fact) => ({ ...fact, isPinned: false })) },
    signal,
  );
  if (!free) throw new Stopped();
  return free;
}

/** Experts in reserve: a pin says who leads an organisation, not that nobody may stand by for it. */
async function standbys(
  run: Run,
  judged: rules.Judged,
  plan: rules.Plan,
  wishes: PlanWishes,
): Promise<readonly rules.Standby[]> {
  const { program, pairs } = rules.standbyProgram(await withoutPins(judged, wishes), plan);
  if (pairs.length === 0) return [];
  const { values } = await run('standby', program);
  return values ? rules.standbysOf(judged, rules.pairsOf(pairs, values)) : [];
}

/** The smallest group that is short of experts; when the time is over, one from which none can be left out. */
async function shortGroup(run: Run, judged: rules.Judged): Promise<rules.Group> {
  const offer = rules.offerOf(judged);
  const serving = rules.serveAsMany(offer);
  const some = rules.someGroup(offer, serving);
  // A single organisation for which there is nobody: nothing is smaller.
  if (some.length === 1) return rules.groupOf(judged, some, true);
  const { program, read } = rules.groupProgram(offer, serving);
  const { status, values } = await run('group', program);
  const found = values ? read(values) : some;
  const members = rules.isShort(offer, found) && found.length <= some.length ? found : some;
  return rules.groupOf(judged, members, status === 'best');
}

const ALL = new Set<rules.RelaxationKind>(rules.RELAXATION_KINDS);

/** The cheapest relaxations of all kinds and of each kind alone, each solved again; the cheapest first. */
async function options(run: Run, judged: rules.Judged, wishes: PlanWishes): Promise<readonly Option[]> {
  const found = new Map<string, Option>();
  for (const kinds of [ALL, ...rules.RELAXATION_KINDS.map((kind) => new Set([kind]))]) {
    const asked = rules.relaxationProgram(judged, kinds);
    if (!asked) continue;
    const { status, values } = await run('relaxations', asked.program);
    if (status === 'impossible' && kinds === ALL) return [];
    if (!values) continue;
    const relaxations = asked.read(values);
    const key = JSON.stringify(relaxations);
    if (found.has(key)) continue;
    const relaxed = await judgeInSlices(rules.relax(judged.problem, relaxations), wishes.signal);
    if (!relaxed) throw new Stopped();
    const plan = await best(run, relaxed, wishes);
    if (plan && plan.left.length === 0) {
      found.set(key, { relaxations, cost: rules.costOf(relaxations, judged.problem), plan });
    }
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost || b.plan.total - a.plan.total);
}

/** Null when it was cancelled. */
async function unlessStopped<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}

/**
 * A proposal for a whole cohort (CO-9): every organisation with an expert and one in reserve, proven to be the best by
 * the goal. When there are not enough experts it leaves out as few as possible. Changes nothing.
 */
export async function planCohort(solve: Solve, problem: rules.Problem, wishes: PlanWishes): Promise<PlanOutcome> {
  const outcome = await unlessStopped(async (): Promise<PlanOutcome> => {
    const run = runner(solve, wishes);
    const judged = await judgeInSlices(problem, wishes.signal);
    if (!judged) throw new Stopped();
    const plan = await best(run, judged, wishes);
    if (!plan) return { status: 'out_of_time' };
    return { status: 'planned', plan, standbys: await standbys(run, judged, plan, wishes) };
  });
  return outcome ?? { status: 'cancelled' };
}

/** Why not everybody can be served: the smallest group that is short of experts (peers' N2). */
export async function findShortGroup(
  solve: Solve,
  problem: rules.Problem,
  wishes: Omit<PlanWishes, 'goal' | 'keep'>,
): Promise<GroupOutcome> {
  const outcome = await unlessStopped(async (): Promise<GroupOutcome> => {
    const judged = await judgeInSlices(problem, wishes.signal);
    if (!judged) throw new Stopped();
    if (rules.leftOver(rules.serveAsMany(rules.offerOf(judged))).length === 0) return { status: 'nobody_left' };
    return { status: 'found', group: await shortGroup(runner(solve, wishes), judged) };
  });
  return outcome ?? { status: 'cancelled' };
}

/** What staff could settle so that everybody is served, each way solved again with the same wishes (peers' N2). */
export async function findWaysOut(solve: Solve, problem: rules.Problem, wishes: PlanWishes): Promise<WaysOutOutcome> {
  const outcome = await unlessStopped(async (): Promise<WaysOutOutcome> => {
    const judged = await judgeInSlices(problem, wishes.signal);
    if (!judged) throw new Stopped();
    return { status: 'found', options: await options(runner(solve, wishes), judged, wishes) };
  });
  return outcome ?? { status: 'cancelled' };
}
