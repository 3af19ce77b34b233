import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  findShortGroup,
  findWaysOut,
  planCohort,
} from '../../../../../src/features/assignments/operations/plan-cohort.ts';
import {
  costOf,
  type Problem,
  RELAXATION_KINDS,
  type Relaxation,
  relax,
} from '../../../../../src/features/assignments/rules/plan/index.ts';
import { createSolver } from '../../../../../src/platform/solver/solver.ts';
import {
  anyProblem,
  bestByForce,
  expert,
  mayServe,
  organisation,
  problemOf,
  smallestShortGroup,
} from '../../../../support/plans.ts';

const solver = createSolver();
afterAll(solver.stop);

const wishes = { goal: 'total', timeLimitMs: 20_000 } as const;

async function groupIn(problem: Problem) {
  const outcome = await findShortGroup(solver.solve, problem, wishes);
  if (outcome.status === 'cancelled') throw new Error(outcome.status);
  return outcome.status === 'found' ? outcome.group : null;
}

async function waysOut(problem: Problem) {
  const outcome = await findWaysOut(solver.solve, problem, wishes);
  if (outcome.status === 'cancelled') throw new Error(outcome.status);
  return outcome.options;
}

/** Every relaxation that could be named of a problem, one at a time. */
function everyRelaxation({ organisations, experts }: Problem): readonly Relaxation[] {
  return [
    ...experts.flatMap(({ expertId, maxLoad }) =>
      (maxLoad > 0 ? [1, 2] : [1]).map((count) => ({ kind: 'one_more', expertId, count }) as const),
    ),
    ...organisations.flatMap(({ id: organisationId }): readonly Relaxation[] => [
      { kind: 'drop_region', organisationId },
      { kind: 'drop_language', organisationId },
      { kind: 'unpin', organisationId },
      ...experts.flatMap(({ expertId }): readonly Relaxation[] => [
        { kind: 'lift_decline', organisationId, expertId },
        { kind: 'review_tie', organisationId, expertId },
      ]),
    ]),
  ];
}

const isServed = (problem: Problem) => bestByForce(problem, 'total').left === 0;

/** Whether something cheaper would do, by trying every one and every two. */
function hasCheaper(problem: Problem, cost: number): boolean {
  const all = everyRelaxation(problem);
  const sets = (from: number, size: number): readonly (readonly Relaxation[])[] =>
    size === 0 ? [[]] : all.slice(from).flatMap((one, n) => sets(from + n + 1, size - 1).map((rest) => [one, ...rest]));
  const areApart = ([one, other]: readonly Relaxation[]) =>
    one?.kind !== 'one_more' || other?.kind !== 'one_more' || one.expertId !== other.expertId;
  const tried = [...sets(0, 1), ...sets(0, 2).filter(areApart)];
  return tried.some((set) => costOf(set, problem) < cost && isServed(relax(problem, set)));
}

