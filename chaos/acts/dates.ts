import { pressInChannel, pressInModal } from '../../sandbox/hands/beside.ts';
import { PEOPLE } from '../../sandbox/index.ts';
import { front, insist, open, seen, send } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { Organisation } from '../story/organisations.ts';
import { leaderOf, roomOf } from './places.ts';
import { STAFF_ROOM } from './staff.ts';

/** Kinds of dates: the name in staff's lists, and what is said to whoever owes it. */
export const KINDS = {
  confirm: { label: 'potwierdzenie udziału', what: 'Potwierdźcie udział w programie' },
  first_visit: { label: 'pierwsza wizyta', what: 'Odbądź pierwszą wizytę' },
  plan: { label: 'plan działania', what: 'Złóżcie plan działania' },
  action: { label: 'działanie', what: 'Przeprowadźcie działanie' },
  report: { label: 'sprawozdanie', what: 'Złóżcie sprawozdanie' },
  opinion: { label: 'opinia po działaniu', what: 'Napisz opinię po działaniu' },
  voucher: { label: 'wykorzystanie bonu', what: 'Wykorzystajcie bon' },
} as const;
export type Kind = keyof typeof KINDS;

export type Move = {
  readonly kind: Kind;
  readonly date: string;
  /** Null: a first date for all. */
  readonly reason: string | null;
  /** Null: all organisations, by the list of the cohort. */
  readonly of: Organisation | null;
};

const deadlines = ({ db }: Stage, kind: Kind, of: Organisation | null) =>
  db.deadline.findMany({
    where: { kind, ...(of ? { participation: { organisation: { name: of.name } } } : {}) },
    select: { id: true, state: true, dueOn: true },
  });

/** Staff set a date, or move it, from the list of dates of the cohort or of one organisation. */
export const setDate = (stage: Stage, { kind, date, reason, of }: Move): Promise<void> =>
  insist(stage, {
    who: PEOPLE.admin,
    what: `${kind} is put to ${date}${of ? ` for ${of.name}` : ''}`,
    isDone: async () => {
      const rows = await deadlines(stage, kind, of);
      return (
        rows.length > 0 && rows.every((row) => row.state !== 'open' || row.dueOn === date || (reason !== null && !of))
      );
    },
    tries: async (person) => {
      await open(stage, person, [of ? roomOf(person, of) : STAFF_ROOM, '/debiuty termin'], KINDS[kind].label);
      await pressInModal(person, `*${KINDS[kind].label}*`, reason === null ? 'Ustaw termin' : 'Przesuń');
      await seen(stage, () => front(person).includes('Dzień'), 'the form');
      await person.fill({ Dzień: date, ...(reason === null ? {} : { Powód: reason }) });
      await send(stage, person);
      await seen(stage, () => front(person).startsWith('Sprawdź i potwierdź'), 'the check');
      await send(stage, person);
    },
  });

const isDone = (stage: Stage, kind: Kind, of: Organisation) => async () => {
  const [row] = await deadlines(stage, kind, of);
  return row?.state === 'done';
};

/** The organisation says on its card that something is done. */
export const reportDone = (stage: Stage, kind: Kind, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} reports ${kind} as done`,
    isDone: isDone(stage, kind, of),
    tries: (person) => pressInChannel(person, roomOf(person, of), KINDS[kind].what, 'Zrobione'),
  });

/** The expert says it in the list of the organisation's channel. */
export const reportDoneByExpert = async (stage: Stage, kind: Kind, of: Organisation): Promise<void> => {
  const who = await leaderOf(stage, of);
  await insist(stage, {
    who,
    what: `the expert of ${of.name} reports ${kind} as done`,
    isDone: isDone(stage, kind, of),
    tries: async (person) => {
      await open(stage, person, [roomOf(person, of), '/debiuty terminy'], KINDS[kind].what);
      await pressInModal(person, KINDS[kind].what, 'Zrobione');
    },
  });
};

const wishes = ({ db }: Stage, of: Organisation, states: readonly string[]) =>
  db.timeRequest.count({
    where: { state: { in: [...states] }, deadline: { participation: { organisation: { name: of.name } } } },
  });

/** The organisation asks for more time on its card. */
export const askForTime = (stage: Stage, kind: Kind, of: Organisation, date: string): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} asks for more time for ${kind}`,
    isDone: async () => (await wishes(stage, of, ['open', 'approved', 'refused', 'withdrawn'])) > 0,
    tries: async (person) => {
      await pressInChannel(person, roomOf(person, of), KINDS[kind].what, 'Poproś o więcej czasu');
      await seen(stage, () => front(person).includes('Do kiedy potrzebujesz czasu'), 'the form');
      await person.fill({ 'Do kiedy potrzebujesz czasu': date, Dlaczego: 'Remont świetlicy' });
      await send(stage, person);
    },
  });

/** What becomes of a wish: staff say yes or no, or the organisation takes it back. */
export const settleWish = (
  stage: Stage,
  of: Organisation,
  answer: 'approved' | 'refused' | 'withdrawn',
): Promise<void> =>
  insist(stage, {
    who: answer === 'withdrawn' ? of.person : PEOPLE.staff,
    what: `the wish of ${of.name} is ${answer}`,
    isDone: async () => (await wishes(stage, of, [answer])) > 0,
    tries: async (person) => {
      if (answer === 'withdrawn') return person.click('Wycofaj prośbę', { channel: roomOf(person, of) });
      if (answer === 'approved') return pressInChannel(person, STAFF_ROOM, of.name, 'Zgoda');
      await pressInChannel(person, STAFF_ROOM, of.name, 'Odmowa');
      await seen(stage, () => front(person).includes('Powód'), 'the form');
      await person.fill({ 'Powód (nieobowiązkowo)': 'Inne organizacje czekają' });
      await send(stage, person);
    },
  });
