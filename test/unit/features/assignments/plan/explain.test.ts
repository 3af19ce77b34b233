import { afterAll, describe, expect, it } from 'vitest';
import { planCohort } from '../../../../../src/features/assignments/operations/plan-cohort.ts';
import { explain, judge, type Keep, type Problem } from '../../../../../src/features/assignments/rules/plan/index.ts';
import { createSolver } from '../../../../../src/platform/solver/solver.ts';
import { expert, organisation, problemOf } from '../../../../support/plans.ts';

const solver = createSolver();
afterAll(solver.stop);

async function explained(problem: Problem, organisationId: string, keep?: Keep) {
  const outcome = await planCohort(solver.solve, problem, {
    ...{ goal: 'total', timeLimitMs: 20_000 },
    ...(keep ? { keep } : {}),
  });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  return { ...explain(judge(problem), outcome.plan, organisationId), plan: outcome.plan, standbys: outcome.standbys };
}

const near = { regions: ['lodzkie'] };

describe('the explanation of a pair', () => {
  it('names the reasons with their points, what weighs most first', async () => {
    const anna = expert('anna', { ...near, experience: 2, maxLoad: 3, load: 1 });
    const fact = { organisationId: 'a', expertId: 'anna', organisationWish: 'for', expertWish: 'against' } as const;
    const place = organisation('a', { needs: ['finance', 'volunteers'], language: 'uk' });
    const { chosen } = await explained(problemOf([place], [{ ...anna, languages: ['pl'] }], [fact]), 'a');
    expect(chosen?.parts).toEqual([
      { points: 28, reason: { kind: 'fields', matched: ['finance'], asked: 2 } },
      { points: 25, reason: { kind: 'region' } },
      { points: -25, reason: { kind: 'other_language' } },
      { points: 10, reason: { kind: 'organisation_wish', wish: 'for' } },
      { points: -10, reason: { kind: 'expert_wish', wish: 'against' } },
      { points: 10, reason: { kind: 'load', load: 1, maxLoad: 3 } },
      { points: 5, reason: { kind: 'experience', count: 2 } },
    ]);
    expect(chosen).toMatchObject({ score: 43, fit: 33, place: 1, of: 1 });
  });

  it('names every rule that keeps somebody out', async () => {
    const facts = [
      { organisationId: 'a', expertId: 'tied', tie: 'tie', category: 'family', hasDeclined: true },
      { organisationId: 'a', expertId: 'looked_into', tie: 'pinned_no_tie', category: 'family' },
    ] as const;
    const experts = [
      ...[expert('tied'), expert('looked_into'), expert('away', { isInactive: true, isInCohort: false })],
      expert('far', { regions: ['opolskie'] }),
    ];
    const place = organisation('a', { conditions: ['region', 'language'] });
    const { chosen, refused } = await explained(problemOf([place], experts, facts), 'a');
    expect(chosen?.expertId).toBe('looked_into');
    expect(refused).toEqual([
      { expertId: 'away', rules: [{ rule: 'inactive' }, { rule: 'not_in_cohort' }] },
      { expertId: 'far', rules: [{ rule: 'region' }] },
      { expertId: 'tied', rules: [{ rule: 'tie', category: 'family' }, { rule: 'declined' }] },
    ]);
  });

  it('says who took the expert that stands higher', async () => {
    const [wanted, other] = [expert('wanted', near), expert('other', { fields: ['volunteers'] })];
    const places = [organisation('a', { needs: ['finance', 'volunteers'] }), organisation('b')];
    const { chosen, higher } = await explained(problemOf(places, [wanted, other]), 'a');
    expect(chosen?.expertId).toBe('other');
    expect(higher).toEqual([{ expertId: 'wanted', score: 68, why: 'taken', by: [{ organisationId: 'b', fit: 80 }] }]);
  });

  it('says that the higher one was full before', async () => {
    const places = [organisation('a')];
    const experts = [expert('full', { ...near, maxLoad: 2, load: 2 }), expert('free')];
    const { higher } = await explained(problemOf(places, experts), 'a');
    expect(higher).toEqual([{ expertId: 'full', score: 80, why: 'full', load: 2, maxLoad: 2 }]);
  });

  it('says that work is shared out when the higher one still has room', async () => {
    const places = [organisation('a'), organisation('b')];
    const experts = [expert('anna', { maxLoad: 3 }), expert('jan', { maxLoad: 15, load: 1 })];
    const { plan } = await explained(problemOf(places, experts), 'a');
    expect(plan.loads.map((one) => one.after)).toEqual([1, 2]);
    const to = plan.pairs.find((pair) => pair.expertId === 'jan')?.organisationId ?? '';
    const { higher } = await explained(problemOf(places, experts), to);
    expect(higher).toEqual([{ expertId: 'anna', score: 85, why: 'load', load: 2, maxLoad: 3 }]);
  });

  it('says that a pair was pinned, or kept from the plan before', async () => {
    const experts = [expert('better', { ...near, maxLoad: 2 }), expert('chosen')];
    const pin = { organisationId: 'a', expertId: 'chosen', isPinned: true };
    const pinned = await explained(problemOf([organisation('a')], experts, [pin]), 'a');
    expect(pinned.chosen).toMatchObject({ expertId: 'chosen', isPinned: true });
    expect(pinned.refused).toEqual([
      { expertId: 'better', rules: [{ rule: 'pinned_elsewhere', expertIds: ['chosen'] }] },
    ]);
    const kept = await explained(problemOf([organisation('a')], experts), 'a', new Map([['a', 'chosen']]));
    expect(kept.chosen).toMatchObject({ expertId: 'chosen', isKept: true });
    expect(kept.higher).toMatchObject([{ expertId: 'better', why: 'kept' }]);
    expect(kept.plan.changes).toBe(0);
  });

  it('has nobody to explain for an organisation that is left out', async () => {
    const { chosen, higher, refused, plan } = await explained(problemOf([organisation('a')], []), 'a');
    expect([chosen, higher, refused, plan.left]).toEqual([null, [], [], ['a']]);
  });

  it('is for organisations of the plan only', async () => {
    await expect(explained(problemOf([organisation('a')], []), 'b')).rejects.toThrow(RangeError);
  });
});

