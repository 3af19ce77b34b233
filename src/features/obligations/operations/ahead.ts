import { createHash } from 'node:crypto';
import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Obligation } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { bare, plainWords } from '../../../platform/slack/words.ts';
import { NOTICES, reminderKey } from '../ids.ts';
import { ownerNames } from '../queries/cohort.ts';
import { remindersOfMessages, saidUntilOf, toForesee } from '../queries/reminded.ts';
import type { PlannedMessage } from '../rules/plan.ts';
import { isStillMeant, type StaffSay } from '../rules/standing.ts';
import { reminderMessage } from '../views/index.ts';
import { foresee } from './foresee.ts';
import { holdRun } from './remind.ts';
import { asReadBy, staffIn } from './theirs.ts';
import { wordsById } from './words.ts';
import { targetOf, writeMessage } from './write.ts';

/** Its buttons are not among its words. */
const NO_MESSAGE = '00000000-0000-0000-0000-000000000000';

/** A planned message by what it says to whom and when; `print` tells whether it still says the same. */
export type Glimpse = { readonly to: string; readonly at: Date; readonly print: string };

type Item = { readonly obligation: Obligation; readonly step: string; readonly key: string };
type Target = ReturnType<typeof targetOf>;

/** A reminder that the planner foresees and nobody has written down yet. */
export type ForeseenReminder = Glimpse & { readonly target: Target; readonly items: readonly Item[] };

const printOf = ({ items }: PlannedMessage): string => {
  const keys = items.map(({ key }) => key).sort();
  return createHash('sha256').update(keys.join('\n')).digest('base64url').slice(0, 16);
};

/** Everything the planner foresees for a cohort after `now` up to `to`, as things stand: what the tick will say. */
export async function foreseenReminders(
  deps: Deps,
  db: Db | Tx,
  cohortId: string,
  now: Date,
  to: Date,
): Promise<readonly ForeseenReminder[]> {
  const rows = await toForesee(db, cohortId, to);
  const saidUntil = (await saidUntilOf(db, cohortId)) ?? now;
  const foresight = await foresee(deps, db, cohortId, rows, { saidUntil, now, to });
  if (!foresight) return [];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return foresight.messages.map((message) => ({
    ...{ to: message.to.key, at: message.at, print: printOf(message) },
    target: targetOf(message, foresight.addresses),
    items: message.items.flatMap(({ obligationKey, step, key }) => {
      const obligation = byKey.get(obligationKey);
      return obligation ? [{ obligation, step, key }] : [];
    }),
  }));
}

/**
 * Writes a foreseen reminder down before its moment, so that staff can hold, change, cancel or hurry it: under the
 * planner's own keys, so it is said at most once. Gives its notice and message; null when the planner does not foresee
 * exactly this any more. Waits for a tick that is at work.
 */
export async function writeAhead(
  deps: Deps,
  tx: Tx,
  cohortId: string,
  glimpse: Glimpse,
  now: Date,
): Promise<{ readonly id: string; readonly messageId: string; readonly version: number } | null> {
  const saidUntil = await holdRun(tx, cohortId, now);
  const to = glimpse.at > now ? glimpse.at : now;
  const rows = await toForesee(tx, cohortId, to);
  const foresight = await foresee(deps, tx, cohortId, rows, { saidUntil, now, to });
  const message = foresight?.messages.find(
    (one) => one.to.key === glimpse.to && one.at.getTime() === glimpse.at.getTime() && printOf(one) === glimpse.print,
  );
  if (!foresight || !message) return null;
  const [first] = await writeMessage(deps, tx, message, foresight);
  if (!first) return null;
  const where = { key: reminderKey(first.messageId) };
  const notice = await tx.notice.findUniqueOrThrow({ where, select: { id: true, version: true } });
  return { ...notice, messageId: first.messageId };
}

/** The message that a notice carries, when it is a reminder. */
export function messageIdOf({ kind, params }: { readonly kind: string; readonly params: unknown }): string | null {
  return kind === NOTICES.reminder ? String((params as { messageId?: unknown }).messageId) : null;
}

/** Notes what staff say of a written reminder; null: it goes its way. `at`: when it is said, for the noise budget. */
export async function noteStaffSay(
  tx: Tx,
  messageId: string,
  staffSay: StaffSay | null,
  at: Date | null = null,
): Promise<void> {
  await tx.reminder.updateMany({ where: { messageId }, data: { staffSay, ...(at ? { at } : {}) } });
}

/** What written messages are still about at the moment each is due; those with nothing to say any more are not there. */
export async function meantBy(
  db: Db | Tx,
  messages: readonly { readonly messageId: string; readonly at: Date }[],
): Promise<ReadonlyMap<string, readonly Item[]>> {
  const rows = await remindersOfMessages(
    db,
    messages.map(({ messageId }) => messageId),
  );
  const atOf = new Map(messages.map(({ messageId, at }) => [messageId, at]));
  const meant = rows.filter((one) => isStillMeant(one, one.obligation, atOf.get(one.messageId) ?? one.at));
  return Map.groupBy(meant, ({ messageId }) => messageId);
}

/** What each of these matters is called in plain words, and which organisation owes it, if one does; all at once. */
export async function namesOfMatters(
  deps: Deps,
  rows: readonly Obligation[],
  locale: Locale,
): Promise<ReadonlyMap<string, { readonly what: string; readonly organisation: string | null }>> {
  const each = [...new Map(rows.map((row) => [row.id, row])).values()];
  const words = await wordsById(deps, each, locale);
  const owners = await ownerNames(
    deps.db,
    each.filter(({ ownerKind }) => ownerKind === 'organisation'),
  );
  return new Map([...words].map(([id, { what }]) => [id, { what: bare(what), organisation: owners.get(id) ?? null }]));
}

/** A reminder of these matters in plain words, as it would be said now to `person:<id>`, `place:<id>` or `staff:<id>`. */
export async function reminderWords(
  deps: Deps,
  rows: readonly Obligation[],
  recipient: string,
  locale: Locale,
): Promise<string> {
  const matters = await asReadBy(deps, rows, recipient, locale);
  const about = { matters, done: [], told: [], staffOf: staffIn(recipient), now: deps.clock.now() };
  return plainWords(reminderMessage({ messageId: NO_MESSAGE, ...about }, locale));
}
