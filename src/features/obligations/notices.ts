import { z } from 'zod';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { digestOf } from './operations/digest.ts';
import { asReadBy, staffIn } from './operations/theirs.ts';
import { type RemindedIn, remindersOf } from './queries/reminded.ts';
import { isOwed, isStillMeant } from './rules/standing.ts';
import { digestMessage, reminderMessage } from './views/index.ts';

const PERSON = 'person:';
const PASSED_ON = /:(expert|staff)$/;

/** Names of people who were told of a matter before, for those to whom it was passed on (SY-2). */
async function toldBefore(deps: Deps, reminders: RemindedIn, now: Date): Promise<readonly string[]> {
  const passed = reminders.filter(({ step, obligation }) => PASSED_ON.test(step) && obligation.closedAt === null);
  const others = passed.flatMap(({ recipient, obligation }) =>
    obligation.reminders.filter((one) => one.recipient !== recipient),
  );
  const said = others.filter(({ at, staffSay }) => staffSay === 'now' || (staffSay === null && at <= now));
  const ids = said.flatMap((one) => (one.recipient.startsWith(PERSON) ? [one.recipient.slice(PERSON.length)] : []));
  return (await findPeople(deps.db, [...new Set(ids)])).map((person) => person.name);
}

/**
 * A reminder of what is still owed by the date it is about; nothing is said when all of it was done, moved, put off or
 * paused meanwhile. One that was sent names what is still open with its date and buttons, and what is done as done.
 */
export const reminderNotice = defineNotice(
  NOTICES.reminder,
  z.object({ messageId: z.uuid() }),
  async (deps, { messageId }, locale, isSaid) => {
    const now = deps.clock.now();
    const all = await remindersOf(deps.db, messageId);
    const reminders = all.filter((one) => isSaid || isStillMeant(one, one.obligation, now));
    const rows = reminders.map((one) => one.obligation);
    const { open = [], over = [] } = Object.groupBy(rows, (row) => (isOwed(row, now) ? 'open' : 'over'));
    const recipient = reminders[0]?.recipient ?? '';
    const matters = await asReadBy(deps, open, recipient, locale);
    if (matters.length === 0 && !isSaid) return null;
    const done = isSaid ? await asReadBy(deps, over, recipient, locale) : [];
    const told = await toldBefore(deps, reminders, now);
    return reminderMessage({ messageId, matters, done, staffOf: staffIn(recipient), told, now }, locale);
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
