import ical, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { cancelAct } from '../../../../src/features/events/acts.ts';
import { keepUp } from '../../../../src/features/events/jobs.ts';
import { changedNotice, invitationNotice } from '../../../../src/features/events/notices.ts';
import {
  announceEvent,
  type ChangeWish,
  changeEventIn,
  chooseWhoGoes,
  confirmDates,
  declineSelf,
  editEvent,
  signUpSelf,
} from '../../../../src/features/events/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import {
  announce,
  EVENT_FEATURES,
  type Guest,
  invitationTo,
  makeEvent,
  makeOrganisations,
  TWO_DAYS,
} from '../../../support/events.ts';
import { makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let expert: Actor;
let cohortId: string;
let guests: readonly Guest[];
let eventId: string;

const now = () => test.clock.now();
const db = () => test.deps.db;

beforeAll(async () => {
  database = await createTestDatabase();
  test = testDeps(database.db, EVENT_FEATURES);
  test.clock.set('2023-10-02T10:00:00+02:00');
  staff = await makePerson(test, 'Alicja Próbna', { roles: [{ role: 'staff', cohortId: null }] });
  expert = await makeExpert(test, 'Celina Próbna');
  cohortId = await makeCohort(test, 'debiuty-2023');
  guests = await makeOrganisations(test, cohortId, 3, 2);
});
afterAll(() => database.drop());

beforeEach(async () => {
  test.clock.set('2023-10-02T10:00:00+02:00');
  await db().notice.deleteMany();
  eventId = await makeEvent(test, staff, cohortId, { seats: 3 });
});

const goes = async (at: number): Promise<string> => {
  const { placeId, people } = guests[at] as Guest;
  const { id: invitationId } = await invitationTo(test, eventId, placeId);
  const personIds = people.map(({ personId }) => personId);
  await chooseWhoGoes(test.deps, people[0] as Actor, now(), { invitationId, channelId: null, personIds });
  return invitationId;
};

const moved = {
  ...TWO_DAYS,
  sessions: [{ date: '2023-11-30', from: '10:00', to: '15:00' }],
  signUp: { date: '2023-11-20', time: '12:00' },
};

async function change(wish: Partial<ChangeWish> & { readonly act: 'move' | 'confirm' | 'cancel' }, actor = staff) {
  const { version } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  const base = { changeId: test.deps.ids.next(), eventId, version, reason: 'Remont', when: moved };
  return inTransaction(db(), (tx) =>
    changeEventIn({ deps: test.deps, tx, actor, now: now() }, { ...base, ...wish } as ChangeWish),
  );
}

const told = async (kind: string): Promise<readonly string[]> =>
  (await db().notice.findMany({ where: { kind: `events.${kind}` } })).map(({ target }) => target).sort();

const openMatters = async (kind: string): Promise<number> =>
  db().obligation.count({ where: { kind: `events.${kind}`, closedAt: null, key: { contains: '' } } });

describe('a change of an announced event', () => {
  it('reaches each organisation and each expert once, and asks those who go again; their seats stay (CO-14)', async () => {
    await announce(test, staff, eventId, true);
    const invitationId = await goes(0);
    await signUpSelf(test.deps, expert, now(), eventId);
    const confirmed = await change({ act: 'confirm', reason: null });
    expect(confirmed).toMatchObject({ ok: true, value: { told: 4 } });
    expect(await told('changed')).toEqual(['CORG0', 'CORG1', 'CORG2', expert.personId].sort());
    const going = await db().registration.findMany({ where: { eventId } });
    expect(going.map(({ state, isToConfirm }) => `${state} ${isToConfirm}`)).toEqual(Array(3).fill('going true'));
    expect(await openMatters('confirm')).toBeGreaterThan(0);
    const answer = { invitationId, channelId: null };
    const yes = await confirmDates(test.deps, guests[0]?.people[0] as Actor, now(), answer);
    expect(yes).toMatchObject({ ok: true });
    expect(await invitationTo(test, eventId, guests[0]?.placeId ?? '')).toMatchObject({ taken: 2 });
    const event = await db().event.findUniqueOrThrow({ where: { id: eventId } });
    expect(event).toMatchObject({ state: 'announced', sequence: 1, signUpOn: '2023-11-20' });
  });

  it('asked for twice is done once; others than staff, the past, no reason and an old look are refused', async () => {
    await announce(test, staff, eventId);
    const changeId = test.deps.ids.next();
    expect(await change({ act: 'move', changeId })).toMatchObject({ ok: true });
    expect(await change({ act: 'move', changeId })).toMatchObject({ ok: true, value: { told: 0 } });
    expect(await told('changed')).toHaveLength(3);
    expect(await change({ act: 'move' }, expert)).toMatchObject({ reason: 'not_allowed' });
    expect(await change({ act: 'move', reason: null })).toMatchObject({ reason: 'reason_missing' });
    expect(await change({ act: 'move', version: 1 })).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await change({ act: 'confirm' })).toMatchObject({ reason: 'not_possible' });
    const past = { ...moved, sessions: [{ date: '2023-09-01', from: '10:00', to: '11:00' }] };
    expect(await change({ act: 'move', when: past } as never)).toMatchObject({ reason: 'in_past' });
  });

  it('the calendar file keeps its entry through all changes, rises with each, and is crossed out in the end', async () => {
    await announce(test, staff, eventId);
    const invitationId = await goes(0);
    const file = async (): Promise<VEvent & { readonly method: string }> => {
      const said = await invitationNotice.render(test.deps, { invitationId }, 'pl');
      const [{ content = '' } = {}] = said?.files ?? [];
      const parsed = ical.sync.parseICS(String(content));
      const entry = Object.values(parsed).find((one) => one?.type === 'VEVENT') as VEvent;
      return Object.assign(entry, { method: /METHOD:(\w+)/.exec(String(content))?.[1] ?? '' });
    };
    const before = await file();
    await change({ act: 'move' });
    const after = await file();
    await change({ act: 'cancel' });
    const gone = await file();
    expect([before.uid, after.uid, gone.uid]).toEqual(Array(3).fill(`event-${eventId}@debiuty`));
    expect([before.sequence, after.sequence, gone.sequence].map(Number)).toEqual([0, 1, 2]);
    expect([before.start, after.start].map((at) => new Date(at).toISOString())).toEqual([
      '2023-11-23T09:00:00.000Z',
      '2023-11-30T09:00:00.000Z',
    ]);
    expect([after.method, gone.method]).toEqual(['PUBLISH', 'CANCEL']);
    expect(before.description).toContain('czwartek, 23 listopada 2023 r., 10:00–16:00');
  });

  it('a cancelled event ends its queue and everything that is owed for it', async () => {
    await announce(test, staff, eventId);
    await goes(0);
    await goes(1);
    expect(await db().registration.count({ where: { eventId, state: 'waiting' } })).toBe(1);
    expect(await change({ act: 'cancel' })).toMatchObject({ ok: true });
    expect(await db().registration.count({ where: { eventId, state: 'waiting' } })).toBe(0);
    const owed = await db().obligation.findMany({ where: { kind: { startsWith: 'events.' }, closedAt: null } });
    expect(owed.filter(({ params }) => JSON.stringify(params).includes(eventId))).toEqual([]);
    expect(await change({ act: 'move' })).toMatchObject({ reason: 'not_possible' });
  });
});

