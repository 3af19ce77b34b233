import fc from 'fast-check';
import { APPLICATION_STATES } from '../../../src/features/applications/rules/machine.ts';
import type { Found, HistoryLine } from '../../../src/features/organisations/queries.ts';
import { foundMessage, PAGE } from '../../../src/features/organisations/views.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { organisation } from '../../support/rows.ts';
import { count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

const line = (words: Words): fc.Arbitrary<HistoryLine> =>
  fc.record({
    ...{ organisationId: uuid, organisationName: words.line(), applicationId: uuid, cohortId: uuid },
    ...{ cohortName: words.line(60), programmeKey: fc.constant('debiuty'), number: maybe(count) },
    ...{ state: fc.constantFrom(...APPLICATION_STATES), receivedAt: moment, participation: fc.constant(null) },
  });

const found = (words: Words): fc.Arbitrary<Found> =>
  fc
    .tuple(crowd(fc.record({ organisation: organisation(words), history: crowd(line(words)) }), PAGE), count)
    .map(([rows, more]) => ({ rows, total: rows.length + more }));

provesBuilders('features/organisations', [
  builds(foundMessage, 'message', (words) =>
    fc
      .record({ found: found(words), q: words.line(100), from: fc.constantFrom(0, 8, 100_000) })
      .map(({ found: all, ...at }) => (locale) => [all, at, locale]),
  ),
]);
