import fc from 'fast-check';
import { VOIVODESHIPS } from '../../../src/core/voivodeships.ts';
import type {
  ExplanationShown,
  LoadShown,
  PlanShown,
  RowShown,
} from '../../../src/features/assignments/operations/plan/index.ts';
import type { Reason } from '../../../src/features/assignments/rules/index.ts';
import type { Broken, Refusal, Shortage } from '../../../src/features/assignments/rules/plan/index.ts';
import * as views from '../../../src/features/assignments/views/plan/index.ts';
import { loadBar } from '../../../src/features/assignments/views/plan/loads.ts';
import { shortBlocks } from '../../../src/features/assignments/views/plan/short.ts';
import {
  cutName,
  nameList,
  refusalWords,
  relaxationWords,
} from '../../../src/features/assignments/views/plan/words.ts';
import { TIE_CATEGORIES } from '../../../src/features/experts/public.ts';
import { builds } from '../../support/builders.ts';
import { definition } from '../../support/rows.ts';
import { count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

const region = fc.constantFrom(...VOIVODESHIPS.map((one) => one.key), 'xvq');
const goal = fc.constantFrom('total' as const, 'lowest' as const);
const wish = fc.constantFrom('for' as const, 'against' as const);
const version = fc.constantFrom(1, 99);
const at = { cohortId: uuid, participationId: uuid };
const fields = (words: Words) => definition(words).map((one) => one.expertFields);
const load = fc.tuple(count, count).map(([before, more]) => ({ before, after: before + more }));
const names = (words: Words) => words.line().map((name) => () => name);

const reason: fc.Arbitrary<Reason> = fc.oneof(
  fc.constantFrom(...(['region', 'whole_country', 'other_region', 'language'] as const).map((kind) => ({ kind }))),
  fc.record({ kind: fc.constant('organisation_wish' as const), wish }),
  fc.record({ kind: fc.constant('load' as const), load: count, maxLoad: count }),
);

const broken: fc.Arbitrary<Broken> = fc.oneof(
  fc.constantFrom(...(['inactive', 'declined', 'language'] as const).map((rule) => ({ rule }))),
  fc.record({ rule: fc.constant('full' as const), load: count, maxLoad: count }),
);

const refusal: fc.Arbitrary<Refusal> = fc.oneof(
  fc.constantFrom(...(['region', 'not_in_cohort'] as const).map((rule) => ({ rule }))),
  fc.record({ rule: fc.constant('tie' as const), category: fc.constantFrom('work', 'xvq') }),
  fc.record({
    rule: fc.constant('pinned_elsewhere' as const),
    expertIds: fc.array(uuid, { minLength: 1, maxLength: 3 }),
  }),
);

const relaxation: fc.Arbitrary<Shortage['options'][number]['relaxations'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('one_more' as const), expertId: uuid, count: fc.constantFrom(1, 2, 5) }),
  fc.record({
    kind: fc.constantFrom('drop_region' as const, 'drop_language' as const, 'unpin' as const),
    organisationId: uuid,
  }),
  fc.record({
    kind: fc.constantFrom('lift_decline' as const, 'review_tie' as const),
    organisationId: uuid,
    expertId: uuid,
  }),
);

const row = (words: Words): fc.Arbitrary<RowShown> =>
  fc.record({
    ...{ participationId: uuid, organisation: words.line(), town: words.line(), voivodeship: region },
    state: fc.constantFrom('open' as const, 'left', 'broken', 'unsolved', 'proposed', 'again', 'gone'),
    ...{ expert: maybe(words.line()), standby: maybe(words.line()), pinned: maybe(words.line()) },
    ...{ score: maybe(count), reasons: fc.array(reason, { maxLength: 3 }), broken: maybe(broken) },
  });

