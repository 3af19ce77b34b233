import { z } from 'zod';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { digestOf } from './operations/digest.ts';
import { asMatters, type Matter } from './operations/words.ts';
import { ownerNames } from './queries/cohort.ts';
import { type RemindedIn, remindersOf } from './queries/reminded.ts';
import { isWorthSaying } from './rules/list.ts';
import { ownerKeyOf } from './rules/recipients.ts';
import { digestMessage, reminderMessage } from './views/index.ts';

const PERSON = 'person:';
const STAFF = 'staff:';
const PASSED_ON = /:(expert|staff)$/;

/** Names of people who were told of a matter before, for those to whom it was passed on (SY-2). */
async function toldBefore(deps: Deps, reminders: RemindedIn): Promise<readonly string[]> {
  const passed = reminders.filter(({ step, obligation }) => PASSED_ON.test(step) && obligation.closedAt === null);
  const others = passed.flatMap(({ recipient, obligation }) =>
    obligation.reminders.filter((one) => one.recipient !== recipient),
  );
  const ids = others.flatMap((one) => (one.recipient.startsWith(PERSON) ? [one.recipient.slice(PERSON.length)] : []));
  return (await findPeople(deps.db, [...new Set(ids)])).map((person) => person.name);
}

/**
 * A reminder of what is still owed; nothing is said when all of it was done, put off or paused meanwhile. One that was
 * sent names what is still open with its date and buttons, and what is done as done.
 */
export const reminderNotice = defineNotice(
  NOTICES.reminder,
  z.object({ messageId: z.uuid() }),
  async (deps, { messageId }, locale, isSaid) => {
    const now = deps.clock.now();
    const reminders = await remindersOf(deps.db, messageId);
    const rows = reminders.map((one) => one.obligation);
    const { open = [], over = [] } = Object.groupBy(rows, (one) => (isWorthSaying(one, now, isSaid) ? 'open' : 'over'));
    const recipient = reminders[0]?.recipient ?? '';
    const names = await ownerNames(deps.db, rows);
    const whose = ({ rows: [row] }: Matter): string | null =>
      row && ownerKeyOf(row) !== recipient ? (names.get(row.id) ?? null) : null;
    const inWords = async (of: typeof rows) =>
      (await asMatters(deps, of, locale)).map((one) => ({ ...one, who: whose(one) }));
    const matters = await inWords(open);
    if (matters.length === 0 && !isSaid) return null;
    const done = isSaid ? await inWords(over) : [];
    const told = await toldBefore(deps, reminders);
    const staffOf = recipient.startsWith(STAFF) ? (rows[0]?.cohortId ?? null) : null;
    return reminderMessage({ messageId, matters, done, staffOf, told, now }, locale);
  },
);

/** What waits in a cohort, as it stands when it is sent. */
export const digestNotice = defineNotice(
  NOTICES.digest,
  z.object({ cohortId: z.uuid() }),
  async (deps, { cohortId }, locale) => {
    const digest = await digestOf(deps, cohortId, locale);
    return digest && digestMessage(digest, locale);
  },
);
