import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { keepUp } from '../../../../src/features/events/jobs.ts';
import { certificateOf } from '../../../../src/features/events/operations/certificate.ts';
import {
  checkIn,
  chooseWhoGoes,
  codeOfDay,
  holdEvent,
  markAttendance,
  sayNeeds,
  sendCertificates,
  swapPerson,
} from '../../../../src/features/events/operations/index.ts';
import { attendedBy, eventById, eventsEnded, registrationById } from '../../../../src/features/events/queries/index.ts';
import { pdfOf } from '../../../../src/platform/documents/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import {
  announce,
  EVENT_FEATURES,
  type Guest,
  invitationTo,
  makeEvent,
  makeOrganisations,
} from '../../../support/events.ts';
import { readPdf } from '../../../support/pdf.ts';
import { makeCohort, makePerson } from '../../../support/places.ts';
import { dumpOf } from '../../../support/undo.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let cohortId: string;
let guests: readonly Guest[];
let eventId: string;

const now = () => test.clock.now();
const person = (organisation: number, who: number): Actor => {
  const found = guests[organisation]?.people[who];
  if (!found) throw new Error('nobody');
  return found;
};
const registered = (who: Actor) =>
  test.deps.db.registration.findUniqueOrThrow({ where: { eventId_personId: { eventId, personId: who.personId } } });

beforeAll(async () => {
  database = await createTestDatabase();
  test = testDeps(database.db, EVENT_FEATURES);
  test.clock.set('2023-10-02T10:00:00+02:00');
  staff = await makePerson(test, 'Alicja Próbna', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test, 'debiuty-2023');
  guests = await makeOrganisations(test, cohortId, 3, 3);
});
afterAll(() => database.drop());

beforeEach(async () => {
  test.clock.set('2023-10-02T10:00:00+02:00');
  eventId = await makeEvent(test, staff, cohortId);
  await announce(test, staff, eventId);
  for (const at of [0, 1]) {
    const { id: invitationId } = await invitationTo(test, eventId, guests[at]?.placeId ?? '');
    const personIds = [person(at, 0).personId, person(at, 1).personId];
    await chooseWhoGoes(test.deps, person(at, 0), now(), { invitationId, channelId: null, personIds });
  }
});

const code = async (date: string): Promise<string> => {
  const made = await codeOfDay(test.deps, staff, now(), { eventId, date });
  if (!made.ok) throw new Error(made.reason);
  return made.value.code;
};

