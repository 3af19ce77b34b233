import fc from 'fast-check';
import { hoursButton } from '../../../src/features/availability/public.ts';
import type { Span } from '../../../src/features/consultations/texts.ts';
import { texts } from '../../../src/features/consultations/texts.ts';
import {
  askModal,
  awayMessage,
  buttonsOf,
  cancelModal,
  detailsModal,
  emptyModal,
  endedMessage,
  factLines,
  homeBlocks,
  kindText,
  listModal,
  movedMessage,
  moveModal,
  offeredMessage,
  PAGE,
  pickModal,
  questionMessage,
  type Row,
  reasonLine,
  refuseModal,
  shortName,
  type Told,
  takenMessage,
  timeMessage,
  timesModal,
  wishMessage,
} from '../../../src/features/consultations/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

const HOUR = 3_600_000;
const zone = fc.constantFrom('Europe/Warsaw', 'America/Argentina/Buenos_Aires', 'Europe/London');
const span: fc.Arbitrary<Span> = fc
  .tuple(moment, zone)
  .map(([start, of]) => ({ start, end: new Date(start.getTime() + HOUR), zone: of }));
const kind = fc.constantFrom('on_site', 'phone', 'online');
const states = fc.constantFrom(
  ...(['reserved', 'requested', 'booked', 'held', 'not_held', 'no_show', 'expired'] as const),
  ...(['cancelled_by_organisation', 'cancelled_by_expert', 'cancelled_by_staff'] as const),
);
/** An address, or words that are none. */
const link = (words: Words) => fc.oneof(fc.constant('https://rozmowy.example/pokoj?a=1&b=2'), words.line());

const told = (words: Words): fc.Arbitrary<Told> =>
  fc.record({
    ...{
      id: uuid,
      participationId: uuid,
      state: states,
      to: fc.constantFrom('organisation' as const, 'expert' as const),
    },
    ...{ organisation: words.line(), expert: words.line(), time: span, kind, place: maybe(words.line()) },
    ...{ link: maybe(link(words)), topic: maybe(words.text(300)), openUntil: maybe(moment) },
    ...{
      isLate: fc.boolean(),
      reason: maybe(fc.oneof(fc.constant('hand_over'), words.text(300))),
      wasBooked: fc.boolean(),
    },
  });

const row = (words: Words): fc.Arbitrary<Row> =>
  fc.record({
    ...{ id: uuid, state: fc.constantFrom('requested', 'booked'), time: span, openUntil: maybe(moment) },
    ...{ organisation: words.line(), expert: words.line() },
    side: fc.constantFrom('organisation' as const, 'expert' as const, 'staff' as const),
  });

const times = (min: number): fc.Arbitrary<readonly Span[]> =>
  fc.tuple(fc.integer({ min, max: 150 }), span).map(([n, first]) =>
    Array.from({ length: n }, (_, hour) => ({
      ...first,
      start: new Date(first.start.getTime() + hour * HOUR),
      end: new Date(first.end.getTime() + hour * HOUR),
    })),
  );
const ids = { participationId: uuid, expertId: uuid };
const ending = { consultationId: uuid, time: span, reader: zone };

