import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { keepUp } from '../../../../src/features/events/jobs.ts';
import {
  chooseWhoGoes,
  claimSeat,
  declineInvitation,
  declineSelf,
  signUpSelf,
  swapPerson,
} from '../../../../src/features/events/operations/index.ts';
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
import { makeCohort, makePerson } from '../../../support/places.ts';

const CHANNEL = null;
let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let cohortId: string;
let organisations: readonly Guest[];

beforeAll(async () => {
  database = await createTestDatabase();
  test = testDeps(database.db, EVENT_FEATURES);
  test.clock.set('2023-10-02T10:00:00+02:00');
  staff = await makePerson(test, 'Alicja Próbna', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test, 'debiuty-2023');
  organisations = await makeOrganisations(test, cohortId, 40, 3);
});
afterAll(() => database.drop());

const open = async (facts: Parameters<typeof makeEvent>[3] = {}): Promise<string> => {
  const id = await makeEvent(test, staff, cohortId, facts);
  await announce(test, staff, id);
  return id;
};

const statesOf = async (eventId: string) => {
  const rows = await test.deps.db.registration.groupBy({ by: ['state'], where: { eventId }, _count: true });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};

const organisation = (at: number): Guest => {
  const found = organisations[at];
  if (!found) throw new Error('no such organisation');
  return found;
};

/** So many people of an organisation sign up. */
async function choose(eventId: string, at: number, n: number) {
  const { placeId, people } = organisation(at);
  const { id: invitationId } = await invitationTo(test, eventId, placeId);
  const [first] = people;
  if (!first) throw new Error('nobody');
  const personIds = people.slice(0, n).map(({ personId }) => personId);
  return chooseWhoGoes(test.deps, first, test.clock.now(), { invitationId, channelId: CHANNEL, personIds });
}

