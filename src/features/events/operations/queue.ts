import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { NOTICES } from '../ids.ts';
import type { EventRow } from '../queries/index.ts';
import { isOpen, nextInQueue, offerUntil, registrationStateOf, stateOf } from '../rules/index.ts';
import { type Concerned, notifyAll, type Spec, showOffers } from './say.ts';
import { settingsOf } from './settings.ts';

type Queued = Awaited<ReturnType<typeof queueOf>>[number];

const queueOf = (tx: Tx, eventId: string) =>
  tx.registration.findMany({
    where: { eventId, state: { in: ['waiting', 'offered'] } },
    include: { invitation: { include: { participation: { select: { channelId: true } } } } },
  });

/** Where a person is told of a seat: in the organisation's channel, where its people act, else in a direct message. */
function offerSpec({ id, personId, version, invitation }: Queued, cohortId: string, at: Date): Spec {
  const channel = invitation?.participation.channelId;
  const turn = version + 1;
  const params = { registrationId: id, turn };
  const to = channel ? { channel } : { person: personId };
  return { kind: NOTICES.offer, params, to, key: `${NOTICES.offer}:${id}:${turn}`, at, cohortId };
}

/** Ends offers whose time is over, or (`all`) the whole queue. Gives the registrations, with the organisations concerned. */
async function lapse(deps: Deps, tx: Tx, event: EventRow, now: Date, all: boolean): Promise<readonly Queued[]> {
  const over = (await queueOf(tx, event.id)).filter(
    ({ state, offeredUntil }) => all || (state === 'offered' && (offeredUntil ?? now) <= now),
  );
  for (const { id, state: from } of over) {
    const data = { state: 'lapsed', offeredUntil: null, changedAt: now, version: { increment: 1 } } as const;
    await tx.registration.update({ where: { id }, data });
    const line = { act: 'events.lapse', subject: 'registration', subjectId: id, cohortId: event.cohortId };
    await record(deps, tx, 'bot', now, { ...line, from, to: 'lapsed' });
  }
  if (over.length > 0)
    await showOffers(
      deps,
      tx,
      over.map(({ id }) => id),
    );
  return over;
}

/** Offers free seats to those who wait, in order, each until a moment. */
async function offer(deps: Deps, tx: Tx, event: EventRow, now: Date): Promise<readonly Queued[]> {
  const until = offerUntil(now, settingsOf(event.cohort).offerHours, event.startsAt);
  if (!until || !isOpen(stateOf(event.state))) return [];
  const waiting = await queueOf(tx, event.id);
  const { seats, taken } = await tx.event.findUniqueOrThrow({ where: { id: event.id } });
  const next = new Set(
    nextInQueue(
      waiting.map((one) => ({ ...one, state: registrationStateOf(one.state) })),
      { seats, taken },
    ),
  );
  const lucky = waiting.filter(({ id }) => next.has(id));
  for (const { id } of lucky) {
    const data = { state: 'offered', offeredUntil: until, changedAt: now, version: { increment: 1 } } as const;
    await tx.registration.update({ where: { id }, data });
    const line = { act: 'events.offer', subject: 'registration', subjectId: id, cohortId: event.cohortId };
    await record(deps, tx, 'bot', now, { ...line, from: 'waiting', to: 'offered' });
  }
  await notifyAll(
    deps,
    tx,
    lucky.map((one) => offerSpec(one, event.cohortId, now)),
  );
  return lucky;
}

type Moved = Exclude<Concerned, 'all'>;

/**
 * Brings the queue up to date, in the transaction that holds the event: offers that ran out lapse, and free seats are
 * offered to the next in order. Gives whose standing has changed.
 */
export async function turnQueue(deps: Deps, tx: Tx, event: EventRow, now: Date): Promise<Moved> {
  const lapsed = await lapse(deps, tx, event, now, false);
  const offered = await offer(deps, tx, event, now);
  const all = [...lapsed, ...offered];
  return {
    invitationIds: [...new Set(all.flatMap(({ invitationId }) => invitationId ?? []))],
    ownIds: all.flatMap(({ id, invitationId }) => (invitationId === null ? id : [])),
  };
}

/** Nobody waits any more: the event is over or will not be. */
export async function endQueue(deps: Deps, tx: Tx, event: EventRow, now: Date): Promise<void> {
  await lapse(deps, tx, event, now, true);
}
