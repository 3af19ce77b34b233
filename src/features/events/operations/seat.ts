import type { Actor } from '../../../core/actor.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Registration } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import {
  needsNoSeat,
  nextRegistration,
  type RegistrationAct,
  type RegistrationState,
  registrationStateOf,
  type Standing,
  seatFor,
} from '../rules/index.ts';

/** One act of somebody on people's seats, under the lock of the event. */
export type Seating = {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly eventId: string;
  readonly cohortId: string;
  /** An organisation's name, when staff act for it (R2). */
  readonly onBehalfOf: string | null;
};

const ACTS: Readonly<Partial<Record<RegistrationAct, string>>> = {
  sign_up: 'events.sign_up',
  queue: 'events.queue',
  claim: 'events.claim',
  decline: 'events.decline',
  excuse: 'events.excuse',
  replace: 'events.replace',
};

async function line(seating: Seating, id: string, act: RegistrationAct, from: string, to: string): Promise<void> {
  const { deps, tx, actor, now, cohortId, onBehalfOf } = seating;
  const what = { act: ACTS[act] ?? `events.${act}`, subject: 'registration', subjectId: id, cohortId };
  await record(deps, tx, actor, now, { ...what, from, to, onBehalfOf });
}

/** Takes a registration one step on; null when its state does not allow it. */
export async function step(
  seating: Seating,
  row: Registration,
  act: RegistrationAct,
  change: { readonly reason?: string | null } = {},
): Promise<RegistrationState | null> {
  const { tx, now } = seating;
  const from = registrationStateOf(row.state);
  const to = nextRegistration(from, act);
  if (!to) return null;
  const data = {
    state: to,
    offeredUntil: null,
    isToConfirm: false,
    changedAt: now,
    version: { increment: 1 },
    ...(needsNoSeat(from, act) ? { isExtra: true } : {}),
  } as const;
  await tx.registration.update({ where: { id: row.id }, data: { ...data, ...change } });
  await line(seating, row.id, act, from, to);
  return to;
}

type Newcomer = {
  readonly personId: string;
  readonly invitationId: string | null;
  readonly standing: Standing;
  readonly replacesId?: string;
  readonly isExtra?: boolean;
};

async function seatOrQueue({ tx, eventId }: Seating, standing: Standing): Promise<'sign_up' | 'queue'> {
  if (standing === 'expert') return 'sign_up';
  const { seats, taken } = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
  const waiting = await tx.registration.findMany({ where: { eventId, state: 'waiting' } });
  return seatFor(
    waiting.map(({ id, queueNumber }) => ({ id, queueNumber, state: 'waiting' })),
    { seats, taken },
  );
}

async function nextNumber({ tx, eventId }: Seating): Promise<number> {
  const last = await tx.registration.aggregate({ where: { eventId }, _max: { queueNumber: true } });
  return (last._max.queueNumber ?? 0) + 1;
}

/** Seats a person, or puts them at the end of the queue. `as`: the act is given, such as for a substitute. */
export async function seat(
  seating: Seating,
  who: Newcomer,
  as?: 'sign_up' | { readonly queueNumber: number },
): Promise<RegistrationState> {
  const { deps, tx, actor, now, eventId } = seating;
  const { personId, invitationId, standing } = who;
  const act = typeof as === 'object' ? 'queue' : (as ?? (await seatOrQueue(seating, standing)));
  const given = typeof as === 'object' ? as.queueNumber : null;
  const queueNumber = act === 'queue' ? (given ?? (await nextNumber(seating))) : null;
  const known = await tx.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });
  const from = known ? registrationStateOf(known.state) : 'none';
  const to = nextRegistration(from, act);
  if (!to) throw new Error(`a person who is ${from} cannot ${act}`);
  const id = known?.id ?? deps.ids.next();
  const whose = { invitationId, standing };
  const { replacesId = null, isExtra = false } = who;
  const data = { ...whose, state: to, queueNumber, isToConfirm: false, isExtra, reason: null, changedAt: now };
  if (known) await tx.registration.update({ where: { id }, data: { ...data, replacesId, version: { increment: 1 } } });
  else
    await tx.registration.create({
      data: {
        ...{ id, eventId, personId, ...data, replacesId },
        ...{ registeredBy: actor.personId, registeredAt: now, version: 1 },
      },
    });
  await line(seating, id, act, from, to);
  return to;
}

/** An organisation's seat, or its place in the queue, passes on to somebody else of it (39); the row must allow it. */
export async function passOn(seating: Seating, row: Registration, personId: string): Promise<void> {
  const { id, state, queueNumber, invitationId, isExtra } = row;
  await step(seating, row, 'replace');
  await seating.tx.registration.update({ where: { id }, data: { queueNumber: null } });
  const isQueued = (state === 'waiting' || state === 'offered') && queueNumber !== null;
  const newcomer = { personId, invitationId, standing: 'organisation', replacesId: id, isExtra } as const;
  await seat(seating, newcomer, isQueued ? { queueNumber } : 'sign_up');
}
