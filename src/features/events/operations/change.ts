import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { NOTICES } from '../ids.ts';
import { type EventRow, eventById, invitationsOf } from '../queries/index.ts';
import { COUNTED, datesOf, formOf, mayManage, next, stateOf } from '../rules/index.ts';
import { momentsOf, type When, type WhenRefusal } from './facts.ts';
import { lockEvent } from './lock.ts';
import { endQueue } from './queue.ts';
import { changedKey, notifyAll, type Spec, showAgain } from './say.ts';
import { writeSessions } from './write.ts';

type Base = {
  /** Made when the form opens: asked for twice, it is done once (R3). */
  readonly changeId: string;
  readonly eventId: string;
  /** As it was seen. */
  readonly version: number;
  readonly reason: string | null;
};
export type MoveWish = Base & { readonly act: 'move' | 'confirm'; readonly when: When };
export type CancelWish = Base & { readonly act: 'cancel' };
export type ChangeWish = MoveWish | CancelWish;
export type ChangeRefusal =
  | WhenRefusal
  | 'not_allowed'
  | 'not_possible'
  | 'changed_meanwhile'
  | 'reason_missing'
  | 'day_attended';
export type Changed = { readonly told: number };

/** Whom a change of an announced event concerns: each invited organisation, and those who come for themselves. */
export async function concernedBy(db: Db | Tx, eventId: string) {
  const invitations = await invitationsOf(db, eventId);
  const own = await db.registration.findMany({
    where: { eventId, invitationId: null, state: { in: [...COUNTED] } },
    select: { id: true, personId: true },
  });
  return { invitations, own };
}

/** Looks whether a change can be made; nothing is written. A day on which somebody was there stays. */
export async function previewChange(
  db: Db | Tx,
  actor: Actor,
  now: Date,
  wish: ChangeWish,
): Promise<Outcome<{ readonly event: EventRow }, ChangeRefusal>> {
  const event = await eventById(db, wish.eventId);
  if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
  if (!next(stateOf(event.state), wish.act)) return refuse('not_possible');
  if (event.version !== wish.version) return refuse('changed_meanwhile');
  if (wish.act !== 'confirm' && wish.reason === null) return refuse('reason_missing');
  if (wish.act === 'cancel') return ok({ event });
  const moments = momentsOf(wish.when, formOf(event.form), now, event.sessions);
  if (!moments.ok) return moments;
  const gone = { date: { notIn: [...datesOf(wish.when.sessions)] }, registration: { eventId: event.id } };
  return (await db.attendance.count({ where: gone })) > 0 ? refuse('day_attended') : ok({ event });
}

type Concerned = Awaited<ReturnType<typeof concernedBy>>;

async function tell({ deps, tx, now }: Doing, { cohortId }: EventRow, changeId: string, concerned: Concerned) {
  const { invitations, own } = concerned;
  const about = { kind: NOTICES.changed, at: now, cohortId };
  const organisations = invitations.flatMap(({ id, participation }): readonly Spec[] => {
    const { channelId: channel } = participation;
    const params = { changeId, invitationId: id, registrationId: null };
    return channel ? [{ ...about, params, to: { channel }, key: changedKey(changeId, id) }] : [];
  });
  const people = own.map(({ id, personId }): Spec => {
    const params = { changeId, invitationId: null, registrationId: id };
    return { ...about, params, to: { person: personId }, key: changedKey(changeId, id) };
  });
  const specs = [...organisations, ...people];
  await notifyAll(deps, tx, specs);
  return specs.length;
}

async function write({ deps, tx, now }: Doing, event: EventRow, wish: ChangeWish, to: string) {
  const common = { state: to, sequence: { increment: 1 }, changedAt: now, version: { increment: 1 } } as const;
  if (wish.act === 'cancel') {
    await tx.event.update({ where: { id: event.id }, data: { ...common, reason: wish.reason, endedAt: now } });
    await endQueue(deps, tx, event, now);
    return event.startsAt;
  }
  const moments = momentsOf(wish.when, formOf(event.form), now, event.sessions);
  if (!moments.ok) throw new Error(`looked at before: ${moments.reason}`);
  const { sessions, columns } = moments.value;
  await tx.event.update({ where: { id: event.id }, data: { ...common, ...columns, shown: 'open' } });
  await writeSessions(deps, tx, event.id, sessions);
  // The seats are kept; those who have them say again whether they come (CO-14), also after a day of several.
  const going = { eventId: event.id, state: { in: ['going', 'attended'] } };
  await tx.registration.updateMany({ where: going, data: { isToConfirm: true, version: { increment: 1 } } });
  return columns.startsAt;
}

/**
 * Moves an announced event, confirms its provisional dates, or cancels it, in the transaction at hand. Everybody it
 * concerns is told once; cards, invitations and calendar files show what holds now. After new dates those who go are
 * asked again whether they come, and keep their seats meanwhile.
 */
export async function changeEventIn(doing: Doing, wish: ChangeWish): Promise<Outcome<Changed, ChangeRefusal>> {
  const { deps, tx, actor, now } = doing;
  const { eventId, changeId, act } = wish;
  await lockEvent(tx, eventId);
  if (await tx.eventChange.findUnique({ where: { id: changeId } })) return ok({ told: 0 });
  const looked = await previewChange(tx, actor, now, wish);
  if (!looked.ok) return looked;
  const { event } = looked.value;
  const to = next(stateOf(event.state), act);
  if (!to) return refuse('not_possible');
  const concerned = await concernedBy(tx, eventId);
  const toStarts = await write(doing, event, wish, to);
  await showAgain(deps, tx, eventId, 'all');
  const { reason } = wish;
  const { personId } = actor;
  await tx.eventChange.create({
    data: { id: changeId, eventId, act, fromStarts: event.startsAt, toStarts, reason, personId, at: now },
  });
  const told = await tell(doing, event, changeId, concerned);
  const line = { act: `events.${act}`, subject: 'event', subjectId: eventId, cohortId: event.cohortId };
  await record(deps, tx, actor, now, { ...line, from: event.state, to, reason });
  return ok({ told });
}
