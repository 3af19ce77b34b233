import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handOverBookings, joinQueue } from '../../../../src/features/consultations/operations/index.ts';
import { features } from '../../../../src/features/index.ts';
import type { Tx } from '../../../../src/platform/db/client.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { company, FRIDAY, type Led } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, features);
  test.clock.set(FRIDAY);
  cohortId = await makeCohort(test);
});
afterAll(() => database.drop());

/** Long enough for whoever does not wait to be done. */
const A_WHILE = 300;

/** Begins `second` when `first` has done its work but is not committed yet; gives what came of the second. */
async function meanwhile<T>(first: (tx: Tx) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  let started: Promise<T> | null = null;
  await inTransaction(test.deps.db, async (tx) => {
    await first(tx);
    started ??= second();
    await Promise.race([started, sleep(A_WHILE)]);
  });
  if (!started) throw new Error('nothing was begun');
  return started;
}

describe('a place in the queue', () => {
  it('is never one of a former expert, also when joined while the organisation is handed over', async () => {
    const { expert, places } = await company(test, cohortId, 1, { weekdays: [] });
    const [{ participationId, person }] = places as [Led];
    const successor = await makeExpert(test, 'Następczyni');
    const now = test.clock.now();
    const facts = { cohortId, participationId, formerId: expert.personId, successorId: successor.personId };
    const outcome = await meanwhile(
      async (tx) => {
        await tx.assignment.updateMany({ where: { participationId }, data: { state: 'ended', endedAt: now } });
        await handOverBookings({ deps: test.deps, tx, actor: expert, now }, facts);
      },
      () =>
        joinQueue(test.deps, person, now, { participationId, expertId: expert.personId, wish: null, channelId: null }),
    );
    expect(outcome).toMatchObject({ reason: 'no_expert' });
    expect(await test.deps.db.waitEntry.count()).toBe(0);
  });
});
