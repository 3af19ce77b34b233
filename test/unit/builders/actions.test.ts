import fc from 'fast-check';
import {
  addModal,
  answerButtons,
  askedMessage,
  attendMatter,
  attendMessage,
  cancelAllModal,
  cancelModal,
  changedMessage,
  dateStateText,
  holdMatter,
  homeBlocks,
  listModal,
  longWords,
  moveModal,
  noteMessage,
  noteModal,
  observerMatter,
  observerMatters,
  observerModal,
  pageModal,
  partlyModal,
  placeButton,
  planMatter,
  planModal,
  plannedMessage,
  removeModal,
  reportedMessage,
  reportMatter,
  reportModal,
  sayMatter,
  shortName,
  summaryText,
  timeOf,
  titleModal,
  unableModal,
  unobservedMessage,
  whenOf,
  whereText,
} from '../../../src/features/actions/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

const yes = fc.boolean();
const zone = fc.constantFrom('Europe/Warsaw', 'America/Argentina/ComodRivadavia');
const attends = fc.constantFrom('asked' as const, 'agreed' as const, 'not' as const, null);
const link = fc.constantFrom('https://plakat.example/a', `https://plakat.example/${'ż'.repeat(1400)}`);

const date = (words: Words) =>
  fc.record({
    ...{ dateId: uuid, version: fc.constantFrom(1, 99), sequence: fc.constantFrom(0, 9), zone, place: words.line(200) },
    ...{ startsAt: moment, endsAt: moment, hasBegun: yes, isOver: yes, isPartly: yes, attends },
    state: fc.constantFrom('planned' as const, 'held' as const, 'not_held' as const),
    ...{ reason: maybe(words.text(500)), expert: maybe(words.line()), observed: maybe(yes) },
    absence: maybe(words.text(500)),
  });
const action = (words: Words) =>
  fc.record({
    ...{ actionId: uuid, participationId: uuid, organisation: words.line(), title: words.line(150) },
    state: fc.constantFrom('planned' as const, 'held' as const, 'partly' as const, 'cancelled' as const),
    dates: crowd(date(words), 12),
  });
const where = (words: Words) => fc.record({ startsAt: moment, endsAt: maybe(moment), place: words.line(200) });
const change = (words: Words) =>
  fc.oneof(
    fc.record({ act: fc.constant('add' as const), from: fc.constant(null), to: where(words) }),
    fc.record({ act: fc.constant('move' as const), from: where(words), to: where(words) }),
    fc.record({
      ...{ act: fc.constantFrom('remove' as const, 'cancel' as const), from: where(words), to: fc.constant(null) },
    }),
  );
const ofDate = (words: Words) => fc.record({ organisation: words.line(), title: words.line(150), date: date(words) });
const dateMatter = (words: Words) =>
  fc.tuple(action(words), date(words)).map(([facts, one]) => ({ ...facts, date: one }));
const place = (words: Words) =>
  fc.record({
    ...{ participationId: uuid, organisation: words.line(), action: maybe(action(words)) },
    ...{ needsReport: yes, isUnobserved: yes },
  });
const links = (words: Words) => (words.areTame ? fc.constant([]) : fc.array(link, { maxLength: 1 }));

