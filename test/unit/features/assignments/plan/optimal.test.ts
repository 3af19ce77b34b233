import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { planCohort } from '../../../../../src/features/assignments/operations/plan-cohort.ts';
import {
  type Goal,
  judge,
  offerOf,
  type Plan,
  type Problem,
  planProgram,
  serveAsMany,
} from '../../../../../src/features/assignments/rules/plan/index.ts';
import { createSolver } from '../../../../../src/platform/solver/solver.ts';
import { anyProblem, bestByForce, inOrder, mayServe, worthOf } from '../../../../support/plans.ts';

const solver = createSolver();
afterAll(solver.stop);

const GOALS = ['total', 'lowest'] as const satisfies readonly Goal[];
const SMALL = { organisations: 5, experts: 4 };

async function planFor(problem: Problem, goal: Goal, keep?: ReadonlyMap<string, string>) {
  const outcome = await planCohort(solver.solve, problem, { goal, timeLimitMs: 10_000, ...(keep ? { keep } : {}) });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  return outcome;
}

const chosenIn = ({ organisations }: Problem, { pairs }: Plan) =>
  organisations.map(({ id }) => pairs.find((pair) => pair.organisationId === id)?.expertId ?? null);

/** A pin says who leads, and nothing of who stands by. */
const withoutPins = (problem: Problem): Problem => ({
  ...problem,
  facts: problem.facts.map((fact) => ({ ...fact, isPinned: false })),
});

/** Planned organisations that somebody else with room beside the plan could lead. */
const withOthers = (problem: Problem, { pairs, loads }: Plan): readonly string[] =>
  pairs
    .filter(({ organisationId, expertId }) => {
      const place = problem.organisations.find((one) => one.id === organisationId);
      return problem.experts.some((one) => {
        const load = loads.find((each) => each.expertId === one.expertId);
        const isFree = one.expertId !== expertId && load !== undefined && load.after < load.maxLoad;
        return isFree && place !== undefined && mayServe(problem, place, one);
      });
    })
    .map((pair) => pair.organisationId);

const shuffled = (problem: Problem) =>
  fc
    .tuple(
      fc.shuffledSubarray([...problem.organisations], { minLength: problem.organisations.length }),
      fc.shuffledSubarray([...problem.experts], { minLength: problem.experts.length }),
      fc.shuffledSubarray([...problem.facts], { minLength: problem.facts.length }),
    )
    .map(([organisations, experts, facts]): readonly [Problem, Problem] => [
      problem,
      { organisations, experts, facts },
    ]);

describe('a plan', () => {
  it.each(GOALS)(
    'is as good as the best of all ways, looked at one by one (%s)',
    { timeout: 120_000 },
    async (goal) => {
      await fc.assert(
        fc.asyncProperty(anyProblem(SMALL), async (problem) => {
          const { plan } = await planFor(problem, goal);
          const value = worthOf(problem, chosenIn(problem, plan));
          expect(inOrder(value, goal)).toEqual(inOrder(bestByForce(problem, goal), goal));
          expect(plan).toMatchObject({ isProven: true, total: value.total, changes: null });
          expect(plan.lowest ?? Number.POSITIVE_INFINITY).toBe(value.lowest);
          expect(plan.left).toHaveLength(value.left);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('keeps every rule and every limit, and so do those in reserve', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyProblem({ organisations: 9, experts: 6 }),
        fc.constantFrom(...GOALS),
        async (problem, goal) => {
          const { plan, standbys } = await planFor(problem, goal);
          const free = withoutPins(problem);
          const all = [
            ...plan.pairs.map((one) => [one, problem] as const),
            ...standbys.map((one) => [one, free] as const),
          ];
          for (const [pair, rules] of all) {
            const place = problem.organisations.find((one) => one.id === pair.organisationId);
            const person = problem.experts.find((one) => one.expertId === pair.expertId);
            expect(place && person && mayServe(rules, place, person)).toBe(true);
          }
          for (const one of plan.loads) expect(one.after).toBeLessThanOrEqual(Math.max(one.before, one.maxLoad));
          expect(standbys.map((one) => one.organisationId)).toEqual(withOthers(free, plan));
          const own = plan.pairs.map((one) => `${one.organisationId} ${one.expertId}`);
          const busy = plan.loads.filter((one) => one.after >= one.maxLoad).map((one) => one.expertId);
          expect(standbys.filter((one) => own.includes(`${one.organisationId} ${one.expertId}`))).toEqual([]);
          expect(standbys.filter((one) => busy.includes(one.expertId))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of what was given', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyProblem({ organisations: 9, experts: 6 }).chain(shuffled),
        fc.constantFrom(...GOALS),
        async ([problem, mixed], goal) => {
          expect(await planFor(mixed, goal)).toEqual(await planFor(problem, goal));
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(GOALS)(
    'changes as little as can be against the one before, then is the best (%s)',
    { timeout: 120_000 },
    async (goal) => {
      const before = anyProblem(SMALL).chain((problem) =>
        fc.tuple(
          fc.constant(problem),
          fc.array(fc.constantFrom(null, ...problem.experts.map((one) => one.expertId)), {
            minLength: problem.organisations.length,
            maxLength: problem.organisations.length,
          }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(before, async ([problem, former]) => {
          const keep = new Map(
            problem.organisations.flatMap(({ id }, n) => (former[n] ? [[id, former[n]] as const] : [])),
          );
          const { plan } = await planFor(problem, goal, keep);
          const value = worthOf(problem, chosenIn(problem, plan), keep);
          expect(inOrder(value, goal)).toEqual(inOrder(bestByForce(problem, goal, keep), goal));
          expect(plan.changes).toBe(value.changes);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('reaches the same whatever pairs are looked at only when they are needed', { timeout: 60_000 }, async () => {
    const cases = fc.tuple(
      anyProblem({ organisations: 12, experts: 8 }),
      fc.constantFrom(...GOALS),
      fc.boolean(),
      fc.nat(99),
    );
    await fc.assert(
      fc.asyncProperty(cases, fc.infiniteStream(fc.nat(99)), async ([problem, goal, isAgain, share], chance) => {
        const judged = judge(problem);
        const keep = isAgain ? new Map(problem.organisations.map(({ id }) => [id, 'e0'])) : null;
        const { program, pairs } = planProgram({ judged, serving: serveAsMany(offerOf(judged)), goal, keep });
        if (pairs.length === 0) return;
        const later = Uint8Array.from(program.columns.lower, (_, column) =>
          column < pairs.length && Number(chance.next().value) < share ? 1 : 0,
        );
        const [all, some] = [null, later].map((one) =>
          solver.solve({ ...program, later: one }, { timeLimitMs: 10_000 }),
        );
        expect((await some)?.reached).toEqual((await all)?.reached);
      }),
      { numRuns: 300 },
    );
  });
});
