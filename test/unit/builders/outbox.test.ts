import fc from 'fast-check';
import { DATE, type RowRef } from '../../../src/features/outbox/ids.ts';
import {
  chooseModal,
  homeBlocks,
  type Note,
  type Outbox,
  type OutboxRow,
  outboxModal,
  type Recipient,
  recipientText,
  rehearsalModal,
  rehearsedModal,
  wordsModal,
} from '../../../src/features/outbox/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { channelId, count, crowd, day, maybe, moment, uuid, type Words } from '../../support/words.ts';

const foreseen = fc
  .tuple(fc.constantFrom('person', 'place', 'staff'), uuid, moment)
  .map(([kind, id, at]) => ({ to: `${kind}:${id}`, at: at.toISOString(), print: 'x'.repeat(16) }));
const written = fc.record({ id: uuid, version: fc.nat(1_000_000) });
const row: fc.Arbitrary<RowRef> = fc.oneof(foreseen, written);

const recipient = (words: Words): fc.Arbitrary<Recipient> =>
  fc.oneof(
    fc.record({ kind: fc.constantFrom('person' as const, 'organisation' as const), name: maybe(words.line()) }),
    fc.record({ kind: fc.constant('channel' as const), id: channelId }),
    fc.record({ kind: fc.constantFrom('cohort' as const, 'staff' as const) }),
  );

const line = (words: Words): fc.Arbitrary<OutboxRow> =>
  fc.record({
    ...{ at: moment, to: recipient(words), what: maybe(words.text()), more: count, why: words.line() },
    ...{ state: fc.constantFrom('foreseen' as const, 'waiting' as const, 'held' as const), row: maybe(row) },
    ...{ isReworded: fc.boolean(), isLate: fc.boolean() },
  });

const list = (words: Words): fc.Arbitrary<Outbox> =>
  fc
    .record({
      ...{ cohortId: uuid, cohort: words.line(), rows: crowd(line(words), 8), page: fc.integer({ min: 1, max: 9 }) },
      ...{ after: count, held: count, recipients: count, oneDayMost: count },
    })
    .map(({ after, recipients, oneDayMost, ...rest }) => {
      const total = rest.rows.length === 0 ? 0 : (rest.page - 1) * 8 + rest.rows.length + after;
      return { ...rest, total, figures: { total, recipients, oneDayMost } };
    });

const note: fc.Arbitrary<Note> = fc.constantFrom(
  ...(['hold', 'resume', 'reword', 'hurry', 'cancel', 'already_sent', 'changed_meanwhile', null] as const),
);

const report = (words: Words) =>
  fc.record({
    ...{ cohortId: uuid, places: count, experts: count, start: day, total: count, recipients: count },
    ...{ toOrganisations: count, toExperts: count, toStaff: count, oneDayMost: count },
    ...{ personDayMost: count, channelWeekMost: count, busiest: maybe(fc.record({ date: day, count })) },
    dates: crowd(fc.record({ label: words.line(60), date: day }), 30),
  });

provesBuilders('features/outbox', [
  builds(outboxModal, 'modal', (words) =>
    fc.tuple(list(words), note).map(([shown, what]) => (locale) => [shown, what, locale]),
  ),
  builds(chooseModal, 'modal', (words) =>
    crowd(fc.record({ id: uuid, name: words.line() }), 50).map((all) => (locale) => [all, locale]),
  ),
  builds(homeBlocks, 'home', () => fc.constant((locale) => [locale])),
  builds(recipientText, 'mrkdwn', (words) => recipient(words).map((to) => (locale) => [to, locale])),
  builds(wordsModal, 'modal', (words) =>
    fc
      .record({
        data: fc.record({ cohortId: uuid, page: fc.integer({ min: 1, max: 9 }), row }),
        ...{ to: recipient(words), at: moment, words: words.text() },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(rehearsalModal, 'modal', (words) =>
    fc
      .record({
        ...{ cohortId: uuid, cohort: words.line(), places: count, experts: count, start: day },
        kinds: crowd(fc.record({ label: words.line(60), date: maybe(day) }), 30),
      })
      .map(({ kinds, ...facts }) => (locale) => [
        { ...facts, kinds: kinds.map((kind, index) => ({ ...kind, key: `${DATE}${index}` })) },
        locale,
      ]),
  ),
  builds(rehearsedModal, 'modal', (words) => report(words).map((facts) => (locale) => [facts, locale])),
]);
