import type { Db, Tx } from '../../../platform/db/client.ts';
import type { StaffSay } from '../rules/standing.ts';

/** Said, or going to be. */
const SAID = { OR: [{ staffSay: null }, { staffSay: 'now' satisfies StaffSay }] };

/** So many matters are looked at in one run; the rest in the next. */
const AT_ONCE = 500;

const withReminders = { include: { reminders: true } } as const;
const upTo = (cohortId: string, at: Date) => ({ cohortId, closedAt: null, remindAt: { lte: at } });

/** Matters of a cohort about which something may be to be said by `now`, with what was said of them. */
export const toLookAt = (tx: Tx, cohortId: string, now: Date) =>
  tx.obligation.findMany({
    where: upTo(cohortId, now),
    orderBy: [{ remindAt: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
    ...withReminders,
  });

/** All of them that may be to be spoken of up to a later moment. */
export const toForesee = (db: Db | Tx, cohortId: string, to: Date) =>
  db.obligation.findMany({ where: upTo(cohortId, to), orderBy: { id: 'asc' }, ...withReminders });

export type Reminded = Awaited<ReturnType<typeof toLookAt>>[number];

/** The cohorts that have such matters. */
export async function cohortsToLookAt(db: Db, now: Date): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ cohortId: string }[]>`
    SELECT DISTINCT "cohortId" FROM "Obligation" WHERE "closedAt" IS NULL AND "remindAt" <= ${now}`;
  return rows.map((row) => row.cohortId);
}

/** The next moment after `after` at which something may be to be said; null when nothing is. */
export async function nextLook(db: Db, after: Date): Promise<Date | null> {
  const row = await db.obligation.findFirst({
    where: { closedAt: null, remindAt: { gt: after } },
    orderBy: { remindAt: 'asc' },
    select: { remindAt: true },
  });
  return row?.remindAt ?? null;
}

/** The zones of people, and the channels of places, to which reminders of these matters may go. */
export async function addressesOf(tx: Db | Tx, personIds: readonly string[], participationIds: readonly string[]) {
  const [people, places] = await Promise.all([
    tx.person.findMany({ where: { id: { in: [...personIds] } }, select: { id: true, timeZone: true } }),
    tx.participation.findMany({ where: { id: { in: [...participationIds] } }, select: { id: true, channelId: true } }),
  ]);
  return {
    zones: new Map(people.map(({ id, timeZone }) => [id, timeZone])),
    channels: new Map(places.map(({ id, channelId }) => [id, channelId])),
  };
}

/**
 * What people and organisations' channels were told since a moment, or are about to be, besides reminders: answers to
 * acts, which do not wait, but which the noise budget sees as spent. A staff channel is a place of work: only its
 * reminders count.
 */
async function toldBesides(tx: Db | Tx, recipients: readonly string[], since: Date) {
  const named = recipients.map((key) => ({ key, kind: key.split(':')[0] ?? '', id: key.split(':')[1] ?? '' }));
  const people = named.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  const places = named.filter(({ kind }) => kind === 'place').map(({ id }) => id);
  const rows = await tx.$queryRaw<{ key: string; at: Date }[]>`
    WITH lanes AS (
      SELECT 'person' AS kind, p AS target, 'person:' || p AS key FROM unnest(${people}::text[]) p
      UNION ALL SELECT 'channel', "channelId", 'place:' || "id" FROM "Participation"
        WHERE "id" = ANY(${places}::uuid[]) AND "channelId" IS NOT NULL)
    SELECT l.key, n."dueAt" AS at FROM lanes l
    JOIN "Notice" n ON n."targetKind" = l.kind AND n."target" = l.target
    WHERE n."dueAt" >= ${since}::timestamptz AND n."kind" <> 'obligations.reminder' AND n."targetKind" <> 'staff'
      AND n."state" IN ('pending', 'sending', 'sent')`;
  return rows.map(({ key, at }) => ({ at, to: { key }, items: [] }));
}

/** What these recipients were told since a moment, or will be, message by message; not what staff withhold. */
export async function saidTo(tx: Db | Tx, recipients: readonly string[], since: Date) {
  const rows = await tx.reminder.findMany({
    where: { recipient: { in: [...recipients] }, at: { gte: since }, ...SAID },
    select: { messageId: true, recipient: true, at: true, key: true, obligation: { select: { key: true } } },
  });
  const reminders = [...Map.groupBy(rows, (row) => row.messageId).values()].flatMap((of) => {
    const [first] = of;
    const items = of.map(({ key, obligation }) => ({ key, obligationKey: obligation.key }));
    return first ? [{ at: first.at, to: { key: first.recipient }, items }] : [];
  });
  return [...reminders, ...(await toldBesides(tx, recipients, since))];
}

/** What one message is about, the matters as they stand now. */
export const remindersOf = (db: Db | Tx, messageId: string) =>
  db.reminder.findMany({ where: { messageId }, include: { obligation: { include: { reminders: true } } } });

export type RemindedIn = Awaited<ReturnType<typeof remindersOf>>;

/** What these messages are about, all at once. */
export const remindersOfMessages = (db: Db | Tx, messageIds: readonly string[]) =>
  db.reminder.findMany({ where: { messageId: { in: [...messageIds] } }, include: { obligation: true } });

/** How far a cohort's reminders are said; null before the first run. */
export const saidUntilOf = async (db: Db | Tx, cohortId: string): Promise<Date | null> =>
  (await db.reminderRun.findUnique({ where: { cohortId } }))?.saidUntil ?? null;
