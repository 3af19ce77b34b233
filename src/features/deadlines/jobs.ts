import { z } from 'zod';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import { defineQueue, type Tick, type Upcoming } from '../../platform/feature.ts';
import { isFailure } from '../../platform/slack/failure.ts';
import { touchCard } from '../participations/public.ts';
import { findPeople, localeOfPerson } from '../people/public.ts';
import { RETELL } from './ids.ts';
import { kindsOf } from './operations/index.ts';
import { newlyOverdue, nextDue } from './queries/index.ts';
import { texts } from './texts.ts';

/** The message is not there any more, or nobody is to be reached: there is nothing to put right. */
const GONE = [
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'cant_update_message',
  'edit_window_closed',
];

/** Channels are spoken to in Polish, people in their language. */
async function localeFor(deps: Deps, targetKind: string, target: string) {
  if (targetKind !== 'person') return 'pl';
  const [person] = await findPeople(deps.db, [target]);
  return person ? localeOfPerson(person) : 'pl';
}

/**
 * Says a sent notice again in its place, with the words that hold now (N8). One that is on its way is waited for: it may
 * have been put into words just before the date changed.
 */
export const retellQueue = defineQueue(RETELL, z.object({ noticeId: z.uuid() }), async (deps, { noticeId }) => {
  const notice = await deps.db.notice.findUnique({ where: { id: noticeId } });
  if (notice?.state === 'sending') throw new Error('The notice is being sent; the job looks again');
  if (notice?.state !== 'sent' || !notice.channelId || !notice.ts) return;
  const locale = await localeFor(deps, notice.targetKind, notice.target);
  const message = await deps.offers.notices.get(notice.kind)?.render(deps, notice.params, locale);
  if (!message) return;
  try {
    await deps.slack.update(notice.channelId, notice.ts, message);
  } catch (error) {
    if (!isFailure(error, ...GONE)) throw error;
  }
});

/** So many cards are brought up to date in one go; the rest follow at the next tick. */
const AT_ONCE = 200;

/** The cards of organisations whose deadline has passed say so. Asked again, it finds nothing. */
export async function showOverdue(deps: Deps, now: Date): Promise<void> {
  const due = await newlyOverdue(deps.db, now, AT_ONCE);
  if (due.length === 0) return;
  await inTransaction(deps.db, async (tx) => {
    const where = { id: { in: due.map(({ id }) => id) }, shownOverdue: false };
    await tx.deadline.updateMany({ where, data: { shownOverdue: true } });
    for (const id of new Set(due.map(({ participationId }) => participationId))) await touchCard(deps, tx, id);
  });
}

export const overdueTick: Tick = { name: 'deadlines.overdue', cron: '* * * * *', run: showOverdue };

/** The next deadline of anybody, in the words of the staff channel. */
export async function nextDeadline(deps: Deps, after: Date): Promise<Upcoming | null> {
  const next = await nextDue(deps.db, after);
  if (!next) return null;
  const { cohort, organisation } = next.participation;
  const label = kindsOf(cohort).find(({ key }) => key === next.kind)?.label.pl ?? next.kind;
  return { at: next.dueAt, what: texts('pl').upcoming(label, organisation.name) };
}
