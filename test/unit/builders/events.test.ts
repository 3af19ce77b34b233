import fc from 'fast-check';
import type { ShownEvent } from '../../../src/features/events/queries/index.ts';
import { EVENT_STATES, FORMS, KINDS, REGISTRATION_STATES } from '../../../src/features/events/rules/index.ts';
import * as views from '../../../src/features/events/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { count, crowd, day, maybe, moment, uuid, type Words } from '../../support/words.ts';

const yes = fc.boolean();
const time = fc.constantFrom('00:00', '09:30', '23:59');
const session = fc.record({ date: day, from: time, to: time });
const sessions = fc.array(session, { minLength: 1, maxLength: 12 });
const signUp = fc.record({ date: day, time });
const state = fc.constantFrom(...REGISTRATION_STATES);

const shown = (words: Words): fc.Arbitrary<ShownEvent> =>
  fc.record({
    ...{ id: uuid, cohortId: uuid, version: count, kind: fc.constantFrom(...KINDS), form: fc.constantFrom(...FORMS) },
    ...{
      state: fc.constantFrom(...EVENT_STATES),
      phase: fc.constantFrom('open' as const, 'closed' as const, 'over' as const),
    },
    ...{ title: words.line(100), place: maybe(words.line(200)), agenda: maybe(words.text(1500)) },
    ...{ link: maybe(fc.constant('https://qvx.qvx/qvx')), topics: fc.array(words.line(75), { maxLength: 5 }) },
    ...{
      isRequired: yes,
      sessions,
      signUp,
      seats: maybe(count),
      each: count,
      taken: count,
      going: count,
      waiting: count,
    },
    reason: maybe(words.text(300)),
  });

const invited = (words: Words) =>
  fc.record({
    ...{ invitationId: uuid, seats: count, going: crowd(words.line(), 10), waiting: crowd(words.line(), 10) },
    state: fc.constantFrom('invited' as const, 'answered' as const, 'declined' as const, 'excused' as const),
    offered: crowd(fc.record({ registrationId: uuid, name: words.line(), until: moment }), 3),
    ...{ present: crowd(words.line(), 10), isToConfirm: yes },
  });
const own = fc.record({ registrationId: uuid, state, isToConfirm: yes, isPresent: yes });
const choices = (words: Words, most: number) =>
  crowd(fc.record({ value: uuid, text: words.line(75) }), most).map((all) =>
    all.map((one, n) => ({ ...one, value: `${n}` })),
  );

const when = (words: Words) =>
  fc.record({
    sessions: fc.array(session, { maxLength: 12 }),
    signUp: maybe(signUp),
    place: maybe(words.line(200)),
    link: fc.constant(null),
  });
const about = (words: Words) =>
  fc.record({
    ...{ title: words.line(100), kind: maybe(fc.constantFrom(...KINDS)), form: maybe(fc.constantFrom(...FORMS)) },
    ...{
      agenda: maybe(words.text(1500)),
      topics: fc.constant(['0']),
      isRequired: yes,
      seats: maybe(count),
      each: count,
    },
  });
const formData = fc.oneof(
  fc.record({ cohortId: uuid, eventId: uuid }),
  fc.record({ eventId: uuid, version: count, isDraft: yes }),
);
const act = fc.constantFrom('move' as const, 'confirm' as const);
const seen = fc.record({ eventId: uuid, version: count });
const changeData = fc.record({ eventId: uuid, version: count, changeId: uuid, act, form: fc.constantFrom(...FORMS) });
const checkData = (words: Words) =>
  fc.record({
    ...{ eventId: uuid, version: count, changeId: uuid, act, reason: maybe(words.text(300)) },
    when: fc.record({ sessions, signUp, place: maybe(words.line(200)), link: maybe(fc.constant('https://qvx.qvx')) }),
  });
const list = fc.record({ cohortId: uuid, from: fc.constantFrom(0, 8) });
const ownRow = (words: Words) => fc.record({ shown: shown(words), own: maybe(own), buttons: fc.constant([]) });
const person = (words: Words) =>
  fc.record({
    ...{ registrationId: uuid, invitationId: maybe(uuid), name: words.line(), organisation: maybe(words.line()) },
    ...{
      standing: fc.constantFrom('organisation' as const, 'guest' as const, 'expert' as const),
      state,
      isToConfirm: yes,
    },
    ...{ place: fc.constantFrom(0, 1, 22), days: crowd(fc.record({ date: day, isOnline: yes }), 2) },
  });
const named = (words: Words) => fc.record({ name: words.line(), reason: maybe(words.text(300)) });
const need = (words: Words) => fc.record({ diet: maybe(words.text(200)), access: maybe(words.text(200)) });
const value = fc.record({ eventId: uuid, date: day, from: fc.constantFrom(0, 15) });
const matter = fc.constantFrom('signUp' as const, 'attend' as const, 'confirm' as const, 'close' as const);
const note = (words: Words) => maybe(words.line(60).map(views.shortName));

