import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { mayManage, next, stateOf } from '../rules/index.ts';
import { lockEvent } from './lock.ts';
import { endQueue } from './queue.ts';
import { showAgain } from './say.ts';
import { step } from './seat.ts';

export type HoldRefusal = 'not_allowed' | 'not_possible' | 'changed_meanwhile' | 'not_over';
export type Held = { readonly present: number; readonly absent: number };

/** Staff close the list of an event that has ended: who went and was on no day there is absent, until the list is put right. */
export async function holdEvent(
  deps: Deps,
  actor: Actor,
  now: Date,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Outcome<Held, HoldRefusal>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const event = await lockEvent(tx, id);
      if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
      const { cohortId, state: from } = event;
      const to = next(stateOf(from), 'hold');
      if (!to) return refuse('not_possible');
      if (event.version !== version) return refuse('changed_meanwhile');
      if (now < event.endsAt) return refuse('not_over');
      await endQueue(deps, tx, event, now);
      await tx.event.update({
        where: { id },
        data: { state: to, endedAt: now, shown: 'over', version: { increment: 1 } },
      });
      const seating = { deps, tx, actor, now, eventId: id, cohortId, onBehalfOf: null };
      await tx.registration.updateMany({ where: { eventId: id, isToConfirm: true }, data: { isToConfirm: false } });
      const missing = await tx.registration.findMany({ where: { eventId: id, state: 'going' } });
      for (const row of missing) await step(seating, row, 'miss');
      const present = await tx.registration.count({ where: { eventId: id, state: 'attended' } });
      const line = { act: 'events.hold', subject: 'event', subjectId: id, cohortId };
      await record(deps, tx, actor, now, { ...line, from, to, detail: { present, absent: missing.length } });
      await showAgain(deps, tx, id, 'all');
      return ok({ present, absent: missing.length });
    },
    60,
  );
}

/** Staff note that somebody who was not there was excused, with the reason. */
export async function excuseAbsent(
  deps: Deps,
  actor: Actor,
  now: Date,
  { registrationId, reason }: { readonly registrationId: string; readonly reason: string },
): Promise<Outcome<true, 'not_allowed' | 'not_possible'>> {
  return inTransaction(deps.db, async (tx) => {
    const found = await tx.registration.findUnique({ where: { id: registrationId }, select: { eventId: true } });
    const event = found && (await lockEvent(tx, found.eventId));
    if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
    const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } });
    const seating = { deps, tx, actor, now, eventId: event.id, cohortId: event.cohortId, onBehalfOf: null };
    return (await step(seating, row, 'excuse', { reason })) ? ok(true) : refuse('not_possible');
  });
}
