import fc from 'fast-check';
import type { ShownAct } from '../../../src/features/undo/operations/show.ts';
import { OWN_REFUSALS, STATES } from '../../../src/features/undo/rules.ts';
import { texts } from '../../../src/features/undo/texts.ts';
import {
  type ActList,
  type CorrectionFacts,
  correctionMessage,
  correctionModal,
  listModal,
  refusedMessage,
  waitingMessage,
} from '../../../src/features/undo/views/index.ts';
import { cutName, refusalOf, waitingBlocks, whatOf } from '../../../src/features/undo/views/parts.ts';
import { typed } from '../../../src/platform/slack/blocks.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

/** As many as stand on a page. */
const ROWS = 8;

/** Words of the act's own feature, which makes them safe. */
const marked = (words: Words): fc.Arbitrary<string> => words.line().map(typed);

const refusal = (words: Words): fc.Arbitrary<ShownAct['refusal']> =>
  fc.oneof(
    fc.constant(null),
    fc.constantFrom(...OWN_REFUSALS).map((own) => ({ own })),
    marked(words).map((said) => ({ said })),
  );

const act = (words: Words): fc.Arbitrary<ShownAct> =>
  fc.record({
    ...{ id: uuid, state: fc.constantFrom(...STATES), what: marked(words), effect: marked(words) },
    ...{ by: words.line(), until: fc.constant('14:35'), minutes: fc.integer({ min: 0, max: 120 }) },
    ...{ endedAt: maybe(moment), endedBy: maybe(words.line()), refusal: refusal(words) },
  });

const list = (words: Words): fc.Arbitrary<ActList> =>
  fc
    .tuple(crowd(act(words), ROWS), fc.integer({ min: 0, max: 500 }), fc.nat({ max: 100 }), fc.nat({ max: 100 }))
    .map(([acts, waiting, before, after]) => ({ acts, waiting, page: before + 1, pages: before + after + 1 }));

const correction = (words: Words): fc.Arbitrary<CorrectionFacts> =>
  fc.record({
    ...{
      act: act(words),
      told: fc.tuple(words.line(), crowd(words.line(), 300)).map(([one, rest]) => [one, ...rest]),
      draft: words.text(),
    },
    takeBack: maybe(words.line(70)),
  });

provesBuilders('features/undo', [
  builds(listModal, 'modal', (words) =>
    fc.tuple(list(words), maybe(marked(words))).map(([shown, banner]) => (locale) => [shown, banner, locale]),
  ),
  builds(correctionModal, 'modal', (words) => correction(words).map((facts) => (locale) => [facts, locale])),
  builds(cutName, 'mrkdwn', (words) => words.line().map((name) => () => [name])),
  builds(whatOf, 'mrkdwn', (words) => act(words).map((shown) => () => [shown])),
  builds(refusalOf, 'mrkdwn', (words) => act(words).map((shown) => (locale) => [shown, texts(locale)])),
  builds(waitingBlocks, 'blocks', (words) => act(words).map((shown) => (locale) => [shown, texts(locale)])),
  builds(waitingMessage, 'message', (words) => act(words).map((shown) => (locale) => [shown, locale])),
  builds(refusedMessage, 'message', (words) => act(words).map((shown) => (locale) => [shown, locale])),
  builds(correctionMessage, 'message', (words) =>
    fc.tuple(words.line(), words.text()).map(([cohort, text]) => (locale) => [cohort, text, locale]),
  ),
]);
