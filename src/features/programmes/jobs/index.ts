import { z } from 'zod';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { defineQueue, type Tick, type Upcoming } from '../../../platform/feature.ts';
import { COHORT_QUEUE, touchCohortCard } from '../operations/touch.ts';
import { type CohortWithCalls, cohortById, listCohorts, nextCallMoment } from '../queries.ts';
import { showsOf } from '../rules/card-facts.ts';
import { type Problem, problemsOf } from '../rules/problems.ts';
import { texts } from '../texts.ts';
import { ensureCard, ensureNote } from './card.ts';
import { ensureChannel, ensureStaffChannel, inviteStaff } from './channels.ts';
import { attempt, settleProblems } from './problem.ts';

const job = z.object({ cohortId: z.uuid(), again: z.boolean().optional() });

/** The row as it is now, after a step has written into it. */
async function reread(deps: Deps, cohort: CohortWithCalls): Promise<CohortWithCalls> {
  return (await cohortById(deps.db, cohort.id)) ?? cohort;
}

/**
 * Makes what a cohort lacks in Slack, and brings its card up to date. Each step looks at what is stored, so it may
 * run any number of times. `again`: staff asked for another try, so invitations and pin are repeated too.
 */
export async function prepareCohort(deps: Deps, cohortId: string, again = false): Promise<void> {
  const known = await cohortById(deps.db, cohortId);
  if (!known) return;
  const isNew = known.noteTs === null;
  const problems: Problem[] = [];
  problems.push(...(await attempt('staff_channel', () => ensureStaffChannel(deps, known))));
  problems.push(...(await attempt('channel', () => ensureChannel(deps, known))));
  const cohort = await reread(deps, known);
  const invites = isNew || again;
  const standing = problemsOf(known).filter((one) => one.step === 'invite');
  problems.push(...(invites ? await attempt('invite', () => inviteStaff(deps, cohort)) : standing));
  problems.push(...(await attempt('card', () => ensureCard(deps, cohort, again))));
  problems.push(...(await attempt('note', () => ensureNote(deps, cohort))));
  await settleProblems(deps, cohort, problems);
}

export const prepareQueue = defineQueue(COHORT_QUEUE, job, (deps, { cohortId, again }) =>
  prepareCohort(deps, cohortId, again),
);

/**
 * Asks whose card shows another phase or other days left than is true now, and has those refreshed. The answer is
 * written at once, so that several processes and later ticks do not ask for the same refresh again.
 */
export async function refreshCards(deps: Deps, now: Date): Promise<void> {
  for (const { id, calls, cardTs, cardShows } of await listCohorts(deps.db)) {
    const shows = showsOf(calls, now);
    if (cardTs === null || cardShows === shows) continue;
    await inTransaction(deps.db, async (tx) => {
      const { count } = await tx.cohort.updateMany({ where: { id, cardShows }, data: { cardShows: shows } });
      if (count > 0) await touchCohortCard(deps, tx, id);
    });
  }
}

export const cardTick: Tick = { name: 'programmes_cards', cron: '* * * * *', run: refreshCards };

/** The next opening or closing of a call, in the words of the staff channel. */
export async function nextMoment(deps: Deps, after: Date): Promise<Upcoming | null> {
  const next = await nextCallMoment(deps.db, after);
  if (!next) return null;
  const words = texts('pl').upcoming;
  return { at: next.at, what: next.opens ? words.opens(next.cohort) : words.closes(next.cohort) };
}
