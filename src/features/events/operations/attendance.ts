import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import {
  dateOfCode,
  datesOf,
  isOpen,
  type Mark,
  MOST_TRIES,
  mayManage,
  stateOf,
  TRY_MINUTES,
  tidyCode,
  type Way,
} from '../rules/index.ts';
import { codeFrom } from './code.ts';
import { lockEvent } from './lock.ts';
import { showAgain, showCertificates } from './say.ts';
import { type Seating, step } from './seat.ts';
import { settingsOf } from './settings.ts';

export type MarkRefusal = 'not_allowed' | 'not_open' | 'not_that_day';

/** The states of people whose presence can be noted. */
export const PRESENT_STATES = ['going', 'attended', 'absent', 'excused'] as const;

const canBePresent = (state: string): boolean => PRESENT_STATES.some((one) => one === state);

type Whose = { readonly id: string; readonly invitationId: string | null };

/** Messages, cards and certificates show who was there as it stands now. */
async function showPresence({ deps, tx, eventId }: Seating, rows: readonly Whose[]): Promise<void> {
  const invitationIds = [...new Set(rows.flatMap(({ invitationId }) => invitationId ?? []))];
  const ownIds = rows.flatMap(({ id, invitationId }) => (invitationId === null ? id : []));
  await showAgain(deps, tx, eventId, { invitationIds, ownIds });
  await showCertificates(
    deps,
    tx,
    rows.map(({ id }) => id),
  );
}

type Marking = { readonly date: string; readonly way: Way; readonly from: 'staff' | 'code' };

/** Notes that somebody was there on a date; a second note of the same date changes how. */
async function mark({ deps, tx, actor, now }: Seating, registrationId: string, { date, way, from }: Marking) {
  const noted = { way, markedFrom: from, markedBy: actor.personId, markedAt: now };
  await tx.attendance.upsert({
    where: { registrationId_date: { registrationId, date } },
    create: { id: deps.ids.next(), registrationId, date, ...noted },
    update: noted,
  });
}

async function settle(seating: Seating, registrationId: string): Promise<void> {
  const { tx } = seating;
  const row = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    include: { attendances: true },
  });
  const isThere = row.attendances.length > 0;
  if (isThere && row.state !== 'attended') await step(seating, row, 'attend');
  if (!isThere && row.state === 'attended') await step(seating, row, 'miss');
}

type Known = { readonly id: string; readonly attendances: readonly { readonly way: string }[] };

/** Staff's note of a person and day; false: it says the same already, and nothing is written. */
async function note(seating: Seating, { id, attendances }: Known, date: string, way: Way | null): Promise<boolean> {
  if ((attendances[0]?.way ?? null) === way) return false;
  if (way) await mark(seating, id, { date, way, from: 'staff' });
  else await seating.tx.attendance.deleteMany({ where: { registrationId: id, date } });
  await settle(seating, id);
  return true;
}

/** Gives those of whom something else is noted now than before. */
async function noteAll(seating: Seating, date: string, marks: readonly Mark[]): Promise<readonly Whose[]> {
  const { tx, eventId } = seating;
  const wayOf = new Map(marks.map(({ registrationId, way }) => [registrationId, way]));
  const known = await tx.registration.findMany({
    where: { eventId, id: { in: [...wayOf.keys()] }, state: { in: [...PRESENT_STATES] } },
    include: { attendances: { where: { date } } },
  });
  const changed: Whose[] = [];
  for (const row of known) if (await note(seating, row, date, wayOf.get(row.id) ?? null)) changed.push(row);
  return changed;
}

export type Marks = { readonly eventId: string; readonly date: string; readonly marks: readonly Mark[] };

/**
 * Staff note who was there on a day, in the room or online (CO-15); also after the event, to put the list right.
 * A way of null takes a note away. Invitations, messages and certificates that were sent already show it.
 */
