import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { writeAbsence } from '../../../../src/features/availability/operations/index.ts';
import {
  askToMove,
  bookHeld,
  bookTime,
  handOverBookings,
  holdTime,
  joinQueue,
  moveConsultation,
  prepareBooking,
  takeFor,
} from '../../../../src/features/consultations/operations/index.ts';
import { lockExpert } from '../../../../src/features/experts/public.ts';
import { features } from '../../../../src/features/index.ts';
import type { Tx } from '../../../../src/platform/db/client.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { company, FRIDAY, type Led, monday } from '../../../support/consultations.ts';
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

describe('an absence that is written while somebody books', () => {
  const details = { kind: 'online', topic: null };
  const nextMonday = new Date('2024-03-11T10:00:00+01:00');
  const wanted = ({ participationId }: Led, expert: Actor, start: Date) => ({
    ...{ participationId, expertId: expert.personId, start, channelId: null },
  });
  /** As the act does it, up to the commit. */
  const goesAway = (expert: Actor) => async (tx: Tx) => {
    const { deps, clock } = test;
    const { personId: expertId } = expert;
    await lockExpert(tx, expertId);
    const [absenceId, written] = [deps.ids.next(), { writtenBy: expertId, writtenAt: clock.now() }];
    const days = { fromOn: '2024-03-04', lastOn: '2024-03-04' };
    await tx.absence.create({ data: { id: absenceId, expertId, ...days, ...written } });
    const away = { absenceId, expertId, from: monday('00:00'), until: monday('24:00'), substituteId: null };
    await askToMove({ deps, tx, actor: expert, now: clock.now() }, away);
  };

  it('leaves no booking inside it: neither booked at once, nor held before, nor moved there', async () => {
    const { expert, places } = await company(test, cohortId, 3);
    const [first, second, third] = places as [Led, Led, Led];
    const now = test.clock.now();
    const later = await bookTime(test.deps, third.person, now, { ...wanted(third, expert, nextMonday), ...details });
    if (!later.ok) throw new Error(later.reason);
    const { id: consultationId } = later.value.consultation;
    const outcomes = await meanwhile(goesAway(expert), () =>
      Promise.all([
        bookTime(test.deps, first.person, now, { ...wanted(first, expert, monday('10:00')), ...details }),
        holdTime(test.deps, second.person, now, wanted(second, expert, monday('11:00'))),
        moveConsultation(test.deps, third.person, now, {
          ...{ consultationId, start: monday('10:00'), reason: null, channelId: null },
        }),
      ]),
    );
    const [booked, held, moved] = outcomes;
    expect(booked).toMatchObject({ reason: 'not_offered' });
    expect(moved).toMatchObject({ reason: 'not_offered' });
    if (!held.ok) throw new Error(held.reason);
    const form = { consultationId: held.value.id, channelId: null, ...details };
    expect(await bookHeld(test.deps, second.person, now, form)).toMatchObject({ reason: 'not_offered' });
  });

  it('asks to move what is booked just before it', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const now = test.clock.now();
    const prepared = await prepareBooking(test.deps, place.person, now, wanted(place, expert, monday('10:00')));
    if (!prepared.ok) throw new Error(prepared.reason);
    const act = { deps: test.deps, doer: place.person, now };
    const days = { expertId: expert.personId, from: '2024-03-04', last: '2024-03-04', substituteId: null };
    const outcome = await meanwhile(
      (tx) => takeFor({ ...act, tx }, prepared.value, { state: 'booked', ...details }),
      () => writeAbsence(test.deps, expert, now, { ...days, absenceId: test.deps.ids.next() }),
    );
    expect(outcome).toMatchObject({ ok: true });
    expect(await test.deps.db.notice.count({ where: { kind: 'consultations.away' } })).toBe(2);
  });
});