const shortage = (words: Words) =>
  fc.record({
    group: fc.record({
      organisations: fc.array(uuid, { minLength: 1, maxLength: 9 }),
      experts: fc.array(fc.record({ expertId: uuid, room: count }), { maxLength: 8 }),
      ...{ room: fc.constantFrom(0, 1, 5), isSmallest: fc.boolean() },
    }),
    options: fc.array(fc.record({ relaxations: fc.array(relaxation, { minLength: 1, maxLength: 3 }), cost: count }), {
      maxLength: 4,
    }),
    names: names(words),
  });

const counts = fc.record({
  ...{ open: count, left: fc.constantFrom(0, 1, 3), broken: count, unsolved: count },
  ...{ proposed: count, again: count, gone: count },
});

const shown = (words: Words): fc.Arbitrary<PlanShown> =>
  fc.record({
    ...{ cohortId: uuid, cohort: words.line(60), planId: uuid, version, goal, isProven: fc.boolean() },
    ...{
      changes: maybe(count),
      counts,
      added: count,
      lowest: maybe(count),
      page: fc.constantFrom(0, 1),
      pages: fc.constantFrom(1, 3),
    },
    ...{ rows: fc.array(row(words), { maxLength: 8 }), shortage: maybe(shortage(words)) },
  });

const explained = (words: Words): fc.Arbitrary<ExplanationShown> =>
  fc.record({
    ...{ cohortId: uuid, planId: uuid, version, row: row(words), expertId: maybe(uuid), names: names(words) },
    explanation: maybe(
      fc.record({
        organisationId: uuid,
        chosen: maybe(
          fc.record({
            ...{
              organisationId: uuid,
              expertId: uuid,
              fit: count,
              score: count,
              isPinned: fc.boolean(),
              isKept: fc.boolean(),
            },
            parts: fc.array(fc.record({ points: fc.integer({ min: -25, max: 55 }), reason }), {
              minLength: 1,
              maxLength: 6,
            }),
            ...{ place: count, of: count },
          }),
        ),
        higher: fc.array(
          fc.oneof(
            fc.record({
              expertId: uuid,
              score: count,
              why: fc.constantFrom('pinned' as const, 'kept' as const, 'unproven' as const),
            }),
            fc.record({
              expertId: uuid,
              score: count,
              why: fc.constantFrom('full' as const, 'load' as const),
              load: count,
              maxLoad: count,
            }),
            fc.record({
              ...{ expertId: uuid, score: count, why: fc.constant('taken' as const) },
              by: fc.array(fc.record({ organisationId: uuid, fit: count }), { minLength: 1, maxLength: 6 }),
            }),
          ),
          { maxLength: 12 },
        ),
        refused: fc.array(fc.record({ expertId: uuid, rules: fc.array(refusal, { minLength: 1, maxLength: 3 }) }), {
          maxLength: 30,
        }),
      }),
    ),
  });

const loads = (words: Words): fc.Arbitrary<readonly LoadShown[]> =>
  crowd(fc.tuple(words.line(), load, count).map(([name, of, maxLoad]) => ({ name, ...of, maxLoad })));

const refused = (words: Words) =>
  fc.array(
    fc.record({
      ...{ organisation: words.line(), expert: words.line() },
      reason: fc.constantFrom('plan_changed' as const, 'full' as const, 'tie' as const, 'changed_meanwhile' as const),
    }),
    { minLength: 1, maxLength: 14 },
  );