provesBuilders('features/actions', [
  builds(pageModal, 'modal', (words) =>
    fc
      .tuple(
        action(words),
        fc.record({
          may: fc.constantFrom('write' as const, 'look' as const),
          ...{ isStaff: yes, isObserved: yes, isOpen: yes, keepsNotes: yes, changes: crowd(change(words), 8) },
          report: maybe(fc.record({ people: count, description: words.text(3000) })),
          photos: fc.constantFrom(0, 1, 10),
        }),
      )
      .map(([facts, more]) => (locale) => [{ ...facts, ...more }, null, locale]),
  ),
  builds(answerButtons, 'element', () =>
    fc.tuple(uuid, yes).map(([dateId, page]) => (locale) => [{ dateId, version: 1 }, page, locale]),
  ),
  builds(whereText, 'mrkdwn', (words) =>
    words.line(200).map((name) => (locale) => [{ startsAt: new Date(0), endsAt: null, place: name }, locale]),
  ),
  builds(planModal, 'modal', (words) =>
    fc.record({ participationId: uuid, title: words.line() }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(titleModal, 'modal', (words) =>
    fc.record({ actionId: uuid, title: words.line(150) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(addModal, 'modal', (words) =>
    fc.record({ actionId: uuid, place: words.line(200) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(moveModal, 'modal', (words) =>
    date(words).map((one) => (locale) => [{ ...one, date: '2024-03-31', from: '02:30', to: '23:59' }, locale]),
  ),
  builds(removeModal, 'modal', (words) => date(words).map((one) => (locale) => [one, locale])),
  builds(cancelModal, 'modal', (words) => date(words).map((one) => (locale) => [one, locale])),
  builds(partlyModal, 'modal', (words) => date(words).map((one) => (locale) => [one, locale])),
  builds(cancelAllModal, 'modal', (words) =>
    fc.record({ actionId: uuid, title: words.line(150) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(plannedMessage, 'message', (words) => action(words).map((facts) => (locale) => [facts, locale])),
  builds(changedMessage, 'message', (words) =>
    fc
      .tuple(
        change(words),
        fc.record({
          ...{ actionId: uuid, organisation: words.line(), title: words.line(150), reason: maybe(words.text(500)) },
          reader: fc.constantFrom('organisation' as const, 'expert' as const, 'staff' as const),
          ...{ isShort: yes, isOff: yes, also: crowd(where(words), 9) },
        }),
      )
      .map(([step, facts]) => (locale) => [{ ...step, ...facts }, locale]),
  ),
  builds(askedMessage, 'message', (words) =>
    fc
      .record({
        actionId: uuid,
        title: words.line(150),
        date: date(words),
        isMoved: yes,
        isOpen: yes,
        needsReport: yes,
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(attendMessage, 'message', (words) =>
    fc
      .tuple(ofDate(words), fc.constantFrom('open' as const, 'moved' as const, 'other' as const, 'gone' as const))
      .map(([facts, standing]) => (locale) => [facts, standing, locale]),
  ),
  builds(unableModal, 'modal', (words) => ofDate(words).map((facts) => (locale) => [facts, locale])),
  builds(observerModal, 'modal', (words) => ofDate(words).map((facts) => (locale) => [facts, locale])),
  builds(unobservedMessage, 'message', (words) =>
    fc
      .tuple(ofDate(words), maybe(words.text(500)), maybe(words.line()), fc.constantFrom('open', 'asked', 'over'))
      .map(([facts, reason, proposed, standing]) => (locale) => [
        { ...facts, reason, proposed, standing: standing as 'open' },
        locale,
      ]),
  ),
  builds(noteMessage, 'message', (words) =>
    fc.tuple(ofDate(words), uuid, yes).map(([facts, actionId, isDone]) => (locale) => [
      { ...facts, actionId, isDone },
      locale,
    ]),
  ),
  builds(noteModal, 'modal', (words) =>
    fc
      .record({
        ...{ actionId: uuid, version: fc.nat(), text: words.text(3000), absence: maybe(words.text(500)) },
        // Ten dates fit the boxes; each has an id of its own.
        dates: crowd(date(words), 10).map((all) => all.map((one, n) => ({ ...one, dateId: `${one.dateId}${n}` }))),
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(reportModal, 'modal', (words) =>
    fc
      .record({
        ...{ actionId: uuid, title: words.line(150), version: fc.nat(), held: crowd(date(words), 12) },
        kept: maybe(
          fc.record({
            ...{ people: fc.constantFrom(0, 12, 1_000_000), description: words.text(3000), links: links(words) },
            ...{ photos: count, hasConsent: yes },
          }),
        ),
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(reportedMessage, 'message', (words) =>
    fc
      .record({
        ...{ title: words.line(150), organisation: words.line(), people: count, description: words.text(3000) },
        ...{
          links: links(words),
          photos: crowd(fc.constant('F0PHOTO'), 10),
          held: crowd(date(words), 12),
          isLate: yes,
        },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(summaryText, 'mrkdwn', (words) => maybe(action(words)).map((facts) => (locale) => [facts, locale])),
  builds(placeButton, 'element', (words) => place(words).map((facts) => (locale) => [facts, locale])),
  builds(listModal, 'modal', (words) =>
    fc
      .record({
        cohort: maybe(fc.record({ id: uuid, name: words.line(60) })),
        ...{ from: fc.constantFrom(0, 8), total: fc.constantFrom(9, 200), rows: crowd(place(words), 8), mayPlan: yes },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(homeBlocks, 'home', (words) =>
    fc.tuple(crowd(place(words), 9), yes).map(([rows, mayPlan]) => (locale) => [rows, mayPlan, locale]),
  ),
  builds(planMatter, 'matter', () => uuid.map((id) => (locale) => [id, locale])),
  builds(holdMatter, 'matter', (words) => dateMatter(words).map((facts) => (locale) => [facts, locale])),
  builds(attendMatter, 'matter', (words) =>
    fc.tuple(dateMatter(words), yes).map(([facts, isAgreed]) => (locale) => [facts, isAgreed, locale]),
  ),
  builds(sayMatter, 'matter', (words) => dateMatter(words).map((facts) => (locale) => [facts, locale])),
  builds(reportMatter, 'matter', (words) => action(words).map((facts) => (locale) => [facts, locale])),
  builds(observerMatter, 'matter', (words) => dateMatter(words).map((facts) => (locale) => [facts, locale])),
  builds(observerMatters, 'matter', () => count.map((n) => (locale) => [n, locale])),
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name]), { isForOthers: true }),
  builds(longWords, 'mrkdwn', (words) => words.text().map((text) => () => [text, 700]), { isForOthers: true }),
  builds(timeOf, 'plain', (words) => date(words).map((one) => (locale) => [one, locale])),
  builds(whenOf, 'mrkdwn', (words) => date(words).map((one) => (locale) => [one, locale])),
  builds(dateStateText, 'plain', (words) => date(words).map((one) => (locale) => [one, locale])),
]);
