import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  goalOf,
  judge,
  judging,
  shortageSchema,
  standingOf,
} from '../../../../../src/features/assignments/rules/plan/index.ts';
import { anyProblem, expert, organisation, problemOf } from '../../../../support/plans.ts';

const stored = (chosen: Readonly<Record<string, string>>) =>
  ({ goal: 'total', isProven: true, chosen: new Map(Object.entries(chosen)) }) as const;

describe('a plan that was kept', () => {
  it('holds while its pairs are possible and there is room', () => {
    const judged = judge(problemOf([organisation('a'), organisation('b')], [expert('anna', { maxLoad: 2 })]));
    const { plan, broken } = standingOf(judged, stored({ a: 'anna', b: 'anna' }));
    expect(plan.pairs.map((pair) => pair.organisationId)).toEqual(['a', 'b']);
    expect(broken.size).toBe(0);
  });

  it('says which rule forbids a pair by now', () => {
    const tie = { organisationId: 'a', expertId: 'anna', tie: 'tie', category: 'work' } as const;
    const judged = judge(problemOf([organisation('a')], [expert('anna')], [tie]));
    const { plan, broken } = standingOf(judged, stored({ a: 'anna' }));
    expect(plan.left).toEqual(['a']);
    expect(broken.get('a')).toEqual({ rule: 'tie', category: 'work' });
  });

  it('says who has no room by now, and keeps those for whom there is some', () => {
    const judged = judge(problemOf([organisation('a'), organisation('b')], [expert('anna', { maxLoad: 3, load: 2 })]));
    const { plan, broken } = standingOf(judged, stored({ a: 'anna', b: 'anna' }));
    expect(plan.pairs).toHaveLength(1);
    expect([...broken]).toEqual([['b', { rule: 'full', load: 2, maxLoad: 3 }]]);
  });

  it('leaves out whoever is gone', () => {
    const judged = judge(problemOf([organisation('a')], [expert('anna')]));
    expect(standingOf(judged, stored({ a: 'nobody', gone: 'anna' }))).toMatchObject({ plan: { left: ['a'] } });
  });

  it('never breaks a limit, whatever was kept', () => {
    const problem = anyProblem({ organisations: 5, experts: 4 });
    const pick = fc.array(fc.nat(3), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(problem, pick, (given, picks) => {
        const chosen = new Map(given.organisations.map(({ id }, n) => [id, `e${picks[n]}`]));
        const { plan, broken } = standingOf(judge(given), { goal: 'total', isProven: true, chosen });
        const known = given.organisations.filter(({ id }) =>
          given.experts.some((one) => one.expertId === chosen.get(id)),
        );
        expect(plan.pairs.length + broken.size).toBe(known.length);
      }),
    );
  });
});

describe('judging step by step', () => {
  it('gives a turn after each organisation, and the same in the end', () => {
    fc.assert(
      fc.property(anyProblem({ organisations: 4, experts: 4 }), (problem) => {
        const steps = judging(problem);
        let turns = 0;
        let step = steps.next();
        for (; !step.done; step = steps.next()) turns += 1;
        expect(turns).toBe(problem.organisations.length);
        expect(step.value.pairs).toEqual(judge(problem).pairs);
      }),
    );
  });
});

describe('what is read back', () => {
  it('is refused when it is not what was written', () => {
    expect(() => goalOf('best')).toThrow();
    expect(shortageSchema.safeParse({ group: {} }).success).toBe(false);
    expect(shortageSchema.safeParse(null).success).toBe(false);
  });
});
