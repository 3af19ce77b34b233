import { civilOf } from '../../../core/calendar/index.ts';
import { isQuiet } from '../../../core/reminders.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { definitionOf, reminderSettingsOf } from '../../programmes/public.ts';
import { activeAmong, dueReminders, holdSurvey, silentOf } from '../queries/index.ts';
import { attendedSince } from '../rules/index.ts';
import { sayTo } from './say.ts';

type Due = Awaited<ReturnType<typeof dueReminders>>[number];

/** Who was there, as it is known now, for lists are put right afterwards; null: nobody tells of it. */
async function presentAt(deps: Deps, { aboutId, askedAt }: Due, now: Date): Promise<ReadonlySet<string> | null> {
  for (const offer of deps.offers.attended) {
    const all = await offer(deps.db, attendedSince(askedAt), now);
    const found = all.find(({ kind, id }) => kind === 'event' && id === aboutId);
    if (found) return new Set([...found.people, ...(found.experts ?? [])]);
  }
  return null;
}

/** Whom it still concerns: of an event those who were there, of a match both as long as they work together. */
async function concernedBy(deps: Deps, due: Due, now: Date): Promise<(personId: string) => boolean> {
  const { aboutKind, aboutId } = due;
  if (aboutKind === 'assignment') {
    const isActive = (await activeAmong(deps.db, [aboutId])).has(aboutId);
    return () => isActive;
  }
  const present = aboutKind === 'event' ? await presentAt(deps, due, now) : null;
  return (personId) => present?.has(personId) ?? true;
}

async function remindOf(deps: Deps, now: Date, due: Due): Promise<void> {
  const isConcerned = await concernedBy(deps, due, now);
  await inTransaction(deps.db, async (tx) => {
    const survey = await holdSurvey(tx, due.id);
    const { count } = await tx.survey.updateMany({
      where: { id: due.id, remindedAt: null, closedAt: null },
      data: { remindedAt: now },
    });
    if (!survey || count === 0) return;
    const people = (await silentOf(tx, survey)).filter(isConcerned);
    const among = survey.isAnonymous ? survey.asked.filter(isConcerned) : people;
    await sayTo(deps, tx, { survey, people, among, at: now, what: 'remind' });
  });
}

/**
 * Reminds those who are silent, once and not at night (SY-1); after that silence is an answer. Channels hear of an
 * anonymous survey whether or not those it is for are silent (decision 0025).
 */
export async function remindDue(deps: Deps, now: Date): Promise<void> {
  const clock = civilOf(now).time;
  for (const due of await dueReminders(deps.db, now)) {
    if (isQuiet(clock, reminderSettingsOf(definitionOf(due.cohort)))) continue;
    await remindOf(deps, now, due);
  }
}