provesBuilders('features/consultations', [
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name])),
  builds(kindText, 'plain', () => kind.map((one) => (locale) => [one, texts(locale)])),
  builds(factLines, 'mrkdwn', (words) => told(words).map((facts) => (locale) => [facts, texts(locale)])),
  builds(reasonLine, 'mrkdwn', (words) => words.text(300).map((reason) => (locale) => [reason, texts(locale)])),
  builds(buttonsOf, 'element', (words) =>
    told(words).map((facts) => (locale) => [{ ...facts, state: 'booked' as const }, locale]),
  ),
  builds(timeMessage, 'message', (words) =>
    fc.tuple(told(words), fc.constantFrom('first' as const, 'approved' as const)).map(([facts, step]) => (locale) => [
      ...([facts, step, locale] as const),
    ]),
  ),
  builds(movedMessage, 'message', (words) =>
    fc.tuple(told(words), span, maybe(words.text(300))).map(([facts, from, reason]) => (locale) => [
      ...([facts, { from, reason }, locale] as const),
    ]),
  ),
  builds(endedMessage, 'message', (words) => told(words).map((facts) => (locale) => [facts, locale])),
  builds(awayMessage, 'message', (words) =>
    fc
      .tuple(told(words), fc.constantFrom(...(['stands', 'settled', 'taken_back'] as const)))
      .map(([facts, plea]) => (locale) => [...([facts, plea, locale] as const)]),
  ),
  builds(offeredMessage, 'message', (words) =>
    fc
      .record({
        ...{ entryId: uuid, consultationId: uuid, participationId: uuid, expert: words.line(), time: span },
        until: maybe(moment),
        state: fc.constantFrom(...(['offered', 'claimed', 'lapsed', 'left', 'gone'] as const)),
      })
      .map((offer) => (locale) => [offer, locale]),
  ),
  builds(wishMessage, 'message', (words) =>
    fc
      .record({
        organisation: words.line(),
        words: maybe(words.text(300)),
        waits: fc.boolean(),
      })
      .map((wish) => (locale) => [{ ...wish, hours: hoursButton(locale) }, locale]),
  ),
  builds(pickModal, 'modal', () => uuid.map((participationId) => (locale) => [participationId, locale])),
  builds(timesModal, 'modal', (words) =>
    fc
      .record({ ...ids, expert: words.line(), times: times(1), reader: zone, isAgain: fc.boolean() })
      .map((data) => (locale) => [data, locale]),
  ),
  builds(detailsModal, 'modal', () =>
    fc
      .record({
        ...{ ...ids, ...ending, heldUntil: moment, asksFirst: fc.boolean() },
        kinds: fc.constantFrom(['online'], ['on_site', 'phone', 'online']),
      })
      .map((data) => (locale) => [data, locale]),
  ),
  builds(emptyModal, 'modal', (words) =>
    fc
      .record({
        ...{ ...ids, expert: words.line() },
        waits: maybe(fc.record({ entryId: uuid, ahead: fc.nat({ max: 99 }), isOffered: fc.boolean() })),
      })
      .map((data) => (locale) => [data, locale]),
  ),
  builds(moveModal, 'modal', () =>
    fc
      .record({ consultationId: uuid, now: span, times: times(0), reader: zone, isAgain: fc.boolean() })
      .map((data) => (locale) => [data, locale]),
  ),
  builds(cancelModal, 'modal', () =>
    fc.record({ ...ending, isLate: fc.boolean() }).map((data) => (locale) => [data, locale]),
  ),
  builds(refuseModal, 'modal', (words) =>
    fc.record({ ...ending, organisation: words.line() }).map((data) => (locale) => [data, locale]),
  ),
  builds(listModal, 'modal', (words) =>
    fc
      .record({
        ...{ rows: fc.array(row(words), { maxLength: PAGE }), reader: zone, participationId: maybe(uuid) },
        ...{ of: fc.oneof(fc.record({ participationId: uuid }), fc.constant({ own: true as const })) },
        ...{ page: fc.integer({ min: 1, max: 999 }), pages: fc.integer({ min: 1, max: 999 }) },
        quota: maybe(fc.record({ used: fc.nat({ max: 9999 }), hours: fc.integer({ min: 1, max: 500 }) })),
      })
      .map((data) => (locale) => [data, locale]),
  ),
  builds(homeBlocks, 'home', (words) =>
    fc
      .tuple(fc.record({ rows: crowd(row(words), PAGE), total: fc.nat({ max: 9999 }) }), zone)
      .map(([coming, reader]) => (locale) => [...([coming, reader, locale] as const)]),
  ),
  builds(askModal, 'modal', () =>
    fc
      .record({ participationId: uuid, questionId: uuid })
      .map((data) => (locale) => [
        { ...data, fields: [{ value: 'finance', text: locale === 'pl' ? 'finanse' : 'finance' }] },
        locale,
      ]),
  ),
  builds(questionMessage, 'message', (words) =>
    fc
      .record({
        ...{ questionId: uuid, organisation: words.line(), field: words.line(), text: words.text(1500) },
        state: fc.constantFrom(...(['open', 'taken', 'withdrawn'] as const)),
        ...{ taker: maybe(words.line()), isOwn: fc.boolean() },
      })
      .map((asked) => (locale) => [asked, locale]),
  ),
  builds(takenMessage, 'message', (words) =>
    fc.record({ taker: words.line(), field: words.line() }).map((said) => (locale) => [said, locale]),
  ),
]);
