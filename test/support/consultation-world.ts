import { tidyLines } from '../../src/core/text.ts';
import { repairObligations } from '../../src/features/obligations/operations/repair.ts';
import type { TestDeps } from './deps.ts';

type Facts = {
  readonly cohortId: string;
  readonly participationIds: readonly string[];
  readonly expertId: string;
  readonly personId: string;
};

const HOUR = 3_600_000;

/** Consultations in every state of interest with the strangest words; gives a notice of each kind about them. The expert is away. */
export async function makeConsultations(test: TestDeps, word: string, facts: Facts) {
  const { db, ids, clock } = test.deps;
  const now = clock.now();
  const [first = '', second = ''] = facts.participationIds;
  const { cohortId, expertId, personId } = facts;
  const words = tidyLines(word).slice(0, 300).toWellFormed();
  let hour = 48;
  const write = async (participationId: string, change: object): Promise<string> => {
    const id = ids.next();
    hour += 2;
    const startsAt = new Date(now.getTime() + hour * HOUR);
    const endsAt = new Date(startsAt.getTime() + HOUR);
    const times = { startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, zone: 'Asia/Tokyo' };
    const what = { kind: 'on_site', place: words, topic: words, askedBy: personId, createdAt: now };
    const counts = { isLate: false, sequence: 1, version: 1 };
    await db.consultation.create({
      data: {
        id,
        cohortId,
        participationId,
        expertId,
        ...times,
        ...what,
        ...counts,
        state: 'booked',
        bookedAt: now,
        ...change,
      },
    });
    return id;
  };
  const open = { bookedAt: null, openUntil: new Date(now.getTime() + HOUR) };
  const booked = await write(first, {});
  for (let n = 0; n < 7; n += 1) await write(first, {});
  const requested = await write(first, { ...open, state: 'requested' });
  const over = { state: 'cancelled_by_expert', endedAt: now, endReason: words };
  const ended = await write(first, over);
  const offered = await write(second, { ...open, state: 'reserved' });
  const moveId = ids.next();
  const from = { fromStartsAt: now, fromEndsAt: new Date(now.getTime() + HOUR) };
  const to = { toStartsAt: new Date(now.getTime() + 48 * HOUR), toEndsAt: new Date(now.getTime() + 49 * HOUR) };
  const moved = { consultationId: booked, ...from, ...to, movedBy: personId, movedAt: now, reason: words };
  await db.consultationMove.create({ data: { id: moveId, ...moved } });
  const entry = async (
    participationId: string,
    state: { readonly state: string; readonly consultationId?: string },
  ): Promise<string> => {
    const id = ids.next();
    const who = { cohortId, participationId, expertId, personId, wish: words };
    await db.waitEntry.create({ data: { id, ...who, joinedAt: now, version: 1, ...state } });
    return id;
  };
  const waits = await entry(first, { state: 'waiting' });
  const entryId = await entry(second, { state: 'offered', consultationId: offered });
  const questionId = ids.next();
  const question = { field: 'finance', text: words, askedAt: now, staffFrom: now, version: 1 };
  const taken = { state: 'taken', takenBy: expertId, takenAt: now };
  await db.fieldQuestion.create({
    data: { id: questionId, cohortId, participationId: first, personId, ...question, ...taken },
  });
  const unanswered = ids.next();
  await db.fieldQuestion.create({
    data: { id: unanswered, cohortId, participationId: first, personId, ...question, state: 'open' },
  });
  await repairObligations(test.deps, now);
  const { id: absenceId } = await db.absence.findFirstOrThrow({ where: { expertId } });
  const away = { absenceId, from: now.toISOString(), until: new Date(now.getTime() + 1000 * HOUR).toISOString() };
  return {
    'consultations.time': { consultationId: requested, step: 'first', to: 'expert' },
    'consultations.moved': { moveId, to: 'organisation' },
    'consultations.ended': { consultationId: ended, to: 'organisation' },
    'consultations.away': { consultationId: booked, ...away, to: 'organisation' },
    'consultations.offered': { entryId, consultationId: offered },
    'consultations.wish': { entryId: waits },
    'consultations.question': { questionId: unanswered, personId: expertId },
    'consultations.taken': { questionId },
  };
}