describe('those who wait', () => {
  it('are told that the event is cancelled, can be set right, and the journal says that they wait no more (R1)', async () => {
    eventId = await makeEvent(test, staff, cohortId, { kind: 'information', seats: 1 });
    await announce(test, staff, eventId);
    const crowd: Actor[] = [];
    for (const name of ['Gość Pierwszy', 'Gość Drugi', 'Gość Trzeci']) crowd.push(await makePerson(test, name));
    for (const one of crowd) await signUpSelf(test.deps, one, now(), eventId);
    const [first, ...waiting] = crowd;
    await declineSelf(test.deps, first as Actor, now(), eventId);
    const changeId = test.deps.ids.next();
    expect(await change({ act: 'cancel', changeId })).toMatchObject({ ok: true, value: { told: 5 } });
    const people = (await told('changed')).filter((one) => !one.startsWith('C'));
    expect(people).toEqual(waiting.map(({ personId }) => personId).sort());
    const ids = (await db().registration.findMany({ where: { eventId } })).map(({ id }) => id);
    const ended = await db().journalEntry.findMany({ where: { act: 'events.lapse', subjectId: { in: ids } } });
    expect(ended.map(({ from }) => from).sort()).toEqual(['offered', 'waiting']);
    const params = { changeId, eventId, version: 0, reason: 'Powódź' };
    const plan = await cancelAct.correction(db(), params, { told: 5 });
    expect(plan?.told.map(({ name }) => name)).toEqual(expect.arrayContaining(['Gość Drugi', 'Gość Trzeci']));
    const own = await db().notice.findFirstOrThrow({ where: { kind: 'events.changed', target: people[0] ?? '' } });
    const said = JSON.stringify(await changedNotice.render(test.deps, own.params, 'pl'));
    expect(said).toContain('Odwołujemy');
    expect(said).not.toContain('Wpis w kalendarzu');
  });
});

