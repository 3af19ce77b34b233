import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { consultations } from '../../../../src/features/consultations/index.ts';
import { askToMove, bookTime, handOverBookings } from '../../../../src/features/consultations/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { company, FRIDAY, giveHours, type Led, ledPlace, monday } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [...PLACE_FEATURES, consultations]);
  test.clock.set(FRIDAY);
  cohortId = await makeCohort(test);
});
afterAll(() => database.drop());

async function booked({ participationId, person }: Led, expert: Actor): Promise<string> {
  const wanted = { participationId, expertId: expert.personId, start: monday('10:00'), channelId: null };
  const details = { kind: 'online', topic: 'Plan' };
  const outcome = await bookTime(test.deps, person, test.clock.now(), { ...wanted, ...details });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.consultation.id;
}

/** What was said since, by kind and to whom. */
const saidSince = async (before: number): Promise<readonly string[]> => {
  const all = await test.deps.db.notice.findMany({ orderBy: { id: 'asc' } });
  return all.slice(before).map(({ kind, targetKind }) => `${kind} ${targetKind}`);
};
const noticesNow = () => test.deps.db.notice.count();

const handOver = (place: Led, former: Actor, successor: Actor | null, actor = former) =>
  inTransaction(test.deps.db, async (tx) => {
    const { participationId } = place;
    const now = test.clock.now();
    await tx.assignment.updateMany({ where: { participationId }, data: { state: 'ended', endedAt: now } });
    const facts = { cohortId, participationId, formerId: former.personId, successorId: successor?.personId ?? null };
    await handOverBookings({ deps: test.deps, tx, actor, now }, facts);
  });

describe('a hand-over', () => {
  it('asks a successor who is free for the same time; the organisation is told once', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const successor = await makeExpert(test, 'Następczyni');
    const id = await booked(place, expert);
    const before = await noticesNow();
    await handOver(place, expert, successor);
    const rows = await test.deps.db.consultation.findMany({ orderBy: { id: 'asc' } });
    expect(rows).toMatchObject([
      { id, state: 'cancelled_by_staff', endReason: 'hand_over', sequence: 1 },
      { expertId: successor.personId, state: 'requested', startsAt: monday('10:00'), topic: 'Plan', link: null },
    ]);
    const to = ['consultations.time channel', 'consultations.time person'];
    expect([...(await saidSince(before))]).toEqual(expect.arrayContaining(to));
    expect(await saidSince(before)).not.toContain('consultations.ended channel');
  });

  it('with a successor who says yes asks them for the times that were booked', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const successor = await makeExpert(test, 'Następczyni');
    await booked(place, expert);
    await handOver(place, expert, successor, successor);
    const where = { kind: 'consultations.time', targetKind: 'person', target: successor.personId };
    expect(await test.deps.db.notice.count({ where })).toBe(1);
  });

  it('ends kindly what the successor cannot take, and what has nobody', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [place, alone] = places as [Led, Led];
    const successor = await makeExpert(test, 'Następczyni');
    await giveHours(test, successor.personId);
    const other = await ledPlace(test, cohortId, successor.personId, 'Inna');
    await booked(other, successor);
    await booked(place, expert);
    const before = await noticesNow();
    await handOver(place, expert, successor);
    expect(await saidSince(before)).toContain('consultations.ended channel');
    await handOver(alone, expert, null);
    const open = { expertId: expert.personId, state: { in: ['reserved', 'requested', 'booked'] } };
    expect(await test.deps.db.consultation.count({ where: open })).toBe(0);
  });
});

describe('an absence', () => {
  it('asks both sides to move what is booked in it, and changes nothing by itself', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const id = await booked(place, expert);
    const before = await noticesNow();
    const absenceId = test.deps.ids.next();
    const away = {
      absenceId,
      expertId: expert.personId,
      from: monday('00:00'),
      until: monday('23:00'),
      substituteId: null,
    };
    const now = test.clock.now();
    await inTransaction(test.deps.db, (tx) => askToMove({ deps: test.deps, tx, actor: expert, now }, away));
    expect(await saidSince(before)).toEqual(['consultations.away channel', 'consultations.away person']);
    expect(await test.deps.db.consultation.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'booked' });
  });
});
