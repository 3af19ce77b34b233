import fc from 'fast-check';
import { type CardContent, KINDS, monthsOf, SAYS } from '../../../src/features/records/rules/index.ts';
import {
  askedMessage,
  cardMatter,
  cardMessage,
  cardModal,
  commentedMessage,
  commentModal,
  confirmMatter,
  contentBlocks,
  decideMatter,
  decideMatters,
  disagreedMessage,
  elsewhereOf,
  endedMessage,
  minutesBlocks,
  minutesModal,
  missedMessage,
  sheetMessage,
  shortName,
  versionsModal,
  whenOf,
  writeButton,
} from '../../../src/features/records/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { count, crowd, day, maybe, moment, uuid, type Words } from '../../support/words.ts';

const yes = fc.boolean();
const zone = fc.constantFrom('Europe/Warsaw', 'America/Argentina/ComodRivadavia');
const time = fc.constantFrom('00:00', '02:30', '23:59');
const says = maybe(fc.constantFrom(...SAYS));
const said = fc.record({ organisation: says, expert: says });
const side = fc.constantFrom('organisation' as const, 'expert' as const);
const state = fc.constantFrom(
  ...(['open', 'staff', 'over'] as const),
  { outcome: 'held', missed: null } as const,
  { outcome: 'not_held', missed: null } as const,
  { outcome: 'not_held', missed: 'expert' } as const,
  { outcome: 'no_show', missed: 'organisation' } as const,
);
const link = fc.constantFrom('https://pliki.example/a', `https://pliki.example/${'ż'.repeat(1400)}`);

const meeting = (words: Words) =>
  fc.record({ consultationId: uuid, organisation: words.line(), expert: words.line(), startsAt: moment, zone });
const content = (words: Words): fc.Arbitrary<CardContent> =>
  fc.record({
    ...{ date: day, from: time, to: time, zone, minutes: fc.constantFrom(0, 1, 90, 1440) },
    kind: fc.constantFrom(...KINDS),
    people: words.line(500),
    area: words.line(150),
    agreed: words.text(3000),
    steps: fc.array(fc.record({ what: words.line(900), who: maybe(words.line(90)), until: maybe(day) }), {
      maxLength: 3,
    }),
    // A link is the same in every language.
    documents: words.areTame ? fc.constant([]) : fc.array(link, { maxLength: 1 }),
  });
const card = (words: Words) =>
  fc.record({
    ...{ cardId: uuid, consultationId: uuid, organisation: words.line(), expert: words.line() },
    ...{ number: fc.constantFrom(1, 2), newest: fc.constantFrom(2, 3), content: content(words) },
    lateDays: maybe(fc.constantFrom(1, 14)),
    state: fc.constantFrom('published' as const, 'commented' as const, 'confirmed' as const),
    confirmBy: maybe(moment),
    confirmed: maybe(fc.record({ by: maybe(words.line()), at: moment, isForOrganisation: fc.boolean() })),
  });
const draft = (words: Words) =>
  fc.record({
    ...{ date: fc.oneof(day, fc.constant('')), from: fc.constantFrom('', '02:30'), to: fc.constantFrom('', '23:59') },
    ...{ minutes: fc.constantFrom('', '0', '1440'), kind: fc.constantFrom('', ...KINDS), area: words.line(150) },
    ...{ people: words.line(500), agreed: words.text(3000), steps: words.text(3000), documents: words.text(1500) },
  });
const meetings = (words: Words) =>
  crowd(
    fc.record({
      ...{ organisation: words.line(), startsAt: moment, endsAt: moment },
      minutes: fc.constantFrom(0, 1, 90, 100_000),
    }),
    40,
  );
const sheet = (words: Words) =>
  fc.record({ cohort: maybe(words.line(60)), meetings: count, minutes: count, files: fc.constant([]) });

