import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { callPhase } from '../../programmes/public.ts';
import { findForReview, type Reviewed } from '../queries/review.ts';
import { canWork, type Shift, type StageRefusal } from '../rules/decisions.ts';

/** Whoever checks, decides or releases in a call holds this lock, so that its lists are worked on one act at a time. */
export async function lockCall(tx: Tx, callId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Call" WHERE id = ${callId}::uuid FOR UPDATE`;
}

export type WorkRefusal = 'not_allowed' | 'changed_meanwhile' | StageRefusal;
export type Target = { readonly id: string; readonly version: number };

/**
 * An application for staff of its cohort to work on, with its call locked. Refuses everybody else in the same way as for
 * an application that does not exist (SY-5), work outside its time (CO-7), and a version that is no longer the present
 * one (R4).
 */
export async function openForWork(
  tx: Tx,
  actor: Actor,
  now: Date,
  target: Target,
): Promise<Outcome<Reviewed, WorkRefusal>> {
  const seen = await tx.application.findUnique({ where: { id: target.id }, select: { callId: true, cohortId: true } });
  if (!seen || !isStaff(actor, seen.cohortId)) return refuse('not_allowed');
  await lockCall(tx, seen.callId);
  // The applicant can withdraw without the call's lock; this makes the version check below exact.
  await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${target.id}::uuid FOR UPDATE`;
  const application = await findForReview(tx, target.id);
  if (!application) return refuse('not_allowed');
  const { call } = application;
  const stage = canWork({ phase: callPhase(call, now), released: call.releasedAt !== null });
  if (!stage.ok) return stage;
  return application.version === target.version ? ok(application) : refuse('changed_meanwhile');
}

/** Moves the reserve positions of the other applications of a call; their versions go up, because staff see them (R4). */
export async function applyShifts(
  tx: Tx,
  application: { readonly id: string; readonly callId: string },
  shifts: readonly Shift[],
): Promise<void> {
  for (const { from, by } of shifts) {
    await tx.application.updateMany({
      where: { callId: application.callId, id: { not: application.id }, reservePosition: { gte: from } },
      data: { reservePosition: { increment: by }, version: { increment: 1 } },
    });
  }
}

/**
 * Takes an application off the prepared list or the reserve list when it leaves the call, so that no gap stays
 * (invariant 9, APP-6). Joins the withdrawal's transaction, before the application itself is written; does not touch
 * its version.
 */
export async function leaveList(tx: Tx, id: string): Promise<void> {
  const { callId } = await tx.application.findUniqueOrThrow({ where: { id }, select: { callId: true } });
  await lockCall(tx, callId);
  const { reservePosition } = await tx.application.findUniqueOrThrow({
    where: { id },
    select: { reservePosition: true },
  });
  if (reservePosition !== null) await applyShifts(tx, { id, callId }, [{ from: reservePosition + 1, by: -1 }]);
  await tx.application.update({ where: { id }, data: UNDECIDED });
}

/** The fields of an application for which nothing is prepared. */
export const UNDECIDED = { preparedDecision: null, preparedReason: null, reservePosition: null } as const;
