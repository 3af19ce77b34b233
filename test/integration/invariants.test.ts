import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { notices } from '../../src/features/notices/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type TestDeps, testDeps } from '../support/deps.ts';
import { completeDraft, DURING, makeCall, send, TOO_LATE } from '../support/intake.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { EMPTY_ALL, makeCohort, makePerson, makePlace } from '../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let placeId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices]);
  test.clock.set(DURING);
  const cohortId = await makeCohort(test, 'debiuty-2023');
  const halina = await makePerson(test, 'Halina');
  await send(test, halina, await completeDraft(test, halina, await makeCall(test, cohortId)));
  placeId = (await makePlace(test, cohortId, 'Stowarzyszenie Zmyślony Ogród')).id;
});

it('hold after acts by the rules', async () => {
  expect(await brokenInvariants(database.db)).toEqual([]);
});

/** A line in the journal about something of the place's, and what that thing would say of whose it is. */
async function entryOf(subject: string, act: string, to: string) {
  const { cohortId, id: participationId } = await database.db.participation.findUniqueOrThrow({
    where: { id: placeId },
  });
  const { id: expertId } = await database.db.person.findFirstOrThrow();
  const subjectId = test.deps.ids.next();
  const line = { id: test.deps.ids.next(), at: new Date(DURING), role: 'bot', act, subject, subjectId, cohortId, to };
  await database.db.journalEntry.create({ data: line });
  return { subjectId, cohortId, participationId, expertId };
}

const PLANTED: readonly (readonly [rule: string, plant: () => Promise<unknown>])[] = [
  ['1:', () => database.db.application.updateMany({ data: { receivedAt: new Date(TOO_LATE) } })],
  ['6:', () => database.db.participation.updateMany({ data: { grantGrosze: 100_000_000 } })],
  ['8:', () => database.db.cohort.updateMany({ data: { places: 0 } })],
  ['9:', () => database.db.application.updateMany({ data: { preparedDecision: 'reserve', reservePosition: 2 } })],
  [
    '10: the journal tells the state of places:',
    () => database.db.participation.updateMany({ data: { state: 'closed' } }),
  ],
  ['10: the journal tells the state of app', () => database.db.application.updateMany({ data: { state: 'refused' } })],
  [
    '10: the journal tells the state of consultations:',
    async () => {
      const { subjectId, ...entry } = await entryOf('consultation', 'consultations.book', 'booked');
      const [startsAt, endsAt] = [new Date('2023-06-05T08:00:00Z'), new Date('2023-06-05T09:00:00Z')];
      const times = { startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, zone: 'Europe/Warsaw' };
      const facts = {
        kind: 'online',
        askedBy: entry.expertId,
        createdAt: startsAt,
        bookedAt: startsAt,
        isLate: false,
        sequence: 0,
      };
      const ended = { state: 'held', endedAt: endsAt, version: 2 };
      await database.db.consultation.create({ data: { id: subjectId, ...entry, ...times, ...facts, ...ended } });
    },
  ],
  [
    '10: the journal tells the state of places in queues:',
    async () => {
      const { subjectId, ...entry } = await entryOf('wait_entry', 'consultations.join', 'waiting');
      const left = { state: 'left', joinedAt: new Date(DURING), endedAt: new Date(DURING), version: 2 };
      await database.db.waitEntry.create({ data: { id: subjectId, ...entry, personId: entry.expertId, ...left } });
    },
  ],
  ['10: each sending', () => database.db.submission.deleteMany()],
  ['13: dates of calls', () => database.db.call.updateMany({ data: { closesTime: '23:58' } })],
  ['a sent notice', () => database.db.notice.updateMany({ data: { state: 'sent' } })],
];

it.each(PLANTED)('say what breaks %s', async (rule, plant) => {
  expect(placeId).not.toBe('');
  await plant();
  expect((await brokenInvariants(database.db)).filter((line) => line.startsWith(rule))).not.toEqual([]);
});
