import { pressInModal } from '../../sandbox/hands/beside.ts';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { AT_ONCE, front, insist, open, press, seen, send, WAITS } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { Organisation } from '../story/organisations.ts';

export const STAFF_ROOM = 'debiuty-2023-zespol';

export const setUpCohort = (stage: Stage): Promise<void> =>
  insist(stage, {
    who: PEOPLE.admin,
    what: 'the cohort is set up',
    isDone: async () =>
      (await stage.db.cohort.count({ where: { channelId: { not: null }, staffChannelId: { not: null } } })) > 0,
    tries: async (person) => {
      if ((await stage.db.cohort.count()) > 0) return;
      await open(stage, person, ['#debiuty', '/debiuty cohort new'], 'z której kopiujemy');
      await person.fill({ 'Program lub edycja, z której kopiujemy': 'Debiuty 2023' });
      const before = front(person);
      await send(stage, person);
      await seen(stage, () => front(person) !== before, 'the prefilled form');
      await send(stage, person);
    },
  });

export const addStaff = (stage: Stage): Promise<void> =>
  insist(stage, {
    who: PEOPLE.admin,
    what: 'Bartek joins the team',
    isDone: async () =>
      (await stage.db.roleGrant.count({ where: { person: { slackUserId: PEOPLE.staff }, role: 'staff' } })) > 0,
    tries: (person) => person.slash('#debiuty', '/debiuty staff add @bartek'),
  });

export const addExpert = (stage: Stage, who: string, handle: string, limit: number): Promise<void> =>
  insist(stage, {
    who: PEOPLE.admin,
    what: `${handle} becomes an expert`,
    isDone: async () => (await stage.db.expertProfile.count({ where: { person: { slackUserId: who } } })) > 0,
    tries: async (person) => {
      await open(stage, person, ['#debiuty', `/debiuty ekspert dodaj @${handle}`], 'W czym pomaga');
      await person.fill({
        'W czym pomaga': ['finanse', 'diagnoza lokalnej sytuacji', 'planowanie działania partycypacyjnego'],
        Województwa: ['łódzkie'],
        'Ile organizacji naraz najwyżej': String(limit),
      });
      await send(stage, person);
    },
  });

const DECISIONS = { admitted: 'przyjąć do programu', reserve: 'lista rezerwowa', refused: 'odmówić' } as const;

/** Staff find the organisation in the list, page by page, and open its application. */
async function openApplication(stage: Stage, person: PersonDriver, name: string): Promise<void> {
  await open(stage, person, [STAFF_ROOM, '/debiuty zgłoszenia'], 'Inna edycja');
  while (!front(person).includes(name)) {
    const before = front(person);
    await person.click('Następna strona →');
    await seen(stage, () => front(person) !== before, 'the next page');
  }
  await pressInModal(person, name, 'Otwórz');
  await seen(stage, () => front(person).includes('Zgłasza'), 'the application');
}

/** Marks every point of the formal check; the first of them with no when it is to be rejected. */
async function checkFormally(stage: Stage, person: PersonDriver, isRejected: boolean): Promise<void> {
  await press(stage, person, ['Ocena formalna'], 'Uwaga do punktu 1');
  const labels = (person.modal()?.all.match(/^\d+\. .*/gm) ?? []).filter((line) => !line.includes('Uwaga'));
  const marks = labels.map((label, index) => [label, isRejected && index === 0 ? 'nie' : 'tak']);
  const notes = labels.map((_label, index) => [`Uwaga do punktu ${index + 1}`, 'Sprawdzone w rejestrze']);
  await person.fill(Object.fromEntries([...marks, ...notes]));
  await send(stage, person);
  await seen(stage, () => front(person).includes('Zapisano'), 'that it was kept');
}

const standing = ({ db }: Stage, { person }: Organisation) =>
  db.application.findFirst({
    where: { editor: { slackUserId: person }, state: { notIn: ['draft', 'withdrawn'] } },
    select: { formalResult: true, preparedDecision: true },
  });

/** Staff check an application and prepare the decision about it. */
export const review = (stage: Stage, who: string, of: Organisation): Promise<void> =>
  insist(stage, {
    who,
    what: `${of.name} is checked and decided`,
    isDone: async () => {
      const row = await standing(stage, of);
      return of.fate === 'rejected' ? row?.formalResult === 'rejected' : row?.preparedDecision === of.fate;
    },
    tries: async (person) => {
      await openApplication(stage, person, of.name);
      if (!(await standing(stage, of))?.formalResult) await checkFormally(stage, person, of.fate === 'rejected');
      if (of.fate === 'rejected' || of.fate === null) return;
      await press(stage, person, ['Podejmij decyzję'], 'przygotowanie decyzji');
      const reason = of.fate === 'refused' ? { Powód: 'Pomysł jest poza tematem naboru' } : {};
      await person.fill({ Decyzja: DECISIONS[of.fate], ...reason });
      await send(stage, person);
      await seen(stage, () => front(person).includes('Zapisano'), 'that it was kept');
    },
  });

export const release = (stage: Stage): Promise<void> =>
  insist(stage, {
    who: PEOPLE.admin,
    what: 'the results are released',
    isDone: async () => (await stage.db.call.count({ where: { releasedAt: { not: null } } })) > 0,
    tries: async (person) => {
      await open(stage, person, [STAFF_ROOM, '/debiuty zgłoszenia'], 'Inna edycja');
      await press(stage, person, ['Ogłoś wyniki…'], 'Wróć do listy');
      if (!front(person).includes(WAITS)) {
        await person.fill({ 'Lista przyjętych': ['Opublikuj listę przyjętych w kanale edycji'] });
        await send(stage, person);
      }
      await press(stage, person, [AT_ONCE], 'Wykonano:');
    },
  });
