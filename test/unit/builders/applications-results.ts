import fc from 'fast-check';
import type { StandingApplication, TellByHand } from '../../../src/features/applications/queries/results.ts';
import { handModal } from '../../../src/features/applications/views/hand.ts';
import { publicList } from '../../../src/features/applications/views/public-list.ts';
import { releaseModal, summaryMessage } from '../../../src/features/applications/views/release.ts';
import { resultMessage, resultText } from '../../../src/features/applications/views/result.ts';
import { definitionOf } from '../../../src/features/programmes/public.ts';
import { builds } from '../../support/builders.ts';
import { call, marked, organisation, reviewedBy } from '../../support/rows.ts';
import { count, crowd, maybe, uuid, type Words } from '../../support/words.ts';
import { listPlace } from './applications-review.ts';

const RESULTS = ['admitted', 'reserve', 'refused', 'formally_rejected'] as const;

/** A released application with everything that its result says. */
const released = (words: Words) =>
  reviewedBy(words).chain((one) =>
    fc
      .record({
        state: fc.constantFrom(...RESULTS),
        formalItems: marked(definitionOf(one.cohort).checklist, words),
        ...{ preparedReason: words.text(2000), reservePosition: maybe(fc.constantFrom(1, 200)), number: count },
      })
      .map((facts) => ({ ...one, ...facts })),
  );

const person = (words: Words) =>
  fc.record({
    id: uuid,
    name: words.line(),
    slackUserId: maybe(fc.constant('U1')),
    isDeactivated: fc.boolean(),
    isBot: fc.boolean(),
  });

const standing = (words: Words): fc.Arbitrary<StandingApplication> =>
  released(words).chain((one) =>
    fc
      .record({
        editor: person(words),
        organisation: maybe(organisation(words).map((of) => ({ ...of, representatives: [] }))),
        result: maybe(fc.constantFrom(...RESULTS)),
        ...{
          why: fc.constantFrom('confirmation' as const, 'formal' as const, 'decision' as const),
          receiver: maybe(uuid),
        },
      })
      .map(({ why, ...facts }) => ({ ...one, ...facts, waits: facts.result === null ? why : null })),
  );

/** Results that wait for nothing, of every kind. */
const ready = (words: Words) =>
  fc.tuple(...RESULTS.map((result) => standing(words).map((one) => ({ ...one, result, waits: null }))));

const told = (words: Words): fc.Arbitrary<TellByHand[number]> =>
  fc
    .record({ one: released(words), organisation: maybe(organisation(words)), told: fc.boolean() })
    .map(({ one, ...facts }) => ({ ...one, ...facts }));

const counts = fc.record({ admitted: count, reserve: count, refused: count, formally_rejected: count });

/** The release, and what is said about it to whom. */
export const resultBuilders = [
  builds(releaseModal, 'modal', (words) =>
    fc
      .record({ call: call(words), place: listPlace, applications: fc.oneof(crowd(standing(words)), ready(words)) })
      .map(({ call: of, place, applications }) => (locale) => {
        return [{ call: of, place, standing: { applications: [...applications], seen: '200.99999' } }, null, locale];
      }),
  ),
  builds(resultMessage, 'message', (words) =>
    released(words).map((one) => (locale) => [one, definitionOf(one.cohort).checklist, locale]),
  ),
  builds(resultText, 'plain', (words) =>
    released(words).map((one) => (locale) => [one, definitionOf(one.cohort).checklist, locale]),
  ),
  builds(summaryMessage, 'message', (words) =>
    fc.record({ call: call(words), counts, by: words.line(), byHand: count }).map((view) => (locale) => [view, locale]),
  ),
  builds(publicList, 'message', (words) =>
    fc
      .tuple(words.line(60), crowd(fc.record({ name: words.line(), town: words.line() })))
      .map(([cohort, admitted]) => (locale) => [cohort, admitted, locale]),
  ),
  builds(
    handModal,
    'modal',
    (words) =>
      call(words)
        .chain((of) =>
          fc.record({
            ...{ place: listPlace, rows: crowd(told(words), 30).map((rows) => [...rows]) },
            checklist: fc.constant(definitionOf(of.cohort).checklist),
          }),
        )
        .map((view) => (locale) => [view, locale]),
    // The texts to hand over are Polish, as the organisations read them.
    { isForOthers: true },
  ),
];
