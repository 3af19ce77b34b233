import fc from 'fast-check';
import type { Undelivered } from '../../../src/features/notices/queries.ts';
import { REASONS } from '../../../src/features/notices/rules/index.ts';
import { type Said, undeliveredModal, undeliveredNote } from '../../../src/features/notices/views.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { channelId, count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

/** As many as stand on a page. */
const ROWS = 8;

const reason = fc.constantFrom(...REASONS);

const row = (words: Words): fc.Arbitrary<Undelivered['rows'][number]> =>
  fc.record({
    ...{ id: uuid, targetKind: fc.constantFrom('person', 'channel', 'staff'), target: channelId, createdAt: moment },
    ...{ reason, personName: maybe(words.line()), says: maybe(words.text()) },
    failure: maybe(fc.constantFrom('user_disabled', 'no_channel_yet', 'xvq')),
  });

const counted = fc.tuple(reason, fc.integer({ min: 1, max: 100_000 }));

const list = (words: Words): fc.Arbitrary<Undelivered> =>
  fc
    .tuple(
      crowd(row(words), ROWS),
      fc.uniqueArray(counted, { selector: ([name]) => name, minLength: 1 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 10_000 }),
    )
    .map(([rows, reasons, page, after]) => ({
      ...{ rows: [...rows], reasons, page, pages: page + after },
      total: rows.length === 0 ? 0 : reasons.reduce((sum, [, n]) => sum + n, 0),
    }));

const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constant(null),
  fc.constant({ refused: 'not_failed' as const }),
  count.map((retried) => ({ retried })),
);

provesBuilders('features/notices', [
  builds(undeliveredModal, 'modal', (words) =>
    fc.tuple(list(words), said).map(([shown, what]) => (locale) => [shown, what, locale]),
  ),
  builds(undeliveredNote, 'message', () => reason.map((why) => (locale) => [why, locale])),
]);
