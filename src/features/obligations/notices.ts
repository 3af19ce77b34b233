import { z } from 'zod';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { asMatters } from './operations/words.ts';
import { remindersOf } from './queries/reminded.ts';
import { reminderMessage } from './views.ts';

/** Names of people who were told of a matter before, for those to whom it was passed on (SY-2). */
const PERSON = 'person:';

/** A reminder of what is still owed; nothing is said when all of it was done meanwhile. */
export const reminderNotice = defineNotice(
  NOTICES.reminder,
  z.object({ messageId: z.uuid() }),
  async (deps, { messageId }, locale) => {
    const now = deps.clock.now();
    const reminders = await remindersOf(deps.db, messageId);
    const rows = reminders.map((one) => one.obligation).filter((one) => one.closedAt === null);
    const matters = await asMatters(deps, rows, locale);
    if (matters.length === 0) return null;
    const recipient = reminders[0]?.recipient ?? '';
    const before = rows.flatMap((row) => row.reminders).filter((one) => one.recipient !== recipient);
    const ids = before.flatMap((one) => (one.recipient.startsWith(PERSON) ? [one.recipient.slice(PERSON.length)] : []));
    const told = (await findPeople(deps.db, [...new Set(ids)])).map((person) => person.name);
    return reminderMessage({ messageId, matters, told, now }, locale);
  },
);
