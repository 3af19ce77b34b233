import { PEOPLE } from '../../sandbox/index.ts';
import { apply, begin, change, sendTooLate, withdraw } from '../acts/apply.ts';
import { addExpert, addStaff, release, review, setUpCohort } from '../acts/staff.ts';
import type { Luck } from '../chance.ts';
import { at, CLOSING, days, minutes, START } from './days.ts';
import { type Event, someMoment } from './events.ts';
import type { Organisation } from './organisations.ts';

const HANDLES = ['celina', 'dariusz', 'edyta', 'feliks', 'grazyna'] as const;

/** The first day: a cohort, its team and experts. */
function beginning(count: number): Event[] {
  const handles = HANDLES.slice(0, Math.min(HANDLES.length, Math.max(2, Math.ceil(count / 6))));
  const limit = Math.ceil(count / handles.length) + 3;
  const experts = handles.map((handle, n): Event => {
    const act: Event['act'] = (stage) => addExpert(stage, PEOPLE.experts[n] ?? '', handle, limit);
    return { at: START + minutes(30 + n), who: PEOPLE.admin, name: `${handle} becomes an expert`, act };
  });
  return [
    { at: START + minutes(10), who: PEOPLE.admin, name: 'the cohort is set up', act: setUpCohort },
    { at: START + minutes(20), who: PEOPLE.admin, name: 'Bartek joins the team', act: addStaff },
    ...experts,
  ];
}

/** How one organisation applies, between the opening of the call and its end. */
function entering(of: Organisation, luck: Luck): Event[] {
  const first = someMoment(luck, ['2023-04-05', '2023-04-26']);
  const second = first + days(luck.whole(2, 9)) + minutes(luck.whole(0, 90));
  const event = (
    when: number,
    name: string,
    act: (stage: Parameters<Event['act']>[0], of: Organisation) => Promise<void>,
  ): Event => ({
    at: when,
    who: of.person,
    name: `${of.name} ${name}`,
    act: (stage) => act(stage, of),
  });
  switch (of.entry) {
    case 'slow':
      return [event(first, 'begins', begin), event(second, 'applies', apply)];
    case 'changed':
      return [event(first, 'applies', apply), event(second, 'changes', change)];
    case 'withdrawn':
      return [event(first, 'applies', apply), event(second, 'withdraws', withdraw)];
    case 'draft':
      return [event(first, 'begins and leaves it', begin)];
    case 'last_minute':
      return [event(CLOSING - minutes(luck.whole(30, 200)), 'applies on the last evening', apply)];
    case 'late':
      return [event(first, 'begins', begin), event(CLOSING + minutes(5), 'is too late', sendTooLate)];
    default:
      return [event(first, 'applies', apply)];
  }
}

/** Staff look at what came, one after another, and release the results. */
function deciding(all: readonly Organisation[]): Event[] {
  const reviews = all
    .filter(({ fate }) => fate !== null)
    .map((of, n): Event => {
      const who = n % 2 === 0 ? PEOPLE.admin : PEOPLE.staff;
      const when = at('2023-05-09T09:30') + days(Math.floor(n / 8)) + minutes((n % 8) * 40);
      return { at: when, who, name: `${of.name} is decided`, act: (stage) => review(stage, who, of) };
    });
  return [
    ...reviews,
    { at: at('2023-05-15T12:00'), who: PEOPLE.admin, name: 'the results are released', act: release },
  ];
}

/** Everything from the cohort's setting up to its results. */
export const callStory = (all: readonly Organisation[], luck: Luck): readonly Event[] => [
  ...beginning(all.length),
  ...all.flatMap((of) => entering(of, luck)),
  ...deciding(all),
];
