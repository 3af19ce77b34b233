import { civilOf, WARSAW } from '../../src/core/calendar/index.ts';
import { collapse, tidyLines } from '../../src/core/text.ts';
import type { TestDeps } from './deps.ts';

type Facts = {
  readonly cohortId: string;
  readonly participationIds: readonly string[];
  readonly expertId: string;
  readonly personId: string;
};

const HOUR = 3_600_000;

/** Actions with the strangest words: one that is ahead and one that was held; gives a notice of each kind. */
export async function makeActions(test: TestDeps, word: string, facts: Facts) {
  const { db, ids, clock } = test.deps;
  const now = clock.now();
  const { cohortId, expertId, personId } = facts;
  const [first = '', second = ''] = facts.participationIds;
  const line = (max: number): string => collapse(word).slice(0, max).trim().toWellFormed() || 'A';
  const text = (max: number): string => tidyLines(word).slice(0, max).trim().toWellFormed() || 'A';
  const action = async (participationId: string, change: object): Promise<string> => {
    const id = ids.next();
    const written = { plannedBy: personId, plannedAt: now, state: 'planned', version: 1 };
    await db.action.create({ data: { id, cohortId, participationId, title: line(150), ...written, ...change } });
    return id;
  };
  const date = async (actionId: string, hours: number, change: object): Promise<string> => {
    const id = ids.next();
    const startsAt = new Date(now.getTime() + hours * HOUR);
    const endsAt = new Date(startsAt.getTime() + HOUR);
    const [from, to] = [civilOf(startsAt), civilOf(endsAt)];
    const times = { date: from.date, fromTime: from.time, toTime: to.time, zone: WARSAW, startsAt, endsAt };
    const open = { state: 'planned', isPartly: false, sequence: 0, version: 1, place: line(200), reason: text(500) };
    await db.actionDate.create({ data: { id, actionId, ...times, ...open, ...change } });
    return id;
  };
  const ahead = await action(first, {});
  const asked = await date(ahead, 48, { expertId, attends: 'asked' });
  const refused = await date(ahead, 72, { expertId, attends: 'not', attendsNote: text(500), proposedId: personId });
  const over = await date(ahead, -24, { askedAt: now });
  const changeId = ids.next();
  const where = { fromStarts: now, fromPlace: line(200), toStarts: now, toPlace: line(200) };
  const ends = { fromEnds: now, toEnds: now };
  await db.actionChange.create({
    data: {
      ...{
        id: changeId,
        actionId: ahead,
        dateId: asked,
        act: 'move',
        reason: text(500),
        isShort: true,
        personId,
        at: now,
      },
      ...{ ...where, ...ends },
    },
  });
  const held = await action(second, { state: 'held', endedAt: now, endedBy: personId, lastDay: civilOf(now).date });
  const seen = { state: 'held', answeredAt: now, answeredBy: personId, expertId, attends: 'agreed', observed: true };
  const noted = await date(held, -48, seen);
  const report = { people: 12, description: text(3000), links: [`https://plakat.example/${'x'.repeat(1400)}`] };
  await db.actionReport.create({
    data: { actionId: held, ...report, hasConsent: true, isLate: true, sentBy: personId, sentAt: now, version: 1 },
  });
  const notes = { id: ids.next(), actionId: held, authorId: expertId, text: text(3000), writtenAt: now, version: 1 };
  await db.observationNote.create({ data: notes });
  return {
    'actions.planned': { actionId: ahead },
    'actions.changed': { changeId, to: 'staff' },
    'actions.attend': { dateId: asked, expertId, sequence: 0 },
    'actions.unobserved': { dateId: refused },
    'actions.asked': { dateId: over },
    'actions.note': { dateId: noted, expertId },
    'actions.reported': { actionId: held },
  };
}
