import fc from 'fast-check';
import type { SurveyForm } from '../../../src/features/programmes/public.ts';
import { askedIn } from '../../../src/features/surveys/input/index.ts';
import type { Answers, Tally } from '../../../src/features/surveys/rules/index.ts';
import {
  type AskFacts,
  answerModal,
  askMessage,
  type LowFacts,
  listMessage,
  lowMessage,
  type ResultFacts,
  resultsMessage,
  type SurveyLine,
  type SurveyList,
} from '../../../src/features/surveys/views/index.ts';
import { typed } from '../../../src/platform/slack/blocks.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { definition } from '../../support/rows.ts';
import { crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

const TEXT = 1_000;

const form = (words: Words): fc.Arbitrary<SurveyForm> =>
  definition(words).chain(({ surveys }) => fc.constantFrom(...surveys));

/** What somebody may have answered: any question may be left out. */
const answers = (of: SurveyForm, words: Words): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      askedIn(of).map(({ key, kind, values }) => {
        const value = fc.constantFrom(...(values.length > 0 ? values : ['1']));
        if (kind === 'open') return [key, words.text(TEXT).map((said) => ({ words: said }))];
        return [key, kind === 'choice' ? value : value.map(Number)];
      }),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;

const tally = (of: SurveyForm, words: Words): fc.Arbitrary<Tally> => {
  const asked = askedIn(of);
  const counted = asked.filter(({ kind }) => kind !== 'open');
  const open = asked.filter(({ kind }) => kind === 'open');
  const counts = fc.record(
    Object.fromEntries(
      counted.map(({ key, values }) => [
        key,
        fc.record(Object.fromEntries(values.map((value) => [value, fc.integer({ min: 1, max: 300_000 })])), {
          requiredKeys: [],
        }),
      ]),
    ),
  );
  const texts = fc.record(Object.fromEntries(open.map(({ key }) => [key, crowd(words.text(TEXT), 40)])));
  return fc.record({ answers: fc.nat({ max: 300_000 }), counts, texts }) as fc.Arbitrary<Tally>;
};

const ask = (words: Words): fc.Arbitrary<AskFacts> =>
  fc.record({
    ...{ surveyId: uuid, form: form(words), isAnonymous: fc.boolean(), about: words.line(200).map(typed) },
    ...{ closesAt: moment, needed: fc.integer({ min: 3, max: 50 }) },
  });

const asked = (words: Words): fc.Arbitrary<readonly [AskFacts, Answers | null]> =>
  ask(words).chain((facts) => fc.tuple(fc.constant(facts), maybe(answers(facts.form, words))));

const results = (words: Words): fc.Arbitrary<ResultFacts> =>
  form(words).chain((of) =>
    fc.record({
      ...{ surveyId: uuid, form: fc.constant(of), isAnonymous: fc.boolean(), about: words.line(200) },
      ...{ closesAt: moment, needed: fc.integer({ min: 3, max: 50 }), asked: fc.nat(), answers: fc.nat() },
      ...{ state: fc.constantFrom('open', 'not_closed', 'too_few'), tally: maybe(tally(of, words)) },
      series: maybe(fc.record({ surveys: fc.integer({ min: 2, max: 99 }), tally: tally(of, words) })),
    }),
  );

const low = (words: Words): fc.Arbitrary<LowFacts> =>
  form(words).chain((of) =>
    fc.record({
      ...{ surveyId: uuid, form: fc.constant(of), person: words.line(), about: words.line(200) },
      ...{ answers: answers(of, words), isCorrected: fc.boolean() },
    }),
  );

const line = (words: Words): fc.Arbitrary<SurveyLine> =>
  fc.record({
    ...{ surveyId: uuid, title: words.line(24), about: words.line(200), cohort: words.line(60), closesAt: moment },
    ...{ isClosed: fc.boolean(), asked: fc.nat(), answers: fc.nat() },
  });

const list = (words: Words): fc.Arbitrary<SurveyList> =>
  fc.record({ cohortId: maybe(uuid), from: fc.nat(), total: fc.nat(), rows: crowd(line(words), 8) });

provesBuilders('features/surveys', [
  builds(askMessage, 'message', (words) =>
    fc
      .tuple(ask(words), fc.constantFrom('message', 'remind', 'channel', 'remindChannel'))
      .map(([facts, how]) => (locale) => [facts, how, locale]),
  ),
  builds(answerModal, 'modal', (words) =>
    asked(words).map(([facts, own]) => (locale) => [facts, own, locale]),
  ),
  builds(resultsMessage, 'message', (words) => results(words).map((facts) => (locale) => [facts, locale])),
  builds(lowMessage, 'message', (words) => low(words).map((facts) => (locale) => [facts, locale])),
  builds(listMessage, 'message', (words) => list(words).map((shown) => (locale) => [shown, locale])),
]);
