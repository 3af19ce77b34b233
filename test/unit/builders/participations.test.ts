import fc from 'fast-check';
import { HELP_TOPICS } from '../../../src/features/participations/ids.ts';
import type { Member } from '../../../src/features/participations/queries/members.ts';
import { STATES } from '../../../src/features/participations/rules/index.ts';
import { texts } from '../../../src/features/participations/texts.ts';
import {
  askedMessage,
  askModal,
  cardMessage,
  ownCards,
  ownHome,
  reportMessage,
  troubleHome,
  whoModal,
} from '../../../src/features/participations/views/index.ts';
import { roleOf } from '../../../src/features/participations/views/roles.ts';
import { button, section } from '../../../src/platform/slack/blocks.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { channelId, count, crowd, grosze, maybe, moment, userId, uuid, type Words } from '../../support/words.ts';

const member = (words: Words): fc.Arbitrary<Member> =>
  fc.record({
    personId: uuid,
    name: words.line(),
    slackUserId: maybe(userId),
    isDeactivated: fc.boolean(),
    belongs: fc.oneof(
      fc.record({ as: fc.constant('representative' as const), isContact: fc.boolean(), function: maybe(words.line()) }),
      fc.constant({ as: 'other' as const, role: 'Qvx' }),
      fc.constant({ as: 'staff' as const }),
    ),
  });

/** What other features put on the card: as much as their own builders make. */
const part = fc.record(
  {
    order: fc.constantFrom(1, 999),
    fields: crowd(fc.constant(['Qvx', 'Vxq'] as const), 14),
    next: fc.record({ text: fc.constant('Qvx'), due: moment }),
    blocks: crowd(fc.constant(section('Qvx')), 60),
    buttons: fc.nat({ max: 4 }).map((n) => Array.from({ length: n }, (_, index) => button(`qvx_${index}`, 'Qvx'))),
  },
  { requiredKeys: ['order'] },
);

const place = (words: Words) => ({ organisation: words.line(), cohort: words.line(60) });
const trouble = (words: Words) =>
  fc.record({
    participationId: uuid,
    organisation: words.line(),
    channelId: maybe(channelId),
    problems: crowd(fc.record({ code: fc.constantFrom('cant_invite', 'xvq'), person: maybe(words.line()) })),
    outside: crowd(words.line()),
  });
const own = (words: Words) =>
  crowd(
    fc.record({
      channelId: maybe(channelId),
      state: fc.constantFrom(...STATES),
      organisation: fc.record({ name: words.line() }),
      cohort: fc.record({ name: words.line(60) }),
    }),
  );

provesBuilders('features/participations', [
  builds(askModal, 'modal', () =>
    fc.record({ participationId: uuid, requestId: uuid }).map((metadata) => (locale) => [metadata, locale]),
  ),
  builds(askedMessage, 'message', (words) =>
    fc
      .record({
        person: words.line(),
        ...place(words),
        channelId: maybe(channelId),
        topic: fc.constantFrom(...HELP_TOPICS),
        text: words.text(),
      })
      .map((asked) => (locale) => [asked, locale]),
  ),
  builds(cardMessage, 'message', (words) =>
    fc
      .record({
        participationId: uuid,
        ...place(words),
        state: fc.constantFrom(...STATES),
        subject: maybe(words.line()),
        grantGrosze: grosze,
        voucherGrosze: grosze,
        since: moment,
        members: crowd(member(words)),
        parts: fc.oneof(
          fc.constant([]),
          part.map((one) => [one]),
        ),
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(ownHome, 'home', (words) => own(words).map((places) => (locale) => [places, locale])),
  builds(ownCards, 'message', (words) => own(words).map((places) => (locale) => [places, locale])),
  builds(reportMessage, 'message', (words) => trouble(words).map((one) => (locale) => [one, locale])),
  builds(troubleHome, 'home', (words) =>
    fc.tuple(crowd(trouble(words), 5), count).map(([all, more]) => (locale) => [all, all.length + more, locale]),
  ),
  builds(whoModal, 'modal', (words) =>
    fc
      .tuple(fc.record({ ...place(words), botUserId: userId }), crowd(member(words)))
      .map(([at, members]) => (locale) => [at, members, locale]),
  ),
  builds(roleOf, 'mrkdwn', (words) =>
    fc.tuple(member(words), fc.constantFrom('short' as const, 'long' as const)).map(([one, length]) => (locale) => [
      one,
      texts(locale),
      length,
    ]),
  ),
]);
