import fc from 'fast-check';
import type { Locale } from '../../../src/core/locale.ts';
import { definitionOf } from '../../../src/features/programmes/public.ts';
import type { CallPhase, Warning } from '../../../src/features/programmes/rules/calls.ts';
import { cardFacts } from '../../../src/features/programmes/rules/card-facts.ts';
import type { ProgrammeDefinition } from '../../../src/features/programmes/rules/definition/index.ts';
import { plannedDates, stageNames } from '../../../src/features/programmes/rules/plan.ts';
import { texts } from '../../../src/features/programmes/texts.ts';
import { cohortCard } from '../../../src/features/programmes/views/card.ts';
import { dateLines, warningText } from '../../../src/features/programmes/views/dates.ts';
import {
  basisModal,
  callModal,
  cohortModal,
  detailsModal,
  listModal,
  type ShownProblem,
} from '../../../src/features/programmes/views/index.ts';
import { staffNote } from '../../../src/features/programmes/views/note.ts';
import { problemLines, problemMessage, retryButton } from '../../../src/features/programmes/views/problem.ts';
import type { CardPart } from '../../../src/platform/deps.ts';
import { button, section } from '../../../src/platform/slack/blocks.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { call, cohort, definition } from '../../support/rows.ts';
import { channelId, count, crowd, day, grosze, maybe, moment, userId, uuid, type Words } from '../../support/words.ts';

const PHASES: readonly CallPhase[] = ['scheduled', 'open', 'closed', 'resolved'];
const phase = fc.constantFrom(...PHASES);
const time = fc.constantFrom('00:00', '02:30', '23:59');

/** Every date that a plan may hold, set and not set. */
const planned = (of: ProgrammeDefinition) => fc.subarray(plannedDates(of, [{ stage: 1, closesOn: '2023-10-29' }]));

const warnings = (of: ProgrammeDefinition): fc.Arbitrary<readonly Warning[]> =>
  fc.subarray<Warning>([
    { kind: 'gap', which: 'opens', becomes: '03:00' },
    { kind: 'overlap', which: 'closes', becomes: '02:30' },
    { kind: 'closed_already' },
    ...plannedDates(of, [])
      .filter((date) => date.on)
      .map((date): Warning => ({ kind: 'stale', date })),
  ]);

/** Something made from a definition, with the definition. */
const of = <T>(words: Words, made: (one: ProgrammeDefinition) => fc.Arbitrary<T>) =>
  definition(words).chain((one) => fc.record({ definition: fc.constant(one), given: made(one) }));

const problem = (words: Words): fc.Arbitrary<ShownProblem> =>
  fc.record({
    step: fc.constantFrom('channel', 'staff_channel', 'invite', 'card', 'note'),
    code: fc.constantFrom('cant_invite', 'name_taken', 'xvq'),
    names: crowd(words.line()),
  });
const problems = (words: Words) => fc.array(problem(words), { minLength: 1, maxLength: 5 });

const callFields = fc.record({ opensOn: day, opensTime: time, closesOn: day, closesTime: time }, { requiredKeys: [] });
const cohortFields = (words: Words) =>
  fc
    .record(
      {
        ...{ name: words.line(60), places: fc.constantFrom('1', '9999'), grant: fc.constant('6 000,00') },
        ...{ voucher: fc.constant('0'), staff: fc.array(userId, { maxLength: 30 }) },
      },
      { requiredKeys: [] },
    )
    .chain((own) => callFields.map((dates) => ({ ...own, ...dates })));

/** The longest mark of what was warned about. */
const seen = maybe(fc.constant('x'.repeat(160)));

const parts = crowd(
  fc.record<CardPart>(
    {
      order: count,
      fields: crowd(fc.constant(['Qvx', 'Vxq'] as const), 12),
      blocks: crowd(fc.constant(section('Qvx')), 60),
      buttons: crowd(fc.constant('Qvx'), 30).map((all) => all.map((text, n) => button(`qvx_${n}`, text))),
    },
    { requiredKeys: ['order'] },
  ),
  1,
);

const row = (words: Words) =>
  fc.record({
    ...{ id: uuid, name: words.line(60), programme: fc.constant('Qvx'), places: count, applications: count },
    ...{ organisations: count, hasProblem: fc.boolean() },
    calls: crowd(fc.record({ stage: maybe(fc.constant('Qvx')), phase }), 3),
  });

