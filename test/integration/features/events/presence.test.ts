import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { certificateNotice, invitationNotice } from '../../../../src/features/events/notices.ts';
import {
  type ChangeWish,
  changeEventIn,
  checkIn,
  chooseWhoGoes,
  codeOfDay,
  confirmDates,
  declineInvitation,
  holdEvent,
  markAttendance,
  previewChange,
  sayNeeds,
  sendCertificates,
  swapPerson,
} from '../../../../src/features/events/operations/index.ts';
import { registrationById } from '../../../../src/features/events/queries/index.ts';
import type { Way } from '../../../../src/features/events/rules/index.ts';
import {
  attendanceAction,
  attendanceView,
  missingAction,
  needsListAction,
  nextAction,
} from '../../../../src/features/events/slack/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import type { Modal } from '../../../../src/platform/slack/message.ts';
import type { Reply } from '../../../../src/platform/slack/reply.ts';
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
import { makeCohort, makePerson } from '../../../support/places.ts';

const [FIRST, SECOND] = ['2023-11-23', '2023-11-24'] as const;
let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let cohortId: string;
let guests: readonly Guest[];

const now = () => test.clock.now();
const db = () => test.deps.db;
const person = (organisation: number, who: number): Actor => {
  const found = guests[organisation]?.people[who];
  if (!found) throw new Error('nobody');
  return found;
};

beforeAll(async () => {
  database = await createTestDatabase();
  test = testDeps(database.db, EVENT_FEATURES);
  test.clock.set('2023-10-02T10:00:00+02:00');
  staff = await makePerson(test, 'Alicja Próbna', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test, 'debiuty-2023');
  guests = await makeOrganisations(test, cohortId, 10, 3);
});
afterAll(() => database.drop());

beforeEach(() => {
  test.clock.set('2023-10-02T10:00:00+02:00');
});

const open = async (facts: Parameters<typeof makeEvent>[3] = {}): Promise<string> => {
  const id = await makeEvent(test, staff, cohortId, facts);
  await announce(test, staff, id);
  return id;
};
const handling = () => ({ deps: test.deps, actor: staff, now: now(), channelId: null });
const invitationOf = (eventId: string, at: number) => invitationTo(test, eventId, guests[at]?.placeId ?? '');
const registered = ({ personId }: Actor, eventId: string) =>
  db().registration.findUniqueOrThrow({ where: { eventId_personId: { eventId, personId } } });

async function goes(eventId: string, at: number, n: number): Promise<string> {
  const { id: invitationId } = await invitationOf(eventId, at);
  const personIds = (guests[at]?.people ?? []).slice(0, n).map(({ personId }) => personId);
  const done = await chooseWhoGoes(test.deps, person(at, 0), now(), { invitationId, channelId: null, personIds });
  if (!done.ok) throw new Error(done.reason);
  return invitationId;
}

async function mark(eventId: string, who: Actor, date: string, way: Way | null) {
  const { id: registrationId } = await registered(who, eventId);
  return markAttendance(test.deps, staff, now(), { eventId, date, marks: [{ registrationId, way }] });
}

async function hold(eventId: string): Promise<void> {
  test.clock.set('2023-11-24T14:00:00+01:00');
  const { version } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  const held = await holdEvent(test.deps, staff, now(), { id: eventId, version });
  if (!held.ok) throw new Error(held.reason);
}

function modalOf(reply: Reply | null): Modal {
  if (reply?.kind !== 'openModal' && reply?.kind !== 'updateModal') throw new Error(`no modal: ${reply?.kind}`);
  return reply.modal;
}
const words = (reply: Reply | null): string => JSON.stringify(modalOf(reply).blocks);
const fieldsOf = (reply: Reply | null): readonly string[] =>
  modalOf(reply).blocks.flatMap((one) => (one.type === 'input' ? (one.block_id ?? []) : []));

describe('somebody who was excused and comes after all', () => {
  it('needs no seat, though theirs has gone on: staff can mark them, and their code works (CO-15)', async () => {
    const eventId = await open({ seats: 1, seatsPerOrganisation: 1 });
    const invitationId = await goes(eventId, 0, 1);
    const no = { invitationId, channelId: null, reason: 'Choroba' };
    await declineInvitation(test.deps, person(0, 0), now(), no);
    await goes(eventId, 1, 1);
    const code = await codeOfDay(test.deps, staff, now(), { eventId, date: FIRST });
    test.clock.set('2023-11-23T10:00:00+01:00');
    const typed = code.ok ? code.value.code : '';
    expect(await checkIn(test.deps, person(0, 0), now(), { eventId, typed })).toMatchObject({ ok: true });
    expect(await registered(person(0, 0), eventId)).toMatchObject({ state: 'attended', isExtra: true });
    expect(await mark(eventId, person(0, 0), FIRST, null)).toMatchObject({ ok: true });
    expect(await mark(eventId, person(0, 0), FIRST, 'online')).toMatchObject({ ok: true });
    expect(await db().event.findUnique({ where: { id: eventId } })).toMatchObject({ taken: 1 });
    expect(await invitationOf(eventId, 0)).toMatchObject({ taken: 0 });
    const { id: registrationId } = await registered(person(0, 0), eventId);
    const swap = { invitationId, channelId: null, registrationId, by: { personId: person(0, 1).personId } };
    expect(await swapPerson(test.deps, person(0, 0), now(), swap)).toMatchObject({ ok: true });
    expect(await db().event.findUnique({ where: { id: eventId } })).toMatchObject({ taken: 1 });
  });
});

