import fc from 'fast-check';
import { texts } from '../../../src/features/people/texts.ts';
import { staffList } from '../../../src/features/people/views.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, userId, uuid } from '../../support/words.ts';

provesBuilders('features/people', [
  builds(staffList, 'message', (words) => {
    const member = fc.record({
      personId: uuid,
      name: words.line(),
      slackUserId: maybe(userId),
      cohorts: crowd(words.line(60), words.areTame ? 3 : 30),
      everywhere: fc.boolean(),
    });
    return fc.record({ staff: crowd(member), mayRemove: fc.boolean() }).map(({ staff, mayRemove }) => (locale) => [
      staff,
      mayRemove,
      texts(locale),
    ]);
  }),
]);