describe('seats of an event', () => {
  it('200 at once: every seat is taken once, the rest wait in one queue without gaps (CO-14)', async () => {
    const eventId = await open({
      kind: 'information',
      form: 'online',
      link: 'https://example.org/x',
      seats: 60,
      isRequired: false,
    });
    const crowd: Actor[] = [];
    for (let n = 0; n < 200; n += 1) crowd.push(await makePerson(test, `Gość ${n}`));
    // More wait for a connection than a pool lets wait: who is turned away there presses again.
    const press = async (one: Actor): Promise<boolean> => {
      try {
        return (await signUpSelf(test.deps, one, test.clock.now(), eventId)).ok;
      } catch (error) {
        if (!String(error).includes('Unable to start a transaction')) throw error;
        return press(one);
      }
    };
    expect((await Promise.all(crowd.map(press))).every(Boolean)).toBe(true);
    expect(await statesOf(eventId)).toEqual({ going: 60, waiting: 140 });
    const { taken } = await test.deps.db.event.findUniqueOrThrow({ where: { id: eventId } });
    expect(taken).toBe(60);
    const queue = await test.deps.db.registration.findMany({ where: { eventId, state: 'waiting' } });
    expect(queue.map((one) => one.queueNumber).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 140 }, (_, at) => at + 1),
    );
  }, 120_000);

  it('an organisation never has more people than its seats, whoever of it presses at once (39)', async () => {
    const eventId = await open({ seats: 60 });
    const { people, placeId } = organisation(0);
    const answers = await Promise.all(people.map((one) => signUpSelf(test.deps, one, test.clock.now(), eventId)));
    expect(answers.filter((one) => one.ok)).toHaveLength(2);
    expect(answers.find((one) => !one.ok)).toMatchObject({ reason: 'too_many' });
    expect(await invitationTo(test, eventId, placeId)).toMatchObject({ taken: 2, seats: 2 });
    expect(await choose(eventId, 1, 3)).toMatchObject({ ok: false, reason: 'too_many' });
  });

  it('the database itself refuses one seat too many', async () => {
    const eventId = await open({ seats: 1, seatsPerOrganisation: 1 });
    await choose(eventId, 0, 1);
    const { id } = await invitationTo(test, eventId, organisation(0).placeId);
    const [, other] = organisation(0).people;
    const now = test.clock.now();
    const row = {
      eventId,
      personId: other?.personId ?? '',
      registeredBy: staff.personId,
      registeredAt: now,
      changedAt: now,
    };
    const fresh = { id: test.deps.ids.next(), ...row, state: 'going', isToConfirm: false, isExtra: false, version: 1 };
    const own = { invitationId: id, standing: 'organisation' };
    await expect(test.deps.db.registration.create({ data: { ...fresh, ...own } })).rejects.toThrow(/_seats/);
    await expect(test.deps.db.registration.create({ data: { ...fresh, standing: 'guest' } })).rejects.toThrow(
      /Event_seats/,
    );
  });

  it('gives a number of the queue once', async () => {
    const eventId = await open({ seats: 1 });
    await choose(eventId, 0, 1);
    await choose(eventId, 1, 1);
    await choose(eventId, 2, 1);
    const waiting = { eventId, state: 'waiting' };
    const same = test.deps.db.registration.updateMany({ where: waiting, data: { queueNumber: 7 } });
    await expect(same).rejects.toMatchObject({ code: 'P2002' });
  });

  it('a freed seat is offered in order, to one at a time, and passes on when nobody takes it', async () => {
    const eventId = await open({ seats: 2 });
    await choose(eventId, 0, 2);
    await choose(eventId, 1, 1);
    await choose(eventId, 2, 1);
    expect(await statesOf(eventId)).toEqual({ going: 2, waiting: 2 });
    const [leaver] = organisation(0).people;
    expect(await declineSelf(test.deps, leaver as Actor, test.clock.now(), eventId)).toMatchObject({ ok: true });
    const stateOf = async (at: number) => {
      const personId = organisation(at).people[0]?.personId ?? '';
      return test.deps.db.registration.findUniqueOrThrow({ where: { eventId_personId: { eventId, personId } } });
    };
    expect(await stateOf(1)).toMatchObject({ state: 'offered' });
    expect(await stateOf(2)).toMatchObject({ state: 'waiting' });
    // Somebody new does not overtake those who wait.
    await choose(eventId, 3, 1);
    expect(await stateOf(3)).toMatchObject({ state: 'waiting', queueNumber: 3 });
    test.clock.advance(24 * 3_600_000);
    await keepUp(test.deps, test.clock.now());
    expect(await stateOf(1)).toMatchObject({ state: 'lapsed' });
    const next = await stateOf(2);
    expect(next).toMatchObject({ state: 'offered' });
    const [person] = organisation(2).people;
    const claim = { registrationId: next.id, channelId: CHANNEL };
    expect(await claimSeat(test.deps, organisation(3).people[0] as Actor, test.clock.now(), claim)).toMatchObject({
      reason: 'not_yours',
    });
    expect(await claimSeat(test.deps, person as Actor, test.clock.now(), claim)).toMatchObject({ ok: true });
    expect(await claimSeat(test.deps, person as Actor, test.clock.now(), claim)).toMatchObject({
      reason: 'offer_over',
    });
    expect(await statesOf(eventId)).toEqual({ going: 2, lapsed: 1, declined: 1, waiting: 1 });
    const offers = await test.deps.db.notice.findMany({ where: { kind: 'events.offer' } });
    expect(offers.map(({ target }) => target)).toEqual(['CORG1', 'CORG2']);
  });

  it('a swap keeps the seat, the limit, and the row of whoever came before (39)', async () => {
    const eventId = await open({ seats: 60 });
    await choose(eventId, 5, 2);
    const { people, placeId } = organisation(5);
    const [first, , third] = people;
    const { id: invitationId } = await invitationTo(test, eventId, placeId);
    const row = await test.deps.db.registration.findUniqueOrThrow({
      where: { eventId_personId: { eventId, personId: first?.personId ?? '' } },
    });
    const wish = { invitationId, channelId: CHANNEL, registrationId: row.id };
    const swapped = await swapPerson(test.deps, first as Actor, test.clock.now(), {
      ...wish,
      by: { personId: third?.personId ?? '' },
    });
    expect(swapped).toMatchObject({ ok: true });
    expect(await invitationTo(test, eventId, placeId)).toMatchObject({ taken: 2 });
    const all = await test.deps.db.registration.findMany({ where: { invitationId }, orderBy: { id: 'asc' } });
    expect(all.map(({ state }) => state)).toEqual(['replaced', 'going', 'going']);
    expect(all.at(-1)).toMatchObject({ replacesId: row.id });
    const [second] = all.slice(1);
    const outsider = { ...wish, registrationId: second?.id ?? '', by: { name: 'Ktoś Spoza Slacka' } };
    expect(await swapPerson(test.deps, first as Actor, test.clock.now(), outsider)).toMatchObject({ ok: true });
    expect(await invitationTo(test, eventId, placeId)).toMatchObject({ taken: 2 });
  });

  it('after the closing minute only staff sign people up; not coming to a required event needs a reason (OR-13)', async () => {
    const eventId = await open({ seats: 60 });
    test.clock.set('2023-11-16T18:00:59+01:00');
    expect(await choose(eventId, 6, 1)).toMatchObject({ ok: true });
    test.clock.set('2023-11-16T18:01:00+01:00');
    expect(await choose(eventId, 7, 1)).toMatchObject({ reason: 'sign_up_over' });
    const { id: invitationId } = await invitationTo(test, eventId, organisation(7).placeId);
    const personIds = [organisation(7).people[0]?.personId ?? ''];
    const wish = { invitationId, channelId: CHANNEL, personIds };
    expect(await chooseWhoGoes(test.deps, staff, test.clock.now(), wish)).toMatchObject({ ok: true });
    const no = { invitationId, channelId: CHANNEL, reason: null };
    expect(await declineInvitation(test.deps, staff, test.clock.now(), no)).toMatchObject({ reason: 'reason_missing' });
    const excuse = await declineInvitation(test.deps, staff, test.clock.now(), { ...no, reason: 'Powódź' });
    expect(excuse).toMatchObject({ ok: true, value: 'excused' });
    expect(await invitationTo(test, eventId, organisation(7).placeId)).toMatchObject({ state: 'excused', taken: 0 });
    test.clock.set('2023-10-02T10:00:00+02:00');
  });
});