const details = (words: Words) =>
  of(words, (one) =>
    fc.record({
      ...{ id: uuid, name: words.line(60), places: count, grantGrosze: grosze, voucherGrosze: maybe(grosze) },
      ...{ channelId: maybe(channelId), staffChannelId: maybe(channelId), toSet: planned(one), stale: planned(one) },
      ...{ problems: fc.oneof(fc.constant([]), problems(words)), isUnfinished: fc.boolean() },
      calls: fc.array(maybe(fc.record({ phase, opensAt: moment, closesAt: moment })), { minLength: 3, maxLength: 3 }),
    }),
  );

const stagesOf = (one: ProgrammeDefinition, calls: readonly (null | object)[], locale: Locale) =>
  one.stages.map(({ stage, name }, n) => ({ stage, name: name[locale], call: calls[n] ?? null }));

provesBuilders('features/programmes', [
  builds(cohortCard, 'message', (words) =>
    fc
      .record({ cohort: cohort(words), calls: fc.array(call(words), { maxLength: 2 }), parts, now: moment })
      .map(({ cohort: row_, calls, parts: added, now }) => (locale) => {
        const facts = cardFacts({ ...row_, calls }, definitionOf(row_), now, locale);
        return [facts, added, texts(locale), locale];
      }),
  ),
  builds(staffNote, 'message', (words) =>
    of(words, (one) =>
      fc.record({
        at: fc.record({ id: uuid, name: words.line(60), channelId: maybe(channelId) }),
        toSet: planned(one),
      }),
    ).map(({ definition: one, given: { at, toSet } }) => (locale) => {
      return [at, { toSet, stages: stageNames(one, locale) }, texts(locale), locale];
    }),
  ),
  builds(basisModal, 'modal', (words) =>
    fc
      .array(fc.record({ value: uuid, text: words.line(), description: words.line() }), { minLength: 1, maxLength: 3 })
      .map((few) => Array.from({ length: 100 }, (_, n) => ({ ...few[n % few.length], value: `c:${n}` })))
      .map((choices) => (locale) => [choices as never, texts(locale)]),
  ),
  builds(cohortModal, 'modal', (words) =>
    of(words, (one) =>
      fc.record({
        metadata: fc.record({ cohortId: uuid, basis: fc.record({ definition: fc.constant('d'.repeat(70)) }), seen }),
        ...{ fields: cohortFields(words), copyOf: maybe(words.line(60)), inclusive: fc.boolean() },
        ...{ toSet: planned(one), warnings: warnings(one) },
      }),
    ).map(({ definition: one, given }) => (locale) => {
      const programme = `${one.name[locale]}, ${one.edition}`;
      return [{ ...given, programme, stages: stageNames(one, locale) }, texts(locale), locale];
    }),
  ),
  builds(callModal, 'modal', (words) =>
    of(words, (one) =>
      fc.record({
        metadata: fc.record({ cohortId: uuid, stage: fc.constantFrom(1, 2), seen }),
        ...{ fields: callFields, cohort: words.line(60), inclusive: fc.boolean(), warnings: warnings(one) },
      }),
    ).map(({ definition: one, given }) => (locale) => {
      return [{ ...given, stages: stageNames(one, locale) }, texts(locale), locale];
    }),
  ),
  builds(listModal, 'modal', (words) =>
    fc
      .record({ from: fc.constantFrom(0, 8, 192), rows: crowd(row(words), 8), more: count, mayAdd: fc.boolean() })
      .map(({ from, rows, more, mayAdd }) => (locale) => {
        return [{ from, rows, total: from + rows.length + more }, mayAdd, texts(locale)];
      }),
  ),
  builds(detailsModal, 'modal', (words) =>
    details(words).map(({ definition: one, given: { calls, ...data } }) => (locale) => {
      const stages = stagesOf(one, calls, locale) as Parameters<typeof detailsModal>[0]['stages'];
      return [{ ...data, programme: one.name[locale], stages }, texts(locale), locale];
    }),
  ),
  builds(problemLines, 'mrkdwn', (words) => problems(words).map((all) => (locale) => [all, texts(locale)])),
  builds(problemMessage, 'message', (words) =>
    fc.tuple(fc.record({ id: uuid, name: words.line(60) }), problems(words)).map(([at, all]) => (locale) => [
      at,
      all,
      texts(locale),
    ]),
  ),
  builds(retryButton, 'element', () => uuid.map((id) => (locale) => [id, texts(locale)])),
  builds(dateLines, 'mrkdwn', (words) =>
    of(words, (one) => planned(one).filter((dates) => dates.length > 0)).map(
      ({ definition: one, given }) =>
        (locale) => [given, stageNames(one, locale), texts(locale), locale],
    ),
  ),
  builds(warningText, 'mrkdwn', (words) =>
    of(words, warnings).map(({ definition: one, given }) => (locale) => [
      given,
      stageNames(one, locale),
      texts(locale),
      locale,
    ]),
  ),
]);
