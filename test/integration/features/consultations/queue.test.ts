import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import {
  askToMove,
  bookTime,
  cancelConsultation,
  handOverBookings,
  joinQueue,
  leaveQueue,
  runConsultations,
} from '../../../../src/features/consultations/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { company, FRIDAY, type Led, monday, tuesday } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let expert: Actor;
/** Has the one time that there is. */
let first: Led;
/** Waits for it. */
let second: Led;
let booked: string;
let entryId: string;

const now = () => test.clock.now();
const book = ({ participationId, person }: Led, start: Date) => {
  const wanted = { participationId, expertId: expert.personId, start, channelId: null };
  return bookTime(test.deps, person, now(), { ...wanted, kind: 'online', topic: 'Plan' });
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  test.clock.set(FRIDAY);
  cohortId = await makeCohort(test);
  const all = await company(test, cohortId, 2, { minutes: 120, horizonDays: 5 });
  expert = all.expert;
  [first, second] = all.places as [Led, Led];
  const taken = await book(first, monday('10:00'));
  if (!taken.ok) throw new Error(taken.reason);
  booked = taken.value.consultation.id;
  const wish = { participationId: second.participationId, expertId: expert.personId, wish: null, channelId: null };
  expect(await joinQueue(test.deps, second.person, now(), wish)).toEqual({ ok: true, value: { ahead: 0 } });
  entryId = (await database.db.waitEntry.findFirstOrThrow()).id;
});

const cancel = () =>
  cancelConsultation(test.deps, first.person, now(), { consultationId: booked, reason: null, channelId: null });

/** What the journal says of the place in the queue: each act with the state after it; and the state that is. */
async function told() {
  const lines = await database.db.journalEntry.findMany({ where: { subjectId: entryId }, orderBy: { id: 'asc' } });
  const { state } = await database.db.waitEntry.findUniqueOrThrow({ where: { id: entryId } });
  const broken = await brokenInvariants(database.db);
  expect(broken.filter((line) => /state of (consultations|places in queues)/.test(line))).toEqual([]);
  const acts = lines.map(({ act, to, role }) => `${act.replace('consultations.', '')}: ${to} (${role})`);
  return { acts: acts.slice(1), state };
}

const OFFER = 'offer: offered (bot)';

describe('the journal tells of a place in a queue', () => {
  it('that a time was offered, and that it was not taken', async () => {
    await cancel();
    expect(await told()).toEqual({ acts: [OFFER], state: 'offered' });
    test.clock.advance(86_400_000);
    await runConsultations(test.deps, now());
    expect(await told()).toEqual({ acts: [OFFER, 'lapse: lapsed (bot)'], state: 'lapsed' });
  });

  it('that staff joined and left for the organisation', async () => {
    const staff = await makePerson(test, 'Zespół', { roles: [{ role: 'staff', cohortId }] });
    const { participationId } = first;
    const wish = { participationId, expertId: expert.personId, wish: null, channelId: null };
    expect(await joinQueue(test.deps, staff, now(), wish)).toMatchObject({ ok: true });
    const { id } = await database.db.waitEntry.findFirstOrThrow({ where: { participationId } });
    expect(await leaveQueue(test.deps, staff, now(), { entryId: id, channelId: null })).toMatchObject({ ok: true });
    const lines = await database.db.journalEntry.findMany({ where: { subjectId: id } });
    expect(lines.map(({ role, onBehalfOf }) => [role, onBehalfOf])).toEqual(
      Array.from({ length: 2 }, () => ['staff', 'Organizacja 1']),
    );
  });

  it('that the time was taken back, since the expert is away then', async () => {
    await cancel();
    const { personId: expertId } = expert;
    const days = { fromOn: '2024-03-04', lastOn: '2024-03-04', writtenBy: expertId, writtenAt: now() };
    const absenceId = test.deps.ids.next();
    await database.db.absence.create({ data: { id: absenceId, expertId, ...days } });
    const away = { absenceId, expertId, from: monday('00:00'), until: monday('23:00'), substituteId: null };
    await inTransaction(database.db, (tx) => askToMove({ deps: test.deps, tx, actor: expert, now: now() }, away));
    expect(await told()).toEqual({ acts: [OFFER, 'take_back_offer: waiting (expert)'], state: 'waiting' });
  });

  it('that the organisation found another time itself', async () => {
    const { personId: expertId } = expert;
    const hours = { weekday: 2, fromMinute: 600, toMinute: 720, kinds: [] };
    await database.db.weeklyHours.create({ data: { id: test.deps.ids.next(), expertId, ...hours } });
    await database.db.expertTerms.updateMany({ data: { version: 2 } });
    expect(await book(second, tuesday('10:00'))).toMatchObject({ ok: true });
    const { acts, state } = await told();
    expect([acts.map((act) => act.split(' (')[0]), state]).toEqual([['claim: claimed'], 'claimed']);
  });

  it.each([
    ['waits for the successor', true, { acts: ['pass_queue_on: waiting (expert)'], state: 'waiting' }],
    ['ends where nobody follows', false, { acts: ['leave: left (expert)'], state: 'left' }],
  ])('that it %s', async (_name, hasSuccessor, expected) => {
    const successor = hasSuccessor ? await makeExpert(test, 'Następczyni') : null;
    const { participationId } = second;
    await inTransaction(database.db, async (tx) => {
      const facts = { cohortId, participationId, formerId: expert.personId };
      const doing = { deps: test.deps, tx, actor: expert, now: now() };
      await handOverBookings(doing, { ...facts, successorId: successor?.personId ?? null });
    });
    expect(await told()).toEqual(expected);
  });
});