describe('the form of attendance', () => {
  const show = (eventId: string) =>
    attendanceAction.run(handling(), JSON.stringify({ eventId, date: FIRST, from: 0 }), {});
  const save = async (form: Reply | null, values: Readonly<Record<string, readonly string[]>>) => {
    const sent = await attendanceView.parse(test.deps, values, modalOf(form).metadata, 'pl');
    if (!sent?.ok) throw new Error('not parsed');
    return sent.run(handling());
  };

  it('leaves what came by codes while it was open (R4)', async () => {
    const eventId = await open();
    await goes(eventId, 0, 2);
    const code = await codeOfDay(test.deps, staff, now(), { eventId, date: FIRST });
    test.clock.set('2023-11-23T10:00:00+01:00');
    const form = await show(eventId);
    const typed = code.ok ? code.value.code : '';
    await checkIn(test.deps, person(0, 0), now(), { eventId, typed });
    const [here = ''] = fieldsOf(form);
    await save(form, { [here]: [(await registered(person(0, 1), eventId)).id] });
    expect(await registered(person(0, 0), eventId)).toMatchObject({ state: 'attended' });
    expect(await registered(person(0, 1), eventId)).toMatchObject({ state: 'attended' });
  });

  it('has new fields each time it is shown, for Slack keeps what is ticked in one of the same name', async () => {
    const eventId = await open();
    await goes(eventId, 0, 2);
    test.clock.set('2023-11-23T10:00:00+01:00');
    const before = await show(eventId);
    const after = await save(before, {});
    expect(fieldsOf(before).length).toBeGreaterThan(1);
    expect(fieldsOf(after).filter((one) => fieldsOf(before).includes(one))).toEqual([]);
  });

  it('another day takes the place of the form that is open', async () => {
    const eventId = await open();
    await goes(eventId, 0, 1);
    expect(words(await show(eventId))).toContain(`"action_id":"${nextAction.id}"`);
    const other = await nextAction.run(handling(), JSON.stringify({ eventId, date: SECOND, from: 0 }), {});
    expect(other).toMatchObject({ kind: 'updateModal', modal: { metadata: { date: SECOND } } });
  });
});

describe('a list that is put right after the end', () => {
  it('gives the organisation its button and its certificate the day it lacked; sent twice it says so', async () => {
    const eventId = await open();
    const invitationId = await goes(eventId, 0, 1);
    await hold(eventId);
    const { id: registrationId } = await registered(person(0, 0), eventId);
    const buttons = async () =>
      JSON.stringify((await invitationNotice.render(test.deps, { invitationId }, 'pl'))?.blocks);
    const file = async () => {
      const said = await certificateNotice.render(test.deps, { registrationId }, 'pl', true);
      return said?.files?.[0]?.content;
    };
    const queuedFor = (key: string) =>
      db()
        .notice.findMany({ where: { key: { startsWith: key } } })
        .then((all) =>
          test.queued.filter(({ data }) => all.some(({ id }) => 'noticeId' in data && data.noticeId === id)),
        );
    expect(await buttons()).not.toContain('events_certificate');
    test.queued.length = 0;
    await mark(eventId, person(0, 0), FIRST, 'in_room');
    expect(await buttons()).toContain('events_certificate');
    expect(await queuedFor(`events.invitation:${invitationId}`)).toHaveLength(1);
    const send = () =>
      sendCertificates(test.deps, person(0, 0), now(), { eventId, whose: { invitationId }, channelId: null });
    expect(await send()).toMatchObject({ ok: true, value: { people: 1, before: 0 } });
    expect(await send()).toMatchObject({ ok: true, value: { people: 0, before: 1 } });
    const before = await file();
    test.queued.length = 0;
    await mark(eventId, person(0, 0), SECOND, 'in_room');
    expect(await queuedFor(`events.certificate:${registrationId}`)).toHaveLength(1);
    expect(await file()).not.toEqual(before);
    await mark(eventId, person(0, 0), FIRST, null);
    await mark(eventId, person(0, 0), SECOND, null);
    expect(await file()).toBeUndefined();
    const gone = await certificateNotice.render(test.deps, { registrationId }, 'pl', true);
    expect(JSON.stringify(gone?.blocks)).toContain('nieaktualne');
  });

  it('whoever was there on one day counts, though somebody else came on the next (39)', async () => {
    const eventId = await open();
    const invitationId = await goes(eventId, 0, 1);
    test.clock.set('2023-11-23T17:00:00+01:00');
    await mark(eventId, person(0, 0), FIRST, 'in_room');
    const { id: registrationId } = await registered(person(0, 0), eventId);
    const by = { personId: person(0, 1).personId };
    await swapPerson(test.deps, person(0, 0), now(), { invitationId, channelId: null, registrationId, by });
    await hold(eventId);
    const missing = words(await missingAction.run(handling(), JSON.stringify({ eventId }), {}));
    expect(missing).not.toContain('Zmyślona Organizacja 001');
    expect(missing).toContain('Zmyślona Organizacja 002');
    const said = await invitationNotice.render(test.deps, { invitationId }, 'pl');
    expect(JSON.stringify(said?.blocks)).toContain('events_certificate');
  });
});