/** Every builder of plans, with a generator. */
export const planCases = [
  builds(views.startModal, 'modal', (words) =>
    fc
      .record({
        ...{ cohortId: uuid, cohort: words.line(60), seen: maybe(fc.record({ planId: uuid, version })) },
        ...{ waiting: count, free: count, goal },
      })
      .map((starting) => (locale) => [starting, locale]),
  ),
  builds(views.planRunModal, 'modal', () =>
    fc
      .record({
        ...{ runId: uuid, elapsed: count, seconds: fc.constantFrom(10, 600) },
        step: fc.constantFrom('plan' as const, 'standby' as const, 'group' as const, 'relaxations' as const),
      })
      .map((working) => (locale) => [working, locale]),
  ),
  builds(views.planModal, 'modal', (words) =>
    fc.tuple(shown(words), names(words), fields(words)).map(([plan, name, known]) => (locale) => [
      plan,
      name,
      { locale, fields: known },
    ]),
  ),
  builds(views.whyModal, 'modal', (words) =>
    fc.tuple(explained(words), fields(words)).map(([why, known]) => (locale) => [why, { locale, fields: known }]),
  ),
  builds(shortBlocks, 'blocks', (words) =>
    fc
      .tuple(shortage(words), fc.constantFrom(1, 3, 25), fc.record({ cohortId: uuid, planId: uuid, version }))
      .map(([short, left, seen]) => (locale) => [short, left, seen, locale]),
  ),
  builds(views.loadsModal, 'modal', (words) =>
    fc.tuple(uuid, loads(words)).map(([id, all]) => (locale) => [id, all, locale]),
  ),
  builds(views.loadsMessage, 'message', (words) =>
    fc.tuple(words.line(60), loads(words)).map(([cohort, all]) => (locale) => [cohort, all, locale]),
  ),
  builds(loadBar, 'mrkdwn', () =>
    fc.tuple(load, count).map(([of, maxLoad]) => () => [{ ...of, maxLoad }]),
  ),
  builds(views.applyModal, 'modal', () =>
    fc.tuple(fc.record({ cohortId: uuid, planId: uuid, version }), count).map(([seen, n]) => (locale) => [
      seen,
      n,
      locale,
    ]),
  ),
  builds(views.changeModal, 'modal', (words) =>
    fc.tuple(fc.record({ ...at, planId: uuid, version }), words.line()).map(([one, name]) => (locale) => [
      one,
      name,
      locale,
    ]),
  ),
  builds(views.pairModal, 'modal', (words) =>
    fc
      .record({
        ...{ ...at, expertId: uuid, expert: words.line(), organisation: words.line() },
        declared: maybe(fc.constantFrom(...TIE_CATEGORIES)),
        review: maybe(
          fc.record({
            ...{ finding: fc.constantFrom('tie' as const, 'no_tie' as const), note: maybe(words.text(500)) },
            ...{ by: words.line(), at: moment },
          }),
        ),
        ...{ organisationWish: maybe(wish), expertWish: maybe(wish), hasDeclined: fc.boolean() },
        seen: fc.constant({ tieId: null, reviewedAt: null, keptAt: null }),
      })
      .map((known) => (locale) => [known, locale]),
  ),
  builds(views.needsModal, 'modal', (words) =>
    fc
      .record({
        ...{ ...at, organisation: words.line(), voivodeship: region, language: maybe(fc.constantFrom('uk', 'xvq')) },
        ...{ conditions: fc.subarray(['region', 'language'] as const), keptAt: fc.constant(null) },
      })
      .map((known) => (locale) => [known, locale]),
  ),
  builds(views.planAppliedMessage, 'message', (words) =>
    fc
      .record({
        ...{ cohortId: uuid, cohort: words.line(60), by: words.line(), proposed: count },
        refused: fc.oneof(fc.constant([]), refused(words)),
      })
      .map((applied) => (locale) => [applied, locale]),
  ),
  builds(views.refusedWords, 'mrkdwn', (words) => refused(words).map((all) => (locale) => [all, locale])),
  builds(refusalWords, 'mrkdwn', (words) =>
    fc.tuple(fc.oneof(refusal, broken), names(words)).map(([one, name]) => (locale) => [one, name, locale]),
  ),
  builds(relaxationWords, 'mrkdwn', (words) =>
    fc.tuple(relaxation, names(words)).map(([one, name]) => (locale) => [one, name, locale]),
  ),
  builds(cutName, 'mrkdwn', (words) => words.line(100).map((name) => () => [name])),
  builds(nameList, 'mrkdwn', (words) =>
    fc.array(words.line(60), { minLength: 1, maxLength: 5 }).map((all) => () => [all]),
  ),
];
