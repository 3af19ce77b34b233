import type {
  PairFact,
  PlanExpert,
  PlanOrganisation,
  Problem,
} from '../../src/features/assignments/rules/plan/index.ts';

const FIELDS = [
  'finance',
  'communication',
  'volunteers',
  'fundraising',
  'law',
  'facilitation',
  'evaluation',
  'digital',
];
const REGIONS = ['lodzkie', 'slaskie', 'opolskie', 'mazowieckie', 'podlaskie', 'pomorskie', 'lubelskie', 'malopolskie'];

/** Numbers that look like chance and are the same every time (Lehmer's generator). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A cohort as it might be: most experts work in one or two voivodeships, some pairs are tied, some have declined. */
export function cohortOf(size: { readonly organisations: number; readonly experts: number }): Problem {
  const chance = chanceFrom(20_231_105);
  const some = (list: readonly string[], most: number) =>
    [...new Set(Array.from({ length: 1 + chance(most) }, () => list[chance(list.length)] ?? ''))].sort();
  const each = Math.ceil(size.organisations / size.experts);
  const organisations = Array.from(
    { length: size.organisations },
    (_, n): PlanOrganisation => ({
      id: `organisation-${n}`,
      needs: some(FIELDS, 3),
      voivodeship: REGIONS[chance(REGIONS.length)] ?? '',
    }),
  );
  const experts = Array.from({ length: size.experts }, (_, n): PlanExpert => {
    const load = chance(2);
    return {
      ...{ expertId: `expert-${n}`, name: `Osoba ${n}`, fields: some(FIELDS, 4) },
      ...{ regions: chance(5) === 0 ? [] : some(REGIONS, 2), load, maxLoad: load + each + chance(3) },
      ...{ isInactive: false, isInCohort: true, experience: chance(3) },
    };
  });
  const facts = organisations.flatMap(({ id: organisationId }) =>
    experts.flatMap(({ expertId }): readonly PairFact[] => {
      const what = chance(100);
      if (what < 3) return [{ organisationId, expertId, tie: 'tie', category: 'work' }];
      if (what < 5) return [{ organisationId, expertId, hasDeclined: true }];
      if (what < 7) return [{ organisationId, expertId, organisationWish: 'for' }];
      return what < 9 ? [{ organisationId, expertId, expertWish: 'against' }] : [];
    }),
  );
  return { organisations, experts, facts };
}