describe('an event that has begun', () => {
  const moved = (sessions: typeof TWO_DAYS.sessions, base: Partial<ChangeWish> = {}) =>
    ({
      ...{ changeId: test.deps.ids.next(), act: 'move', reason: 'Awaria', when: { ...TWO_DAYS, sessions } },
      ...base,
    }) as ChangeWish;

  it('moves the rest of its days; the first stays with who was there on it, and they are asked again', async () => {
    const eventId = await open();
    const invitationId = await goes(eventId, 0, 1);
    test.clock.set('2023-11-23T17:00:00+01:00');
    await mark(eventId, person(0, 0), FIRST, 'in_room');
    const { version } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
    const [first, second] = TWO_DAYS.sessions;
    if (!first || !second) throw new Error('two days');
    const later = { ...second, date: '2023-11-30' };
    const look = (sessions: typeof TWO_DAYS.sessions) =>
      previewChange(db(), staff, now(), moved(sessions, { eventId, version }));
    expect(await look([later])).toMatchObject({ reason: 'day_attended' });
    expect(await look([{ ...first, to: '12:00' }, later])).toMatchObject({ reason: 'in_past' });
    expect(await look([first])).toMatchObject({ reason: 'in_past' });
    const wish = moved([first, later], { eventId, version });
    const done = await inTransaction(db(), (tx) =>
      changeEventIn({ deps: test.deps, tx, actor: staff, now: now() }, wish),
    );
    expect(done).toMatchObject({ ok: true });
    expect(await registered(person(0, 0), eventId)).toMatchObject({ state: 'attended', isToConfirm: true });
    const said = await invitationNotice.render(test.deps, { invitationId }, 'pl');
    expect(JSON.stringify(said?.blocks)).toContain('events_confirm_dates');
    const answer = { invitationId, channelId: null };
    expect(await confirmDates(test.deps, person(0, 0), now(), answer)).toMatchObject({ ok: true });
    test.clock.set('2023-11-30T17:00:00+01:00');
    await mark(eventId, person(0, 0), '2023-11-30', 'in_room');
    const { id } = await registered(person(0, 0), eventId);
    const row = await registrationById(db(), id);
    expect(row?.event.sessions.map(({ date }) => date)).toEqual([FIRST, '2023-11-30']);
    expect(row?.attendances.map(({ date }) => date)).toEqual([FIRST, '2023-11-30']);
  });
});

describe('the list of needs', () => {
  it('shows everybody’s words whole, page by page', async () => {
    const eventId = await open();
    const said: string[] = [];
    for (let at = 0; at < 10; at += 1) {
      await goes(eventId, at, 2);
      for (const who of [0, 1]) {
        const diet = `${at}-${who} ${'bez orzechów '.repeat(20)}`.slice(0, 199).concat('!');
        const { id } = await registered(person(at, who), eventId);
        const wish = { registrationId: id, diet, access: null, isAnew: false, channelId: null };
        expect(await sayNeeds(test.deps, person(at, who), wish)).toMatchObject({ ok: true });
        said.push(diet);
      }
    }
    const pages = [
      await needsListAction.run(handling(), JSON.stringify({ eventId }), {}),
      await nextAction.run(handling(), JSON.stringify({ eventId, needsFrom: 15 }), {}),
    ].map(words);
    for (const diet of said) expect(pages.join()).toContain(diet);
  });
});