describe('those in reserve', () => {
  it('are the best who have room beside the plan', async () => {
    const experts = [expert('first', near), expert('good', { maxLoad: 1 }), expert('bad', { fields: [], maxLoad: 9 })];
    const { standbys } = await explained(problemOf([organisation('a')], experts), 'a');
    expect(standbys).toEqual([{ organisationId: 'a', expertId: 'good', fit: 70 }]);
  });

  it('are not one for all when there is another', async () => {
    const places = ['a', 'b', 'c', 'd'].map((id) => organisation(id));
    const leads = places.map(({ id }) => expert(`leads_${id}`, { maxLoad: 1, ...near }));
    const reserve = [expert('good', { maxLoad: 9 }), expert('worse', { maxLoad: 9, fields: ['volunteers'] })];
    const { standbys } = await explained(problemOf(places, [...leads, ...reserve]), 'a');
    expect(standbys.map((one) => one.expertId).sort()).toEqual(['good', 'good', 'good', 'worse']);
  });

  it('an organisation whose expert staff pinned has somebody in reserve, too', async () => {
    const experts = [expert('first', near), expert('good', { maxLoad: 1 })];
    const pin = { organisationId: 'a', expertId: 'first', isPinned: true };
    const { plan, standbys } = await explained(problemOf([organisation('a')], experts, [pin]), 'a');
    expect(plan.pairs).toMatchObject([{ expertId: 'first', isPinned: true }]);
    expect(standbys).toEqual([{ organisationId: 'a', expertId: 'good', fit: 70 }]);
  });

  it('are one for all when there is nobody else, and nobody when all are full', async () => {
    const places = ['a', 'b', 'c'].map((id) => organisation(id));
    const leads = places.map(({ id }) => expert(`leads_${id}`, { maxLoad: 1, ...near }));
    const shared = await explained(problemOf(places, [...leads, expert('good', { maxLoad: 1 })]), 'a');
    expect(shared.standbys.map((one) => one.expertId)).toEqual(['good', 'good', 'good']);
    const none = await explained(problemOf(places, leads), 'a');
    expect(none.standbys).toEqual([]);
  });
});
