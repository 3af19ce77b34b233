import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import {
  chooseWhoGoes,
  confirmDates,
  confirmSelf,
  declineInvitation,
  declineSelf,
  markAttendance,
  signUpFor,
  signUpSelf,
  swapPerson,
} from '../../../../src/features/events/operations/index.ts';
import { leaveAction, signUpForAction, whoView } from '../../../../src/features/events/slack/index.ts';
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
import { makeCohort, makeExpert, makePerson } from '../../../support/places.ts';

const BEFORE = '2023-10-02T10:00:00+02:00';
const AFTER_SIGN_UP = '2023-11-17T10:00:00+01:00';
let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let expert: Actor;
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
  test.clock.set(BEFORE);
  staff = await makePerson(test, 'Alicja Próbna', { roles: [{ role: 'staff', cohortId: null }] });
  expert = await makeExpert(test, 'Celina Próbna');
  cohortId = await makeCohort(test, 'debiuty-2023');
  guests = await makeOrganisations(test, cohortId, 8, 3);
});
afterAll(() => database.drop());

const open = async (facts: Parameters<typeof makeEvent>[3] = {}): Promise<string> => {
  test.clock.set(BEFORE);
  const id = await makeEvent(test, staff, cohortId, { isRequired: false, ...facts });
  await announce(test, staff, id);
  return id;
};
const invitationOf = (eventId: string, at: number) => invitationTo(test, eventId, guests[at]?.placeId ?? '');

/** The people of an organisation with these numbers go; whoever is not named gives way. */
async function choose(eventId: string, at: number, who: readonly number[], actor = person(at, 0)) {
  const { id: invitationId } = await invitationOf(eventId, at);
  const personIds = who.map((one) => person(at, one).personId);
  return chooseWhoGoes(test.deps, actor, now(), { invitationId, channelId: null, personIds });
}

const statesOf = async (eventId: string, at: number) => {
  const rows = await db().registration.findMany({ where: { eventId } });
  return [0, 1, 2].map((who) => rows.find(({ personId }) => personId === person(at, who).personId)?.state ?? null);
};
const handling = (actor: Actor, channelId: string | null = null) => ({
  ...{ deps: test.deps, actor, now: now(), channelId },
});

describe('an organisation changes its list', () => {
  it('who comes instead of somebody gets the seat, though others wait (OR-13, CO-15)', async () => {
    const eventId = await open({ seats: 1 });
    await choose(eventId, 0, [0]);
    await choose(eventId, 1, [0]);
    expect(await choose(eventId, 0, [1])).toMatchObject({ ok: true });
    expect(await statesOf(eventId, 0)).toEqual(['replaced', 'going', null]);
    expect(await statesOf(eventId, 1)).toEqual(['waiting', null, null]);
    const own = { eventId_personId: { eventId, personId: person(1, 0).personId } };
    const { queueNumber } = await db().registration.findUniqueOrThrow({ where: own });
    expect(await choose(eventId, 1, [2])).toMatchObject({ ok: true });
    expect(await db().registration.findFirst({ where: { eventId, state: 'waiting' } })).toMatchObject({
      ...{ queueNumber, personId: person(1, 2).personId },
    });
  });

  it('nobody leaves a list on which they were there already; the others still can (39)', async () => {
    const eventId = await open({ isRequired: true });
    await choose(eventId, 0, [0, 1]);
    test.clock.set('2023-11-23T17:00:00+01:00');
    const marks = await db().registration.findMany({ where: { eventId, personId: person(0, 0).personId } });
    const [first] = marks.map(({ id }) => ({ registrationId: id, way: 'in_room' as const }));
    if (!first) throw new Error('nobody');
    await markAttendance(test.deps, staff, now(), { eventId, date: '2023-11-23', marks: [first] });
    expect(await choose(eventId, 0, [1], staff)).toMatchObject({ reason: 'was_there' });
    expect(await declineSelf(test.deps, person(0, 0), now(), eventId)).toMatchObject({ reason: 'was_there' });
    const said = await leaveAction.run(handling(person(0, 0)), JSON.stringify({ eventId }), {});
    expect(said).toMatchObject({ kind: 'ephemeral' });
    const { id: invitationId } = await invitationOf(eventId, 0);
    const no = { invitationId, channelId: null, reason: 'Powódź' };
    expect(await declineInvitation(test.deps, person(0, 0), now(), no)).toMatchObject({ ok: true });
    expect(await statesOf(eventId, 0)).toEqual(['attended', 'excused', null]);
    expect(await invitationOf(eventId, 0)).toMatchObject({ state: 'answered' });
    expect(await declineInvitation(test.deps, person(0, 0), now(), no)).toMatchObject({ reason: 'was_there' });
  });

  it('only somebody who represents it, or who is not known yet, comes instead', async () => {
    const eventId = await open();
    await choose(eventId, 0, [0]);
    const { id: invitationId } = await invitationOf(eventId, 0);
    const { id: registrationId } = await db().registration.findFirstOrThrow({ where: { eventId } });
    const wish = { invitationId, channelId: null, registrationId, by: { personId: person(1, 0).personId } };
    expect(await swapPerson(test.deps, person(0, 0), now(), wish)).toMatchObject({ reason: 'not_representative' });
  });

  it('a former expert who is still in the channel does not answer for it (SY-5)', async () => {
    const eventId = await open();
    const { id: invitationId } = await invitationOf(eventId, 0);
    const former = await makePerson(test, 'Dawny Ekspert');
    const chosen = { invitationId, channelId: 'CORG0', personIds: [person(0, 0).personId] };
    const as = (actor: Actor) => chooseWhoGoes(test.deps, actor, now(), chosen);
    const formerRoles = [{ role: 'expert' as const, cohortId }];
    expect(await as({ ...former, formerRoles })).toMatchObject({ reason: 'not_yours' });
    expect(await as(former)).toMatchObject({ ok: true });
  });
});