export async function markAttendance(
  deps: Deps,
  actor: Actor,
  now: Date,
  { eventId, date, marks }: Marks,
): Promise<Outcome<{ readonly present: number }, MarkRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const event = await lockEvent(tx, eventId);
    if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
    const state = stateOf(event.state);
    if (!isOpen(state) && state !== 'held') return refuse('not_open');
    if (!datesOf(event.sessions).includes(date)) return refuse('not_that_day');
    const { cohortId } = event;
    const seating = { deps, tx, actor, now, eventId, cohortId, onBehalfOf: null };
    const changed = await noteAll(seating, date, marks);
    if (changed.length > 0) await showPresence(seating, changed);
    const line = { act: 'events.attendance', subject: 'event', subjectId: eventId, cohortId };
    await record(deps, tx, actor, now, { ...line, detail: { date, people: changed.length } });
    return ok({ present: await tx.attendance.count({ where: { date, registration: { eventId } } }) });
  });
}

/** The code of a day, made when it is first shown. Staff only. */
export async function codeOfDay(
  deps: Deps,
  actor: Actor,
  now: Date,
  { eventId, date }: { readonly eventId: string; readonly date: string },
): Promise<Outcome<{ readonly code: string }, MarkRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const event = await lockEvent(tx, eventId);
    if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
    if (!isOpen(stateOf(event.state))) return refuse('not_open');
    if (!datesOf(event.sessions).includes(date)) return refuse('not_that_day');
    const known = await tx.eventCode.findUnique({ where: { eventId_date: { eventId, date } } });
    if (known) return ok({ code: known.code });
    const code = codeFrom(deps.ids.next());
    await tx.eventCode.create({ data: { eventId, date, code } });
    const line = { act: 'events.code', subject: 'event', subjectId: eventId, cohortId: event.cohortId };
    await record(deps, tx, actor, now, { ...line, detail: { date } });
    return ok({ code });
  });
}

export type CodeRefusal = 'not_open' | 'not_now' | 'not_registered' | 'wrong_code' | 'too_many_tries';

async function triesOf(tx: Tx, eventId: string, personId: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - TRY_MINUTES * 60_000);
  return tx.codeTry.count({ where: { eventId, personId, at: { gt: since } } });
}

type Typed = { readonly eventId: string; readonly date: string; readonly typed: string };

/** Looks at a code that was typed, and counts the wrong ones. Null: it is right. */
async function whyWrong({ deps, tx, actor, now }: Doing, { eventId, date, typed }: Typed) {
  const { personId } = actor;
  if ((await triesOf(tx, eventId, personId, now)) >= MOST_TRIES) return 'too_many_tries';
  const code = await tx.eventCode.findUnique({ where: { eventId_date: { eventId, date } } });
  if (code?.code === tidyCode(typed)) return null;
  await tx.codeTry.create({ data: { id: deps.ids.next(), eventId, personId, at: now } });
  return 'wrong_code';
}

/**
 * Somebody in the room types the code that is shown there, and is noted as present that day. Good during the day's
 * sessions and some minutes around them; five wrong codes in a quarter of an hour, and they have to wait or ask staff.
 */
export async function checkIn(
  deps: Deps,
  actor: Actor,
  now: Date,
  { eventId, typed }: { readonly eventId: string; readonly typed: string },
): Promise<Outcome<{ readonly date: string }, CodeRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const event = await lockEvent(tx, eventId);
    if (!event || !isOpen(stateOf(event.state))) return refuse('not_open');
    const { personId } = actor;
    const row = await tx.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });
    if (!row || !canBePresent(row.state)) return refuse('not_registered');
    const date = dateOfCode(event.sessions, now, settingsOf(event.cohort).codeMinutes);
    if (date === null) return refuse('not_now');
    const wrong = await whyWrong({ deps, tx, actor, now }, { eventId, date, typed });
    if (wrong) return refuse(wrong);
    const seating = { deps, tx, actor, now, eventId, cohortId: event.cohortId, onBehalfOf: null };
    await mark(seating, row.id, { date, way: event.form === 'online' ? 'online' : 'in_room', from: 'code' });
    await settle(seating, row.id);
    await showPresence(seating, [row]);
    return ok({ date });
  });
}
