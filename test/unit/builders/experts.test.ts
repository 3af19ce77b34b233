import fc from 'fast-check';
import { VOIVODESHIPS } from '../../../src/core/voivodeships.ts';
import type { Expert } from '../../../src/features/experts/queries.ts';
import { TIE_CATEGORIES } from '../../../src/features/experts/rules/index.ts';
import { expertList, expertModal, tieModal } from '../../../src/features/experts/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { definition } from '../../support/rows.ts';
import { count, crowd, day, maybe, userId, uuid, type Words } from '../../support/words.ts';

const expert = (words: Words, keys: readonly string[]): fc.Arbitrary<Expert> =>
  fc.record({
    ...{ personId: uuid, name: words.line(), slackUserId: maybe(userId), isBot: fc.boolean() },
    ...{ isDeactivated: fc.boolean(), fields: fc.subarray([...keys, 'xvq']) },
    ...{
      regions: fc.subarray(VOIVODESHIPS.map((one) => one.key)),
      maxLoad: fc.constantFrom(0, 3, 50),
      about: maybe(words.text(600)),
    },
    absences: crowd(fc.record({ from: day, last: day }), 3),
    ...{ version: count, heldIn: fc.constantFrom([], [null]), load: count },
    ties: crowd(
      fc.record({
        ...{ id: uuid, organisationId: uuid, organisation: words.line() },
        category: fc.constantFrom(...TIE_CATEGORIES),
      }),
    ),
  });

const withFields = <T>(words: Words, made: (keys: readonly string[]) => fc.Arbitrary<T>) =>
  definition(words).chain(({ expertFields }) =>
    fc.record({ fields: fc.constant(expertFields), given: made(expertFields.map((one) => one.key)) }),
  );

provesBuilders('features/experts', [
  builds(expertList, 'modal', (words) =>
    fc
      .tuple(
        withFields(words, (keys) => crowd(expert(words, keys))),
        fc.record({ page: fc.constantFrom(0, 1, 24, 999), today: day }),
      )
      .map(([{ fields, given }, at]) => (locale) => [given, fields, at, locale]),
  ),
  builds(expertModal, 'modal', (words) =>
    fc
      .tuple(
        withFields(words, (keys) => maybe(expert(words, keys))),
        fc.record({
          metadata: fc.record({
            slackUserId: maybe(userId),
            grant: maybe(fc.record({ cohortId: maybe(uuid) })),
            version: maybe(count),
          }),
          name: maybe(words.line()),
          cohort: maybe(words.line(60)),
          usualLoad: maybe(fc.constantFrom(1, 50)),
          mayEndTies: fc.boolean(),
        }),
      )
      .map(([{ fields, given }, facts]) => (locale) => [{ ...facts, fields, expert: given }, locale]),
  ),
  builds(tieModal, 'modal', (words) =>
    maybe(fc.record({ personId: uuid, name: words.line() })).map((one) => (locale) => [one, locale]),
  ),
]);
