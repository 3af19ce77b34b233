import { PEOPLE } from '../../sandbox/index.ts';
import {
  askForTime,
  type Kind,
  type Move,
  reportDone,
  reportDoneByExpert,
  setDate,
  settleWish,
} from '../acts/dates.ts';
import { answer, askForHelp, hasRoom, lookHome, propose, roomOf, snooze } from '../acts/places.ts';
import type { Luck } from '../chance.ts';
import { at, days, minutes } from './days.ts';
import { type Event, someMoment } from './events.ts';
import type { Organisation } from './organisations.ts';

const DATES: readonly (readonly [Kind, string])[] = [
  ['confirm', '2023-05-26'],
  ['first_visit', '2023-06-16'],
  ['plan', '2023-06-23'],
  ['action', '2023-07-07'],
  ['voucher', '2023-09-29'],
];

function dates(): Event[] {
  const move = (when: string, wish: Move): Event => ({
    at: at(when),
    who: PEOPLE.admin,
    name: `${wish.kind} is put to ${wish.date}`,
    act: (stage) => setDate(stage, wish),
  });
  const first = DATES.map(([kind, date], n) =>
    move(`2023-05-16T10:${String(10 + n * 5)}`, { kind, date, reason: null, of: null }),
  );
  const all = { reason: 'Wspólne szkolenie', of: null } as const;
  return [...first, move('2023-06-12T11:00', { kind: 'plan', date: '2023-06-30', ...all })];
}

/** Experts are one after another: who of them is asked shows only when it happens. */
const EXPERTS = 'the experts';

/** One organisation finds its expert: some say no first, some answer late. */
function matching(of: Organisation, n: number, luck: Luck): Event[] {
  const asked = at('2023-05-17T09:00') + minutes(n * 12);
  const staff = n % 2 === 0 ? PEOPLE.admin : PEOPLE.staff;
  const event = (when: number, who: string, name: string, act: Event['act']): Event => ({
    ...{ at: when, who, name: `${of.name}: ${name}`, act },
  });
  const wait = luck.happens(0.25) ? days(luck.whole(5, 7)) : days(3);
  const declined = luck.happens(0.2)
    ? [
        event(asked + days(1), EXPERTS, 'an expert says no', (stage) => answer(stage, of, false)),
        event(asked + days(2), staff, 'another is proposed', (stage) => propose(stage, staff, of)),
      ]
    : [];
  return [
    event(at('2023-05-15T13:00') + days(1) + minutes(n), of.person, 'has its channel', (stage) => hasRoom(stage, of)),
    event(asked, staff, 'an expert is proposed', (stage) => propose(stage, staff, of)),
    ...declined,
    event(asked + wait, EXPERTS, 'an expert says yes', (stage) => answer(stage, of, true)),
  ];
}

/** What an organisation and its expert do by their dates, mostly in time. */
function working(of: Organisation, luck: Luck): Event[] {
  const did = (kind: Kind, between: readonly [string, string]): Event => ({
    at: someMoment(luck, between),
    who: of.person,
    name: `${of.name}: ${kind} is done`,
    act: (stage) => reportDone(stage, kind, of),
  });
  const byExpert = (kind: Kind, between: readonly [string, string]): Event => ({
    ...did(kind, between),
    who: EXPERTS,
    act: (stage) => reportDoneByExpert(stage, kind, of),
  });
  return [
    did('confirm', ['2023-05-18', '2023-05-27']),
    byExpert('first_visit', ['2023-05-29', '2023-06-18']),
    did('plan', ['2023-06-15', luck.happens(0.2) ? '2023-07-04' : '2023-06-30']),
    did('action', ['2023-07-01', luck.happens(0.2) ? '2023-07-12' : '2023-07-08']),
    byExpert('opinion', ['2023-07-13', '2023-07-26']),
    ...(luck.happens(0.7) ? [did('report', ['2023-07-14', '2023-08-02'])] : []),
  ];
}

/** Some ask for more time for the action, some write to the team, some want to be reminded later. */
function wishing(of: Organisation, n: number, luck: Luck): Event[] {
  const event = (when: number, name: string, act: Event['act'], who = of.person): Event => ({
    ...{ at: when, who, name: `${of.name}: ${name}`, act },
  });
  const asked = at('2023-06-20T10:00') + minutes(n * 7);
  const outcome = luck.one(['approved', 'refused', 'withdrawn'] as const);
  const wish = [
    event(asked, 'asks for more time', (stage) => askForTime(stage, 'action', of, '2023-07-14')),
    event(
      asked + days(luck.whole(1, 3)),
      `the wish is ${outcome}`,
      (stage) => settleWish(stage, of, outcome),
      outcome === 'withdrawn' ? of.person : PEOPLE.staff,
    ),
  ];
  const text = `Czy możemy przyjść we dwoje? ${of.name}`;
  const help = event(someMoment(luck, ['2023-05-30', '2023-07-20']), 'writes', (stage) => askForHelp(stage, of, text));
  const later = event(someMoment(luck, ['2023-06-14', '2023-07-10']), 'snoozes', (stage) =>
    snooze(stage, of.person, roomOf(stage.as(of.person), of)),
  );
  return [
    ...(luck.happens(0.4) ? wish : []),
    ...(luck.happens(0.3) ? [help] : []),
    ...(luck.happens(0.3) ? [later] : []),
  ];
}

/** People look at the app's own page now and then, and experts put reminders off. */
function looking(people: readonly string[], luck: Luck): Event[] {
  const looks = people.map((who): Event => {
    return {
      at: someMoment(luck, ['2023-05-16', '2023-07-30']),
      who,
      name: 'looks Home',
      act: (stage) => lookHome(stage, who),
    };
  });
  const later = PEOPLE.experts.map((who): Event => {
    return {
      at: someMoment(luck, ['2023-06-14', '2023-07-14']),
      who: EXPERTS,
      name: 'snoozes',
      act: (stage) => snooze(stage, who, null),
    };
  });
  return [...looks, ...later];
}

/** Everything from the results to the end of July. */
export function programmeStory(all: readonly Organisation[], luck: Luck): readonly Event[] {
  const admitted = all.filter(({ fate }) => fate === 'admitted');
  return [
    ...dates(),
    ...admitted.flatMap((of, n) => [...matching(of, n, luck), ...working(of, luck), ...wishing(of, n, luck)]),
    ...looking([PEOPLE.admin, PEOPLE.staff, ...all.map(({ person }) => person)], luck),
  ];
}