describe('messages of a change', () => {
  it('show after another one, and after an answer, what holds then', async () => {
    await announce(test, staff, eventId);
    await goes(0);
    const queuedAgain = async (changeId: string): Promise<number> => {
      const ids = (await db().notice.findMany({ where: { key: { contains: changeId } } })).map(({ id }) => id);
      return test.queued.filter(({ data }) => 'noticeId' in data && ids.includes(String(data.noticeId))).length;
    };
    const [first, second] = [test.deps.ids.next(), test.deps.ids.next()];
    await change({ act: 'move', changeId: first });
    expect(await queuedAgain(first)).toBe(0);
    await change({ act: 'move', changeId: second });
    expect(await queuedAgain(first)).toBe(3);
    expect(await queuedAgain(second)).toBe(0);
    test.queued.length = 0;
    const { id: invitationId } = await invitationTo(test, eventId, guests[0]?.placeId ?? '');
    await confirmDates(test.deps, guests[0]?.people[0] as Actor, now(), { invitationId, channelId: null });
    expect([await queuedAgain(first), await queuedAgain(second)]).toEqual([1, 1]);
  });
});

describe('what nobody could find or sign up to', () => {
  const over = { signUp: { date: '2023-10-02', time: '09:00' } };

  it('is no draft and is not announced: sign-up is still to come', async () => {
    await expect(makeEvent(test, staff, cohortId, over)).rejects.toThrow('sign_up_past');
    test.clock.set('2023-11-17T10:00:00+01:00');
    await expect(announce(test, staff, eventId)).rejects.toThrow('sign_up_past');
  });

  it('an announced event does not go online without a link', async () => {
    await announce(test, staff, eventId);
    const { version } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
    const about = { kind: 'training', form: 'online', title: 'Szkolenie', agenda: null, topics: [] } as const;
    const wish = { ...about, isRequired: false, seats: null, seatsPerOrganisation: 2 };
    const edited = await editEvent(test.deps, staff, now(), { id: eventId, version, about: wish, when: null });
    expect(edited).toMatchObject({ reason: 'where_first' });
  });
});

describe('an announcement', () => {
  it('says an event once in the cohort’s channel and once to each organisation, also to one that comes later', async () => {
    await announce(test, staff, eventId);
    expect(await told('card')).toEqual(['Cdebiuty-2023']);
    expect(await told('invitation')).toEqual(['CORG0', 'CORG1', 'CORG2']);
    const { version } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
    const again = await announceEvent(test.deps, staff, now(), { id: eventId, version, provisional: false });
    expect(again).toMatchObject({ reason: 'not_possible' });
    const late = await makePlace(test, cohortId, 'Spóźniona Organizacja');
    await db().participation.update({
      where: { id: late.id },
      data: { channelId: `CLATE${late.id}`, state: 'active' },
    });
    await keepUp(test.deps, now());
    await keepUp(test.deps, now());
    const { id } = await invitationTo(test, eventId, late.id);
    expect(await db().notice.count({ where: { key: { endsWith: id } } })).toBe(1);
    await db().participation.update({ where: { id: late.id }, data: { state: 'resigned', channelId: null } });
  });

  it('who is silent owes an answer until sign-up ends, who goes owes to come, and staff owe the list after it', async () => {
    await announce(test, staff, eventId);
    const kinds = async () => {
      const rows = await db().obligation.findMany({ where: { closedAt: null } });
      return rows
        .filter(({ params }) => JSON.stringify(params).includes(eventId))
        .map(({ kind }) => kind)
        .sort();
    };
    expect(await kinds()).toEqual(['events.close', 'events.sign_up', 'events.sign_up', 'events.sign_up']);
    await goes(0);
    expect(await kinds()).toEqual(['events.attend', 'events.close', 'events.sign_up', 'events.sign_up']);
  });

  it('more seats are offered at once, and never fewer than are taken', async () => {
    await announce(test, staff, eventId);
    await goes(0);
    await goes(1);
    const row = await db().event.findUniqueOrThrow({ where: { id: eventId } });
    const about = { kind: 'residential', form: 'on_site', title: row.title, agenda: null, topics: [] } as const;
    const edit = (seats: number, version: number) =>
      editEvent(test.deps, staff, now(), {
        ...{ id: eventId, version, when: null },
        about: { ...about, isRequired: true, seats, seatsPerOrganisation: 2 },
      });
    expect(await edit(2, row.version)).toMatchObject({ reason: 'few_seats' });
    expect(await edit(4, row.version)).toMatchObject({ ok: true });
    expect(await db().registration.count({ where: { eventId, state: 'offered' } })).toBe(1);
    expect(await told('offer')).toEqual(['CORG1']);
  });
});