describe('in the room', () => {
  it('a code notes its own day, not before and not after, for those on the list only (CO-15)', async () => {
    const [first, second] = [await code('2023-11-23'), await code('2023-11-24')];
    expect(await code('2023-11-23')).toBe(first);
    const type = (who: Actor, typed: string) => checkIn(test.deps, who, now(), { eventId, typed });
    expect(await type(person(0, 0), first)).toMatchObject({ reason: 'not_now' });
    test.clock.set('2023-11-23T09:40:00+01:00');
    expect(await type(person(0, 2), first)).toMatchObject({ reason: 'not_registered' });
    if (first !== second) expect(await type(person(0, 0), second)).toMatchObject({ reason: 'wrong_code' });
    expect(await type(person(0, 0), first.toLowerCase())).toMatchObject({ ok: true, value: { date: '2023-11-23' } });
    expect(await registered(person(0, 0))).toMatchObject({ state: 'attended' });
    test.clock.set('2023-11-24T09:00:00+01:00');
    expect(await type(person(0, 0), second)).toMatchObject({ ok: true, value: { date: '2023-11-24' } });
    expect(await test.deps.db.attendance.count({ where: { registration: { eventId } } })).toBe(2);
  });

  it('five wrong codes, and a person waits a quarter of an hour, even with the right one', async () => {
    const right = await code('2023-11-23');
    test.clock.set('2023-11-23T10:00:00+01:00');
    const type = (typed: string) => checkIn(test.deps, person(1, 0), now(), { eventId, typed });
    for (let n = 0; n < 5; n += 1) expect(await type('00000')).toMatchObject({ reason: 'wrong_code' });
    expect(await type(right)).toMatchObject({ reason: 'too_many_tries' });
    test.clock.advance(16 * 60_000);
    expect(await type(right)).toMatchObject({ ok: true });
  });

  it('two days have two marks; a substitute keeps the limit, and each has what they were present at (39)', async () => {
    const { id: invitationId } = await invitationTo(test, eventId, guests[0]?.placeId ?? '');
    const first = await registered(person(0, 0));
    test.clock.set('2023-11-23T17:00:00+01:00');
    const mark = (date: string, registrationId: string, way: 'in_room' | 'online' | null) =>
      markAttendance(test.deps, staff, now(), { eventId, date, marks: [{ registrationId, way }] });
    await mark('2023-11-23', first.id, 'in_room');
    const by = { personId: person(0, 2).personId };
    const wish = { invitationId, channelId: null, registrationId: first.id, by };
    expect(await swapPerson(test.deps, staff, now(), wish)).toMatchObject({ ok: true });
    const substitute = await registered(person(0, 2));
    await mark('2023-11-24', substitute.id, 'online');
    expect(await invitationTo(test, eventId, guests[0]?.placeId ?? '')).toMatchObject({ taken: 2 });
    expect(await mark('2023-11-25', substitute.id, 'online')).toMatchObject({ reason: 'not_that_day' });
    test.clock.set('2023-11-24T14:00:00+01:00');
    const version = (await eventById(test.deps.db, eventId))?.version ?? 0;
    const held = await holdEvent(test.deps, staff, now(), { id: eventId, version });
    expect(held).toMatchObject({ ok: true, value: { present: 1, absent: 3 } });
    expect([...(await attendedBy(test.deps.db, eventId))].sort()).toEqual(
      [person(0, 0).personId, person(0, 2).personId].sort(),
    );
    const ended = await eventsEnded(test.deps.db, new Date('2023-11-24T12:00:00Z'), now());
    expect(ended.filter(({ id }) => id === eventId)).toMatchObject([{ kind: 'event', cohortId }]);
    const row = await registrationById(test.deps.db, substitute.id);
    if (!row) throw new Error('no registration');
    const { pages, info } = await readPdf(await pdfOf(certificateOf(row)));
    expect(pages[0]).toContain('Osoba 1-3');
    expect(pages[0]).toContain('piątek, 24 listopada 2023 r.');
    expect(pages[0]).not.toContain('czwartek');
    expect(pages[0]).toContain('Łącznie: 4 godziny.');
    expect(info).toMatchObject({ Author: 'Fundacja Stocznia', Language: 'pl' });
  });

  it('certificates go to each once, by a direct message or into the channel that asked', async () => {
    test.clock.set('2023-11-23T17:00:00+01:00');
    const { id } = await registered(person(1, 0));
    await markAttendance(test.deps, staff, now(), {
      eventId,
      date: '2023-11-23',
      marks: [{ registrationId: id, way: 'in_room' }],
    });
    const { id: invitationId } = await invitationTo(test, eventId, guests[1]?.placeId ?? '');
    const send = (actor: Actor, whose: 'mine' | 'all' | { invitationId: string }) =>
      sendCertificates(test.deps, actor, now(), { eventId, whose, channelId: null });
    expect(await send(staff, 'all')).toMatchObject({ reason: 'not_held' });
    test.clock.set('2023-11-24T14:00:00+01:00');
    const { version } = await test.deps.db.event.findUniqueOrThrow({ where: { id: eventId } });
    await holdEvent(test.deps, staff, now(), { id: eventId, version });
    expect(await send(person(0, 0), { invitationId })).toMatchObject({ ok: false });
    expect(await send(person(1, 0), { invitationId })).toMatchObject({ ok: true, value: { people: 1 } });
    await send(person(1, 1), { invitationId });
    await send(staff, 'all');
    await send(person(1, 0), 'mine');
    const notices = await test.deps.db.notice.findMany({
      where: { kind: 'events.certificate', key: { contains: id } },
    });
    expect(notices.map(({ targetKind }) => targetKind).sort()).toEqual(['channel', 'person']);
  });

  it('what is said of needs later leaves what was said before, unless it is to go', async () => {
    const { id } = await registered(person(0, 1));
    const say = (diet: string | null, access: string | null, isAnew = false) =>
      sayNeeds(test.deps, person(0, 0), { registrationId: id, diet, access, isAnew, channelId: null });
    const stored = () => test.deps.db.eventNeed.findUnique({ where: { registrationId: id } });
    await say('bez mięsa', null);
    await say(null, 'podjazd');
    expect(await stored()).toMatchObject({ diet: 'bez mięsa', access: 'podjazd' });
    await say(null, 'miejsce z przodu', true);
    expect(await stored()).toMatchObject({ diet: null, access: 'miejsce z przodu' });
    await say(null, null, true);
    expect(await stored()).toBeNull();
  });

  it('what people said of food and access is gone after the event, from everywhere in the database', async () => {
    const secret = 'uczulenie na fiołki alpejskie';
    const { id } = await registered(person(0, 1));
    const words = { diet: secret, access: 'pętla indukcyjna fiołkowa', isAnew: false };
    const wish = { registrationId: id, ...words, channelId: null };
    expect(await sayNeeds(test.deps, person(1, 0), wish)).toMatchObject({ reason: 'not_yours' });
    expect(await sayNeeds(test.deps, person(0, 0), wish)).toMatchObject({ ok: true });
    await test.runQueued();
    const found = async () => {
      const dump = await dumpOf(test.deps.db);
      const journal = await test.deps.db.journalEntry.findMany();
      const all = { ...dump, journal: JSON.stringify(journal), jobs: JSON.stringify(test.queued) };
      return Object.entries(all).flatMap(([table, rows]) => (/fiołk/i.test(rows) ? table : []));
    };
    expect(await found()).toEqual(['EventNeed']);
    test.clock.set('2023-11-25T12:59:59+01:00');
    await keepUp(test.deps, now());
    expect(await found()).toEqual(['EventNeed']);
    test.clock.set('2023-11-25T13:00:00+01:00');
    await keepUp(test.deps, now());
    expect(await found()).toEqual([]);
    const said = await test.deps.db.journalEntry.findMany({ where: { act: 'events.delete_needs' } });
    expect(said).toMatchObject([{ subjectId: eventId, detail: { count: 1 } }]);
  });
});