describe('nobody comes to a required event', () => {
  it('by no button without a reason (OR-13)', async () => {
    const eventId = await open({ isRequired: true });
    await choose(eventId, 0, [0]);
    expect(await choose(eventId, 0, [])).toMatchObject({ reason: 'reason_missing' });
    expect(await declineSelf(test.deps, person(0, 0), now(), eventId)).toMatchObject({ reason: 'reason_missing' });
    expect(await statesOf(eventId, 0)).toEqual(['going', null, null]);
    const { id: invitationId } = await invitationOf(eventId, 0);
    const asks = { kind: expect.stringMatching(/Modal$/), modal: { callbackId: 'events_decline' } };
    const left = await leaveAction.run(handling(person(0, 0)), JSON.stringify({ eventId }), {});
    expect(left).toMatchObject(asks);
    const sent = await whoView.parse(test.deps, { people: [] }, { invitationId }, 'pl');
    if (!sent?.ok) throw new Error('not parsed');
    expect(await sent.run(handling(person(0, 0)))).toMatchObject(asks);
  });

  it('but one of two leaves freely', async () => {
    const eventId = await open({ isRequired: true });
    await choose(eventId, 0, [0, 1]);
    expect(await declineSelf(test.deps, person(0, 1), now(), eventId)).toMatchObject({ ok: true });
    expect(await choose(eventId, 0, [1])).toMatchObject({ ok: true });
    expect(await statesOf(eventId, 0)).toEqual(['replaced', 'going', null]);
  });
});

describe('after the end of sign-up staff', () => {
  it('sign up an expert or a guest, and nobody else does', async () => {
    const eventId = await open({ kind: 'information', seats: 1 });
    const training = await open({ kind: 'training' });
    const guest = await makePerson(test, 'Gość Próbny');
    test.clock.set(AFTER_SIGN_UP);
    const add = (who: Actor, to = eventId, actor = staff) =>
      signUpFor(test.deps, actor, now(), { eventId: to, personId: who.personId });
    expect(await add(guest, eventId, expert)).toMatchObject({ reason: 'not_allowed' });
    expect(await signUpSelf(test.deps, guest, now(), eventId)).toMatchObject({ reason: 'sign_up_over' });
    expect(await add(guest)).toMatchObject({ ok: true, value: { state: 'going' } });
    expect(await add(expert)).toMatchObject({ ok: true, value: { state: 'going' } });
    expect(await add(guest, training)).toMatchObject({ reason: 'no_guests' });
    expect(await add(person(0, 0))).toMatchObject({ reason: 'by_organisation' });
    const own = await db().notice.findMany({ where: { kind: 'events.own' } });
    expect(own.map(({ target }) => target).sort()).toEqual([guest.personId, expert.personId].sort());
    test.clock.set('2023-11-24T13:00:00+01:00');
    expect(await add(await makePerson(test, 'Spóźniony'))).toMatchObject({ reason: 'begun' });
  });

  it('are offered every organisation that was asked, whatever it answered', async () => {
    const eventId = await open();
    const { id: invitationId } = await invitationOf(eventId, 7);
    await declineInvitation(test.deps, person(7, 0), now(), { invitationId, channelId: null, reason: null });
    test.clock.set(AFTER_SIGN_UP);
    const form = await signUpForAction.run(handling(staff), JSON.stringify({ eventId }), {});
    const all = await db().eventInvitation.findMany({ where: { eventId } });
    expect(all).toHaveLength(8);
    for (const { id } of all) expect(JSON.stringify(form)).toContain(id);
  });
});

describe('new dates', () => {
  it('suit whoever says so twice, and nobody who is not on the list', async () => {
    const eventId = await open();
    const { id: invitationId } = await invitationOf(eventId, 0);
    const yes = () => confirmDates(test.deps, person(0, 0), now(), { invitationId, channelId: null });
    expect(await yes()).toMatchObject({ reason: 'nobody' });
    expect(await confirmSelf(test.deps, expert, now(), eventId)).toMatchObject({ reason: 'nobody' });
    await choose(eventId, 0, [0]);
    await signUpSelf(test.deps, expert, now(), eventId);
    await db().registration.updateMany({ where: { eventId }, data: { isToConfirm: true } });
    for (const _twice of [1, 2]) {
      expect(await yes()).toMatchObject({ ok: true, value: { going: ['Osoba 1-1'] } });
      expect(await confirmSelf(test.deps, expert, now(), eventId)).toMatchObject({ ok: true });
    }
    expect(await db().registration.count({ where: { eventId, isToConfirm: true } })).toBe(0);
  });
});