provesBuilders('features/records', [
  builds(askedMessage, 'message', (words) =>
    fc.tuple(meeting(words), fc.record({ side, said, state })).map(([facts, more]) => (locale) => [
      { ...facts, ...more },
      locale,
    ]),
  ),
  builds(disagreedMessage, 'message', (words) =>
    fc.tuple(meeting(words), fc.record({ said, state })).map(([facts, more]) => (locale) => [
      { ...facts, ...more },
      locale,
    ]),
  ),
  builds(missedMessage, 'message', (words) => meeting(words).map((facts) => (locale) => [facts, locale])),
  builds(endedMessage, 'message', (words) =>
    fc.tuple(meeting(words), yes, uuid).map(([facts, isFree, participationId]) => (locale) => [
      { ...facts, isFree, participationId },
      locale,
    ]),
  ),
  builds(
    writeButton,
    'element',
    (words) =>
      fc.tuple(uuid, words.line()).map(([id, text]) => () => [id, text]),
    {
      isForOthers: true,
    },
  ),
  builds(cardMessage, 'message', (words) => card(words).map((facts) => (locale) => [facts, locale])),
  builds(contentBlocks, 'blocks', (words) =>
    fc.tuple(content(words), words.line()).map(([one, expert]) => (locale) => [one, expert, locale]),
  ),
  builds(commentedMessage, 'message', (words) =>
    fc
      .tuple(meeting(words), words.line(), words.text(1000))
      .map(([{ expert: _expert, ...facts }, person, comment]) => (locale) => [{ ...facts, person, comment }, locale]),
  ),
  builds(cardModal, 'modal', (words) =>
    fc.tuple(meeting(words), draft(words), fc.nat()).map(([facts, opened, version]) => (locale) => [
      { ...facts, draft: opened, version },
      locale,
    ]),
  ),
  builds(commentModal, 'modal', () =>
    fc.record({ cardId: uuid, number: fc.constantFrom(1, 9) }).map((seen) => (locale) => [seen, locale]),
  ),
  builds(versionsModal, 'modal', (words) => {
    const number = fc.constantFrom(1, 2, 3);
    const versions = fc.uniqueArray(
      fc.record({ number: fc.integer({ min: 1, max: 9 }), at: moment, content: content(words) }),
      {
        ...{ minLength: 1, maxLength: 9, selector: (one) => one.number },
      },
    );
    const comments = crowd(fc.record({ number, person: words.line(), at: moment, text: words.text(1000) }), 9);
    return fc.record({ expert: words.line(), versions, comments }).map((facts) => (locale) => [facts, locale]);
  }),
  builds(minutesModal, 'modal', (words) =>
    fc
      .tuple(fc.constantFrom({ own: true } as const), maybe(words.line(60)), meetings(words))
      .map(([of, cohort, all]) => (locale) => [{ of, cohort, months: monthsOf(all) }, locale]),
  ),
  builds(minutesBlocks, 'home', (words) =>
    meetings(words).map((all) => (locale) => [monthsOf(all)[0] ?? null, locale]),
  ),
  builds(sheetMessage, 'message', (words) => sheet(words).map((facts) => (locale) => [facts, locale])),
  builds(cardMatter, 'matter', (words) => meeting(words).map((facts) => (locale) => [facts, locale])),
  builds(confirmMatter, 'matter', (words) =>
    fc.tuple(meeting(words), uuid).map(([facts, cardId]) => (locale) => [{ ...facts, cardId, number: 1 }, locale]),
  ),
  builds(decideMatter, 'matter', (words) => meeting(words).map((facts) => (locale) => [facts, locale])),
  builds(decideMatters, 'matter', () => count.map((n) => (locale) => [n, locale])),
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name]), { isForOthers: true }),
  builds(whenOf, 'plain', () => fc.record({ startsAt: moment, zone }).map((facts) => (locale) => [facts, locale])),
  builds(elsewhereOf, 'plain', () => fc.constant(() => ['America/Argentina/ComodRivadavia'] as const), {
    isForOthers: true,
  }),
]);
