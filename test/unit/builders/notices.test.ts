import fc from 'fast-check';
import type { Undelivered } from '../../../src/features/notices/queries.ts';
import { undeliveredList } from '../../../src/features/notices/views.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { channelId, count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

/** As many as the command asks for. */
const ROWS = 20;

const notice = (words: Words): fc.Arbitrary<Undelivered['rows'][number]> =>
  fc.record({
    ...{ id: uuid, kind: fc.constant('a.b'), params: fc.constant({}), key: fc.constant('k'), attempts: count },
    ...{ targetKind: fc.constantFrom('person', 'channel', 'staff'), target: channelId, state: fc.constant('failed') },
    ...{ dueAt: moment, createdAt: moment, sentAt: maybe(moment), channelId: maybe(channelId) },
    ...{ ts: fc.constant(null), cohortId: maybe(uuid), personName: maybe(words.line(60)) },
    failure: maybe(fc.constantFrom('user_disabled', 'no_channel_yet', 'xvq')),
  });

provesBuilders('features/notices', [
  builds(undeliveredList, 'message', (words) =>
    fc.tuple(crowd(notice(words), ROWS), count).map(([rows, more]) => (locale) => [
      { total: rows.length + more, rows: [...rows] },
      locale,
    ]),
  ),
]);