provesBuilders('features/events', [
  builds(views.shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name])),
  builds(views.names, 'mrkdwn', (words) => crowd(words.line(), 30).map((all) => () => [['A', ...all]])),
  builds(views.whenText, 'mrkdwn', () => sessions.map((all) => (locale) => [all, locale])),
  builds(views.signUpText, 'mrkdwn', () => signUp.map((one) => (locale) => [one, locale])),
  builds(views.kindName, 'mrkdwn', (words) => shown(words).map((one) => (locale) => [one, locale])),
  builds(views.factLines, 'mrkdwn', (words) => shown(words).map((one) => (locale) => [one, locale])),
  builds(views.agendaBlocks, 'blocks', (words) => shown(words).map((one) => () => [one])),
  builds(views.headBlock, 'blocks', (words) => words.line().map((one) => () => [views.shortName(one), []])),
  builds(views.cardBlocks, 'blocks', (words) =>
    crowd(fc.record({ shown: shown(words), going: crowd(words.line(), 9) }), 9).map((all) => (locale) => [all, locale]),
  ),
  builds(views.cardMessage, 'message', (words) => shown(words).map((one) => (locale) => [one, locale])),
  builds(views.invitationMessage, 'message', (words) =>
    fc.tuple(shown(words), invited(words)).map(([one, who]) => (locale) => [one, who, locale]),
  ),
  builds(views.invitedButtons, 'element', (words) =>
    fc.tuple(shown(words), invited(words)).map(([one, who]) => (locale) => [
      { ...one, state: 'announced' as const, phase: 'open' as const },
      { ...who, state: 'invited' as const },
      locale,
    ]),
  ),
  builds(views.ownButtons, 'element', (words) =>
    fc.tuple(shown(words), own).map(([one, mine]) => (locale) => [
      { ...one, state: 'announced' as const, phase: 'open' as const },
      mine,
      locale,
    ]),
  ),
  builds(views.ownMessage, 'message', (words) =>
    fc.tuple(shown(words), own).map(([one, mine]) => (locale) => [one, mine, locale]),
  ),
  builds(views.offerMessage, 'message', (words) =>
    fc
      .record({ registrationId: uuid, title: words.line(100), name: words.line(), until: maybe(moment), isTaken: yes })
      .map((offer) => (locale) => [offer, locale]),
  ),
  builds(views.changedMessage, 'message', (words) =>
    fc
      .tuple(
        shown(words),
        fc.record({
          ...{
            act: fc.constantFrom('move' as const, 'confirm' as const, 'cancel' as const),
            reason: maybe(words.text(300)),
          },
          ...{ isGoing: yes, buttons: fc.constant([]) },
        }),
      )
      .map(([one, change]) => (locale) => [one, change, locale]),
  ),
  builds(views.certificateMessage, 'message', (words) =>
    fc.record({ title: words.line(100), name: words.line(), holds: yes }).map((of) => (locale) => [of, locale]),
  ),
  builds(views.staffListModal, 'modal', (words) =>
    fc
      .tuple(fc.record({ list, events: crowd(shown(words), 8), total: count }), note(words))
      .map(([page, said]) => (locale) => [page, said, locale]),
  ),
  builds(views.ownRowBlocks, 'blocks', (words) => ownRow(words).map((row) => (locale) => [row, locale])),
  builds(views.ownListModal, 'modal', (words) =>
    fc.record({ list, rows: crowd(ownRow(words), 8), total: count }).map((page) => (locale) => [page, locale]),
  ),
  builds(views.chooseModal, 'modal', (words) =>
    crowd(fc.record({ id: uuid, name: words.line(60) }), 50).map((all) => (locale) => [all, locale]),
  ),
  builds(views.homeBlocks, 'home', (words) =>
    fc
      .record({
        cohorts: fc.array(fc.record({ id: uuid, name: words.line(60), open: count }), { minLength: 1, maxLength: 5 }),
        ...{ rows: crowd(ownRow(words), 4), hasMore: yes },
      })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(views.matterWords, 'matter', (words) =>
    fc
      .record({
        ...{ matter, title: words.line(100), startsAt: moment, eventId: uuid, isOwn: yes },
        ...{ names: crowd(words.line(), 9), buttons: fc.constant([]) },
      })
      .map((facts) => (locale) => [{ ...facts, matter: 'close' as const }, locale]),
  ),
  builds(views.manyWords, 'matter', () =>
    fc.tuple(matter, count, uuid).map(([which, n, id]) => (locale) => [which, n, id, locale]),
  ),
  builds(views.pageModal, 'modal', (words) =>
    fc
      .tuple(shown(words), fc.record({ silent: count, no: count }), note(words))
      .map(([one, answers, said]) => (locale) => [one, answers, said, locale]),
  ),
  builds(views.eventModal, 'modal', (words) =>
    fc
      .record({ data: formData, about: about(words), when: maybe(when(words)), topics: choices(words, 30) })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(views.moveModal, 'modal', (words) =>
    fc.record({ data: changeData, title: words.line(100), when: when(words) }).map((of) => (locale) => [
      {
        ...of,
        when: { ...of.when, sessions: [{ date: '2024-02-29', from: '10:00', to: '11:00' }, ...of.when.sessions] },
      },
      locale,
    ]),
  ),
  builds(views.announceModal, 'modal', () =>
    fc.tuple(seen, count).map(([data, n]) => (locale) => [data, n, locale]),
  ),
  builds(views.cancelModal, 'modal', (words) =>
    fc
      .record({
        data: fc.record({ eventId: uuid, version: count, changeId: uuid }),
        title: words.line(100),
        told: count,
      })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(views.checkModal, 'modal', (words) =>
    fc
      .record({ data: checkData(words), title: words.line(100), told: count, again: count })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(views.peopleModal, 'modal', (words) =>
    fc
      .record({
        ...{ eventId: uuid, from: fc.constantFrom(0, 15), total: count, rows: crowd(person(words), 15), canAdd: yes },
        ...{ silent: crowd(words.line(), 40), no: crowd(words.line(), 40) },
      })
      .map((page) => (locale) => [page, locale]),
  ),
  builds(views.attendanceModal, 'modal', (words) =>
    fc
      .tuple(
        fc.record({
          ...{
            value,
            formId: uuid,
            title: words.line(100),
            form: fc.constantFrom(...FORMS),
            dates: crowd(day, 3),
            total: count,
          },
          people: choices(words, 15).map((all) =>
            all.map((one, n) => ({
              registrationId: one.value,
              name: one.text,
              way: n % 3 ? null : ('in_room' as const),
            })),
          ),
        }),
        note(words),
      )
      .map(([page, said]) => (locale) => [page, said, locale]),
  ),
  builds(views.codeModal, 'modal', (words) =>
    fc
      .record({
        title: words.line(100),
        minutes: count,
        days: crowd(fc.record({ date: day, code: fc.constant('QV7XQ') }), 3),
      })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(views.missingModal, 'modal', (words) =>
    fc
      .record({
        ...{ eventId: uuid, isRequired: yes, canExcuse: yes },
        ...{ organisations: crowd(named(words), 40), people: crowd(named(words), 80) },
      })
      .map((missing) => (locale) => [missing, locale]),
  ),
  builds(views.excuseModal, 'modal', (words) =>
    fc.tuple(uuid, choices(words, 100)).map(([id, all]) => (locale) => [
      id,
      [{ value: 'a', text: 'A' }, ...all].slice(0, 100),
      locale,
    ]),
  ),
  builds(views.needsListModal, 'modal', (words) =>
    fc
      .record({
        ...{ eventId: uuid, from: fc.constantFrom(0, 15), total: count },
        rows: crowd(fc.tuple(words.line(), need(words)), 15).map((all) =>
          all.map(([name, said]) => ({ name, ...said })),
        ),
      })
      .map((page) => (locale) => [page, locale]),
  ),
  builds(views.whoModal, 'modal', (words) =>
    fc
      .record({
        ...{ invitationId: uuid, title: words.line(100), seats: count, isFull: yes },
        ...{ people: choices(words, 10), chosen: fc.constantFrom([], ['0']) },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(views.declineModal, 'modal', (words) =>
    fc.record({ invitationId: uuid, title: words.line(100), isExcuse: yes }).map((of) => (locale) => [of, locale]),
  ),
  builds(views.swapModal, 'modal', (words) =>
    fc
      .record({ invitationId: uuid, title: words.line(100), people: choices(words, 10) })
      .map((facts) => (locale) => [{ ...facts, seats: [{ value: 'a', text: 'A' }] }, locale]),
  ),
  builds(views.needsModal, 'modal', (words) =>
    fc.tuple(uuid, maybe(need(words))).map(([invitationId, said]) => (locale) => [
      { whose: { invitationId }, seats: [{ value: 'a', text: 'A' }], said },
      locale,
    ]),
  ),
  builds(views.signUpForModal, 'modal', (words) =>
    fc
      .record({ eventId: uuid, title: words.line(100), organisations: choices(words, 40) })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(views.turnBlocks, 'blocks', () =>
    fc
      .record({ from: fc.constantFrom(0, 15), each: fc.constant(15), at: fc.constant(String) })
      .map((pages) => (locale) => [{ ...pages, total: 40 }, locale]),
  ),
  builds(views.checkInModal, 'modal', (words) =>
    fc.record({ eventId: uuid, title: words.line(100) }).map((of) => (locale) => [of, locale]),
  ),
]);
