import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Notice } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { LANE } from '../ids.ts';
import { type NoticeState, nameOfLane, next, type OutboxAct } from '../rules/index.ts';
import { hurryLane } from './lane.ts';

/** A notice as staff saw it. */
export type Waiting = { readonly id: string; readonly version: number };

const GONE: readonly string[] = ['sending', 'sent'] satisfies NoticeState[];

/** What an act writes beside the new state. */
function effectOf(act: OutboxAct, dueAt: Date, now: Date, words: string | null) {
  if (act === 'hurry') return { dueAt: dueAt < now ? dueAt : now };
  return act === 'reword' ? { words } : {};
}

/**
 * Staff hold back, let go, cancel, send now or put into other words what is not said yet, in the transaction of their
 * act. `words`: plain ones for `reword`; null gives it its own words again. Refuses what is said already or being said,
 * and what has changed since they looked. The caller has asked whether they may.
 */
export async function changeWaiting(
  deps: Deps,
  tx: Tx,
  seen: Waiting,
  act: OutboxAct,
  { now, words = null }: { readonly now: Date; readonly words?: string | null },
): Promise<Outcome<Notice, 'already_sent' | 'changed_meanwhile'>> {
  const before = await tx.notice.findUnique({ where: { id: seen.id } });
  if (before && GONE.includes(before.state)) return refuse('already_sent');
  const state = before && next(before.state as NoticeState, act);
  if (!state || before.version !== seen.version) return refuse('changed_meanwhile');
  const [after] = await tx.notice.updateManyAndReturn({
    where: { id: seen.id, state: before.state, version: seen.version },
    data: { ...effectOf(act, before.dueAt, now, words), state, version: seen.version + 1 },
  });
  if (!after) {
    const { state: gone } = await tx.notice.findUniqueOrThrow({ where: { id: seen.id }, select: { state: true } });
    return refuse(GONE.includes(gone) ? 'already_sent' : 'changed_meanwhile');
  }
  if (state === 'pending' && after.dueAt <= now) {
    if (act === 'hurry') await hurryLane(deps, tx, after);
    await deps.jobs.wake(tx, LANE, nameOfLane(after));
  }
  return ok(after);
}
