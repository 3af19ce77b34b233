import fc from 'fast-check';
import type { CheckData } from '../../../src/features/availability/ids.ts';
import { KINDS, type OfferedTime, type Terms } from '../../../src/features/availability/public.ts';
import type { Exception, Weekly } from '../../../src/features/availability/rules/index.ts';
import {
  absencesModal,
  awayCheckModal,
  awayMessage,
  awayModal,
  exceptionModal,
  hoursModal,
  ownHome,
  shortName,
  staffHome,
  standsInMessage,
  termsModal,
  weeklyModal,
} from '../../../src/features/availability/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { count, crowd, day, maybe, moment, uuid, type Words } from '../../support/words.ts';

const yes = fc.boolean();
const zone = fc.constantFrom('Europe/Warsaw', 'America/Argentina/ComodRivadavia');
const kinds = fc.subarray([...KINDS]);
const someKinds = fc.subarray([...KINDS], { minLength: 1 });
const part = fc.constantFrom({ from: 0, to: 1440 }, { from: 600, to: 840 }, { from: 1425, to: 1440 });

const terms = (words: Words): fc.Arbitrary<Terms> =>
  fc.record({
    ...{ zone, minutes: fc.constantFrom(15, 60, 480), kinds: someKinds, place: maybe(words.line(300)) },
    ...{ link: maybe(words.line(300)), bufferBefore: fc.constantFrom(0, 7, 240), bufferAfter: fc.constantFrom(0, 15) },
    ...{ noticeMinutes: fc.constantFrom(0, 61, 1440, 20_160), horizonDays: fc.constantFrom(1, 60, 365) },
    ...{ needsApproval: yes, version: count },
  });

const weekly: fc.Arbitrary<Weekly> = fc
  .record({ id: uuid, weekday: fc.integer({ min: 1, max: 7 }), kinds, part })
  .map(({ part: times, ...one }) => ({ ...one, ...times }));
const exception: fc.Arbitrary<Exception> = fc
  .record({ id: uuid, date: day, isOpen: yes, kinds, part })
  .map(({ part: times, ...one }) => ({ ...one, ...times }));

const time = (words: Words): fc.Arbitrary<OfferedTime> =>
  fc.record({
    ...{ expertId: uuid, start: moment, end: moment, busyFrom: moment, busyUntil: moment, zone, kinds: someKinds },
    ...{ place: maybe(words.line(300)), link: maybe(words.line(300)) },
  });

const days = fc.record({ from: day, last: day });
const warning = fc.record({
  ...{ kind: fc.constantFrom('gap' as const, 'overlap' as const), date: day, time: fc.constant('02:30') },
});

const checkData: fc.Arbitrary<CheckData> = fc.record({
  own: yes,
  absenceId: uuid,
  expertId: uuid,
  from: day,
  last: day,
});

provesBuilders('features/availability', [
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name])),
  builds(hoursModal, 'modal', (words) =>
    fc
      .record({
        ...{
          terms: terms(words),
          weekly: crowd(weekly, 40),
          exceptions: crowd(exception, 40),
          absences: crowd(days, 9),
        },
        ...{ warnings: crowd(warning, 9), free: crowd(time(words), 5), from: fc.constantFrom(0, 8, 72) },
        note: fc.constantFrom(
          null,
          'saved' as const,
          'removed' as const,
          'changed_meanwhile' as const,
          'gone' as const,
        ),
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(weeklyModal, 'modal', () =>
    fc.tuple(fc.record({ id: maybe(uuid), version: count }), maybe(weekly)).map(([data, one]) => (locale) => [
      data,
      one,
      locale,
    ]),
  ),
  builds(exceptionModal, 'modal', () =>
    fc.tuple(fc.record({ id: maybe(uuid), version: count }), maybe(exception)).map(([data, one]) => (locale) => [
      data,
      one,
      locale,
    ]),
  ),
  builds(termsModal, 'modal', (words) => terms(words).map((given) => (locale) => [given, locale])),
  builds(absencesModal, 'modal', (words) =>
    fc
      .record({
        own: yes,
        all: crowd(
          fc.record({ id: uuid, from: day, last: day, expert: words.line(), substitute: maybe(words.line()) }),
          40,
        ),
        note: fc.constant(null),
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(awayModal, 'modal', () => fc.record({ own: yes, absenceId: uuid }).map((data) => (locale) => [data, locale])),
  builds(awayCheckModal, 'modal', (words) =>
    fc
      .record({
        ...{ data: checkData, expert: maybe(words.line()), booked: count, led: crowd(words.line(), 9) },
        ...{ hasSubstitutes: yes, chosen: maybe(fc.record({ value: uuid, text: words.line(75) })) },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(awayMessage, 'message', (words) =>
    fc
      .record({
        ...{ from: day, last: day, to: fc.constantFrom('staff' as const, 'substitute' as const, 'expert' as const) },
        ...{ expert: words.line(), substitute: maybe(words.line()), led: crowd(words.line(), 40) },
        ...{ isByStaff: yes, isBack: yes },
      })
      .map((told) => (locale) => [told, locale]),
  ),
  builds(standsInMessage, 'message', (words) =>
    fc
      .record({ from: day, last: day, expert: words.line(), substitute: words.line(), isBack: yes })
      .map((told) => (locale) => [told, locale]),
  ),
  builds(ownHome, 'home', (words) =>
    fc
      .record({ hasHours: yes, free: maybe(time(words)), away: maybe(days) })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(staffHome, 'home', (words) =>
    fc.array(words.line(), { maxLength: 12 }).map((names) => (locale) => [names, locale]),
  ),
]);
