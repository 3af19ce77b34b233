import { collapse, tidyLines } from '../../src/core/text.ts';
import type { CardContent } from '../../src/features/records/rules/index.ts';
import type { TestDeps } from './deps.ts';

type Facts = {
  readonly cohortId: string;
  readonly participationIds: readonly string[];
  readonly expertId: string;
  readonly personId: string;
};

const HOUR = 3_600_000;
const ZONE = 'Asia/Tokyo';

/** A card of the longest words there can be. */
const longCard = (word: string): CardContent => ({
  ...{ date: '2023-03-01', from: '10:00', to: '11:00', zone: ZONE, minutes: 60, kind: 'on_site' },
  people: collapse(word).slice(0, 500).toWellFormed(),
  area: collapse(word).slice(0, 150).toWellFormed(),
  agreed: tidyLines(word).slice(0, 3000).toWellFormed(),
  steps: [{ what: collapse(word).slice(0, 2900).toWellFormed(), who: null, until: '2023-03-02' }],
  documents: [`https://pliki.example/${'x'.repeat(1400)}`],
});

/** Writes consultations that are over, one after the other, with what is said of each. */
function writing({ deps }: TestDeps, { cohortId, participationIds, expertId, personId }: Facts) {
  const { db, ids, clock } = deps;
  const now = clock.now();
  const participationId = participationIds[0] ?? '';
  let hour = 0;
  return async (state: string, question: object | null): Promise<string> => {
    hour += 2;
    const id = ids.next();
    const startsAt = new Date(now.getTime() - hour * HOUR);
    const endsAt = new Date(startsAt.getTime() + HOUR);
    const times = { startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, zone: ZONE };
    const facts = { cohortId, participationId, expertId, askedBy: personId, kind: 'online', isLate: false };
    const moments = { createdAt: startsAt, bookedAt: startsAt, endedAt: state === 'booked' ? null : now };
    await db.consultation.create({
      data: { id, state, ...facts, ...times, ...moments, sequence: 0, version: 1 },
    });
    const open = { askedAt: now, silentFrom: new Date(now.getTime() + HOUR), state: 'open', version: 1 };
    if (question) await db.tookPlace.create({ data: { consultationId: id, cohortId, ...open, ...question } });
    return id;
  };
}

/** What was said and written after consultations, with the strangest words; gives a notice of each kind. */
export async function makeRecords(test: TestDeps, word: string, facts: Facts) {
  const { db, ids, clock } = test.deps;
  const now = clock.now();
  const write = writing(test, facts);
  const settled = { state: 'settled', decidedAt: now };
  const asked = await write('booked', null);
  const disagreed = await write('booked', { state: 'staff', organisationSays: 'yes', expertSays: 'absent' });
  const missed = await write('not_held', { ...settled, outcome: 'not_held', missed: 'expert' });
  const ended = await write('no_show', { ...settled, outcome: 'no_show', missed: 'organisation' });
  const consultationId = await write('held', { ...settled, outcome: 'held', expertSays: 'yes' });
  const [cardId, commentId] = [ids.next(), ids.next()];
  const { cohortId, expertId, personId } = facts;
  const state = { state: 'published', number: 1, confirmBy: new Date(now.getTime() + HOUR), version: 1 };
  await db.consultationCard.create({ data: { id: cardId, consultationId, cohortId, expertId, ...state } });
  const written = { writtenBy: expertId, writtenAt: now, isLate: true, minutes: 60 };
  await db.cardVersion.create({ data: { id: ids.next(), cardId, number: 1, content: longCard(word), ...written } });
  const text = tidyLines(word).slice(0, 1000).toWellFormed();
  await db.cardComment.create({ data: { id: commentId, cardId, number: 1, personId, text, at: now } });
  return {
    'records.asked': { consultationId: asked, side: 'organisation' },
    'records.disagreed': { consultationId: disagreed },
    'records.missed': { consultationId: missed },
    'records.ended': { consultationId: ended, isFirst: false },
    'records.card': { cardId, number: 1 },
    'records.commented': { commentId },
    'records.sheet': { personId: expertId, cohortId },
  };
}