describe('when not everybody can be served', () => {
  it('the group that is named is short of places, and none smaller is', { timeout: 120_000 }, async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyProblem({ organisations: 5, experts: 4 }), async (problem) => {
        const least = smallestShortGroup(problem);
        const found = await groupIn(problem);
        expect(found === null).toBe(least === null);
        if (!found) return;
        count += 1;
        const { organisations, experts, room, isSmallest } = found;
        expect(isSmallest).toBe(true);
        expect(organisations).toHaveLength(least ?? 0);
        expect(organisations.length).toBeGreaterThan(room);
        const members = problem.organisations.filter((one) => organisations.includes(one.id));
        const allowed = problem.experts.filter((one) => members.some((place) => mayServe(problem, place, one)));
        expect(experts.map((one) => one.expertId).sort()).toEqual(allowed.map((one) => one.expertId).sort());
        expect(room).toBe(allowed.reduce((sum, one) => sum + Math.max(0, one.maxLoad - one.load), 0));
      }),
      { numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(300);
  });

  it('the group is the smallest also where each one left over leads to a larger one', async () => {
    // Served in order of id, 1 to 3 take everybody; 4, 5 and 6 are left, each with all of 1 to 3 in its way.
    const allowed = { '1': 'ac', '2': 'bc', '3': 'c', '4': 'ab', '5': 'ab', '6': 'ab' };
    const people = ['a', 'b', 'c'].map((id) => expert(id));
    const facts = Object.entries(allowed).flatMap(([organisationId, letters]) =>
      people
        .filter(({ expertId }) => !letters.includes(expertId))
        .map(({ expertId }) => ({ organisationId, expertId, hasDeclined: true })),
    );
    const problem = problemOf(
      Object.keys(allowed).map((id) => organisation(id)),
      people,
      facts,
    );
    expect(smallestShortGroup(problem)).toBe(3);
    expect(await groupIn(problem)).toEqual({
      organisations: ['4', '5', '6'],
      experts: [
        { expertId: 'a', room: 1 },
        { expertId: 'b', room: 1 },
      ],
      room: 2,
      isSmallest: true,
    });
  });

  it('each way out serves everybody, the first is the cheapest, and none asks for more than it must', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem({ organisations: 3, experts: 3 }), async (problem) => {
        if (isServed(problem)) return;
        const options = await waysOut(problem);
        for (const { relaxations, cost, plan } of options) {
          expect(plan.left).toEqual([]);
          expect(cost).toBe(costOf(relaxations, problem));
          expect(isServed(relax(problem, relaxations))).toBe(true);
          for (const one of relaxations) {
            const others = relaxations.filter((other) => other !== one);
            expect(isServed(relax(problem, others))).toBe(false);
          }
        }
        const [first] = options;
        if (first) expect(hasCheaper(problem, first.cost)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('every kind of way out is found where it is the only one', async () => {
    const [a, b] = [organisation('a'), organisation('b')];
    const [anna] = [expert('anna')];
    const pair = { organisationId: 'a', expertId: 'anna' };
    const cases: readonly (readonly [Problem, Relaxation])[] = [
      [problemOf([a, b], [anna]), { kind: 'one_more', expertId: 'anna', count: 1 }],
      [
        problemOf([organisation('a', { conditions: ['region'] })], [expert('anna', { regions: ['opolskie'] })]),
        { kind: 'drop_region', organisationId: 'a' },
      ],
      [
        problemOf([organisation('a', { language: 'uk', conditions: ['language'] })], [anna]),
        { kind: 'drop_language', organisationId: 'a' },
      ],
      [problemOf([a], [anna], [{ ...pair, hasDeclined: true }]), { kind: 'lift_decline', ...pair }],
      [problemOf([a], [anna], [{ ...pair, tie: 'tie' }]), { kind: 'review_tie', ...pair }],
      [
        problemOf(
          [a],
          [anna, expert('jan', { isInactive: true })],
          [{ organisationId: 'a', expertId: 'jan', isPinned: true }],
        ),
        { kind: 'unpin', organisationId: 'a' },
      ],
    ];
    for (const [problem, relaxation] of cases) {
      const options = await waysOut(problem);
      expect(options.map((one) => one.relaxations)).toEqual([[relaxation]]);
    }
    expect(cases.map(([, one]) => one.kind).sort()).toEqual([...RELAXATION_KINDS].sort());
  });

  it('a tie that staff have looked into is never lifted', async () => {
    const fact = { organisationId: 'a', expertId: 'anna', tie: 'pinned_tie', category: 'work' } as const;
    const problem = problemOf([organisation('a')], [expert('anna')], [fact]);
    expect(await waysOut(problem)).toEqual([]);
    expect(await groupIn(problem)).toEqual({ organisations: ['a'], experts: [], room: 0, isSmallest: true });
  });

  it('one more of each is asked before two more of one', async () => {
    const problem = problemOf(
      ['a', 'b', 'c', 'd'].map((id) => organisation(id)),
      [expert('anna'), expert('jan')],
    );
    const options = await waysOut(problem);
    expect(options[0]?.relaxations).toEqual([
      { kind: 'one_more', expertId: 'anna', count: 1 },
      { kind: 'one_more', expertId: 'jan', count: 1 },
    ]);
  });

  it('the plan leaves out as few as possible, and none for whom staff pinned somebody', async () => {
    const facts = [{ organisationId: 'b', expertId: 'anna', isPinned: true }];
    const problem = problemOf(
      [organisation('a'), organisation('b', { needs: ['volunteers'] })],
      [expert('anna')],
      facts,
    );
    const outcome = await planCohort(solver.solve, problem, wishes);
    expect(outcome).toMatchObject({ status: 'planned', plan: { left: ['a'], pairs: [{ organisationId: 'b' }] } });
  });

  it('nobody is looked for when everybody is served', async () => {
    expect(await groupIn(problemOf([organisation('a')], [expert('anna')]))).toBeNull();
  });
});
