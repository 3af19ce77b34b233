import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { cohortById } from '../../programmes/public.ts';
import type { EventRow } from '../queries/index.ts';
import { type Form, mayManage, next, stateOf, type Timed } from '../rules/index.ts';
import { type About, isNowhere, momentsOf, type When, type WhenRefusal } from './facts.ts';
import { lockEvent } from './lock.ts';
import { turnQueue } from './queue.ts';
import { showAgain } from './say.ts';

export type NewEvent = About & When & { readonly id: string; readonly cohortId: string };
export type WriteRefusal =
  | WhenRefusal
  | 'not_allowed'
  | 'not_found'
  | 'not_possible'
  | 'changed_meanwhile'
  | 'where_first'
  | 'few_seats';

/** Writes the sessions of an event anew. */
export async function writeSessions(deps: Deps, tx: Tx, eventId: string, sessions: readonly Timed[]): Promise<void> {
  await tx.eventSession.deleteMany({ where: { eventId } });
  await tx.eventSession.createMany({
    data: sessions.map(({ date, from, to, startsAt, endsAt }) => ({
      ...{ id: deps.ids.next(), eventId, date, fromTime: from, toTime: to, startsAt, endsAt },
    })),
  });
}

/** Staff set up an event as a draft that nobody else sees (CO-14). A form sent twice is one event: `id` is made when it opens. */
export async function createEvent(
  deps: Deps,
  actor: Actor,
  now: Date,
  fresh: NewEvent,
): Promise<Outcome<{ readonly id: string }, WriteRefusal>> {
  const { id, cohortId, sessions: _sessions, signUp: _signUp, place: _place, link: _link, ...about } = fresh;
  if (!mayManage(actor, cohortId)) return refuse('not_allowed');
  const moments = momentsOf(fresh, about.form, now, null);
  if (!moments.ok) return moments;
  return inTransaction(deps.db, async (tx) => {
    if (!(await cohortById(tx, cohortId))) return refuse('not_found');
    if (await tx.event.findUnique({ where: { id } })) return ok({ id });
    const { sessions, columns } = moments.value;
    const start = { state: 'draft', taken: 0, sequence: 0, changedAt: now, shown: 'open' };
    await tx.event.create({
      data: {
        ...{ id, cohortId, ...about, topics: [...about.topics], ...columns, ...start },
        ...{ createdBy: actor.personId, createdAt: now, version: 1 },
      },
    });
    await writeSessions(deps, tx, id, sessions);
    const line = { act: 'events.create', subject: 'event', subjectId: id, cohortId, to: 'draft' };
    await record(deps, tx, actor, now, line);
    return ok({ id });
  });
}

type Change = { readonly id: string; readonly version: number; readonly about: About; readonly when: When | null };

async function seatsFit(tx: Tx, eventId: string, { seats, seatsPerOrganisation }: About): Promise<boolean> {
  const { taken } = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
  const most = await tx.eventInvitation.aggregate({ where: { eventId }, _max: { taken: true } });
  return (seats === null || taken <= seats) && (most._max.taken ?? 0) <= seatsPerOrganisation;
}

type Moments = Extract<ReturnType<typeof momentsOf>, { readonly ok: true }>['value'];

/** When and where a draft is now; an announced event (null) keeps that, and its form has to suit it. */
function newMoments(when: When | null, form: Form, event: EventRow, now: Date) {
  if (when) return momentsOf(when, form, now, null);
  return isNowhere(form, event) ? refuse('where_first') : ok(null);
}

async function rewrite(deps: Deps, tx: Tx, id: string, about: About, moments: Moments | null): Promise<void> {
  const data = { ...about, topics: [...about.topics], ...moments?.columns, version: { increment: 1 } };
  await tx.event.update({ where: { id }, data });
  const { seatsPerOrganisation: seats } = about;
  await tx.eventInvitation.updateMany({ where: { eventId: id }, data: { seats } });
  if (moments) await writeSessions(deps, tx, id, moments.sessions);
}

/**
 * Staff change what is said of an event; of a draft also when and where it is (of an announced one `moveEvent` does that).
 * Cards show it at once, and more seats are offered to those who wait. Refuses fewer seats than are taken, and a form for
 * which an announced event lacks the place or link.
 */
export async function editEvent(
  deps: Deps,
  actor: Actor,
  now: Date,
  { id, version, about, when }: Change,
): Promise<Outcome<{ readonly id: string }, WriteRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const event = await lockEvent(tx, id);
    if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
    const state = stateOf(event.state);
    if (!next(state, 'edit') || (when && state !== 'draft')) return refuse('not_possible');
    if (event.version !== version) return refuse('changed_meanwhile');
    const moments = newMoments(when, about.form, event, now);
    if (!moments.ok) return moments;
    if (!(await seatsFit(tx, id, about))) return refuse('few_seats');
    await rewrite(deps, tx, id, about, moments.value);
    const line = { act: 'events.edit', subject: 'event', subjectId: id, cohortId: event.cohortId };
    await record(deps, tx, actor, now, { ...line, from: state, to: state });
    await turnQueue(deps, tx, event, now);
    await showAgain(deps, tx, id, 'all');
    return ok({ id });
  });
}

/** Staff throw a draft away. */
export async function dropEvent(
  deps: Deps,
  actor: Actor,
  now: Date,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Outcome<true, 'not_allowed' | 'not_possible' | 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const event = await lockEvent(tx, id);
    if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
    const to = next(stateOf(event.state), 'drop');
    if (!to) return refuse('not_possible');
    if (event.version !== version) return refuse('changed_meanwhile');
    await tx.event.update({ where: { id }, data: { state: to, endedAt: now, version: { increment: 1 } } });
    const line = { act: 'events.drop', subject: 'event', subjectId: id, cohortId: event.cohortId };
    await record(deps, tx, actor, now, { ...line, from: 'draft', to });
    return ok(true);
  });
}
