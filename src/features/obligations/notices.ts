import { z } from 'zod';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { asMatters } from './operations/words.ts';
import { type RemindedIn, remindersOf } from './queries/reminded.ts';
import { isStillMeant } from './rules/standing.ts';
import { reminderMessage } from './views.ts';

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
 * A reminder of what is still owed by the date it is about; nothing is said when all of it was done or moved meanwhile.
 * One that was sent names what is still open with its date and buttons, and what is done as done.
 */
export const reminderNotice = defineNotice(
  NOTICES.reminder,
  z.object({ messageId: z.uuid() }),
  async (deps, { messageId }, locale, isSaid) => {
    const now = deps.clock.now();
    const all = await remindersOf(deps.db, messageId);
    const reminders = isSaid ? all : all.filter((one) => isStillMeant(one, one.obligation, now));
    const { open = [], closed = [] } = Object.groupBy(
      reminders.map((one) => one.obligation),
      ({ closedAt }) => (closedAt === null ? 'open' : 'closed'),
    );
    const matters = await asMatters(deps, open, locale);
    if (matters.length === 0 && !isSaid) return null;
    const done = isSaid ? await asMatters(deps, closed, locale) : [];
    const told = await toldBefore(deps, reminders, now);
    return reminderMessage({ messageId, matters, done: done.map(({ words }) => words.what), told, now }, locale);
  },
);
