import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { absenceHolds, hoursButton } from '../availability/public.ts';
import { definitionOf } from '../programmes/public.ts';
import { NOTICES } from './ids.ts';
import { withCalendar } from './operations/index.ts';
import { type ConsultationRow, consultationById, entryById, moveById, questionById } from './queries/index.ts';
import { stateOf } from './rules/index.ts';
import {
  awayMessage,
  endedMessage,
  movedMessage,
  offeredMessage,
  questionMessage,
  type Reader,
  type Told,
  takenMessage,
  timeMessage,
  wishMessage,
} from './views/index.ts';

const to = z.enum(['organisation', 'expert']);

/** A consultation as its messages speak of it. */
const toldOf = (row: ConsultationRow, reader: Reader): Told => ({
  ...{ id: row.id, participationId: row.participationId, state: stateOf(row.state), to: reader },
  ...{ organisation: row.participation.organisation.name, expert: row.expert.name },
  time: { start: row.startsAt, end: row.endsAt, zone: row.zone },
  ...{ kind: row.kind, place: row.place, link: row.link, topic: row.topic, openUntil: row.openUntil },
  ...{ isLate: row.isLate, reason: row.endReason, wasBooked: row.bookedAt !== null },
});

type Found = { readonly row: ConsultationRow; readonly facts: Told };

async function told({ db }: Deps, consultationId: string, reader: Reader): Promise<Found | null> {
  const row = await consultationById(db, consultationId);
  return row && { row, facts: toldOf(row, reader) };
}

/** A booking, a request or its approval. */
export const timeNotice = defineNotice(
  NOTICES.time,
  z.object({ consultationId: z.uuid(), step: z.enum(['first', 'approved']), to }),
  async (deps, { consultationId, step, to: reader }, locale) => {
    const found = await told(deps, consultationId, reader);
    return found && withCalendar(timeMessage(found.facts, step, locale), found.row, reader, locale);
  },
);

/** A new time. A message about a move that another has overtaken shows the time that holds now (N8). */
export const movedNotice = defineNotice(
  NOTICES.moved,
  z.object({ moveId: z.uuid(), to }),
  async (deps, { moveId, to: reader }, locale) => {
    const move = await moveById(deps.db, moveId);
    const found = move && (await told(deps, move.consultationId, reader));
    if (!found) return null;
    const { row, facts } = found;
    const from = { start: move.fromStartsAt, end: move.fromEndsAt, zone: facts.time.zone };
    return withCalendar(movedMessage(facts, { from, reason: move.reason }, locale), row, reader, locale);
  },
);

/** A consultation that will not be. */
export const endedNotice = defineNotice(
  NOTICES.ended,
  z.object({ consultationId: z.uuid(), to }),
  async (deps, { consultationId, to: reader }, locale) => {
    const found = await told(deps, consultationId, reader);
    return found && withCalendar(endedMessage(found.facts, locale), found.row, reader, locale);
  },
);

/**
 * Both sides are asked to move what is booked in the expert's absence; afterwards it says that it is settled, or that it
 * stays where it is because the absence was ended.
 */
export const awayNotice = defineNotice(
  NOTICES.away,
  z.object({ consultationId: z.uuid(), absenceId: z.uuid(), from: z.iso.datetime(), until: z.iso.datetime(), to }),
  async (deps, { consultationId, absenceId, from, until, to: reader }, locale, isSaid) => {
    const found = await told(deps, consultationId, reader);
    if (!found) return null;
    const { facts } = found;
    const { start, end } = facts.time;
    const isThen = start < new Date(until) && new Date(from) < end;
    const plea = (await absenceHolds(deps.db, absenceId)) ? 'stands' : 'taken_back';
    const standing = isThen ? plea : 'settled';
    return standing === 'stands' || isSaid ? awayMessage(facts, standing, locale) : null;
  },
);

/** A time for the next of the queue. */
export const offeredNotice = defineNotice(
  NOTICES.offered,
  z.object({ entryId: z.uuid(), consultationId: z.uuid() }),
  async ({ db }, { entryId, consultationId }, locale, isSaid) => {
    const entry = await entryById(db, entryId);
    const row = await consultationById(db, consultationId);
    if (!entry || !row) return null;
    // Withdrawn with the expert's time, and its place in the queue kept.
    const known = entry.consultationId === consultationId ? entry.state : 'gone';
    if (!isSaid && known !== 'offered') return null;
    const { participationId } = entry;
    const time = { start: row.startsAt, end: row.endsAt, zone: row.zone };
    const state = z.enum(['offered', 'claimed', 'lapsed', 'left', 'gone']).parse(known);
    const offer = { entryId, consultationId, participationId, expert: entry.expert.name, time, until: row.openUntil };
    return offeredMessage({ ...offer, state }, locale);
  },
);

/** An organisation asks for a time where none is free. */
export const wishNotice = defineNotice(
  NOTICES.wish,
  z.object({ entryId: z.uuid() }),
  async ({ db }, { entryId }, locale, isSaid) => {
    const entry = await entryById(db, entryId);
    const waits = entry?.state === 'waiting';
    if (!entry || !(waits || isSaid)) return null;
    const organisation = entry.participation.organisation.name;
    return wishMessage({ organisation, words: entry.wish, waits, hours: hoursButton(locale) }, locale);
  },
);

const fieldOf = (cohort: { readonly definition: unknown }, key: string, locale: Locale): string =>
  definitionOf(cohort).expertFields.find((field) => field.key === key)?.label[locale] ?? key;

/** A question, for each expert of its field. */
export const questionNotice = defineNotice(
  NOTICES.question,
  z.object({ questionId: z.uuid(), personId: z.uuid() }),
  async ({ db }, { questionId, personId }, locale, isSaid) => {
    const question = await questionById(db, questionId);
    if (!question || !(isSaid || question.state === 'open')) return null;
    const { participation, text, takenBy, taker } = question;
    const state = z.enum(['open', 'taken', 'withdrawn']).parse(question.state);
    const field = fieldOf(participation.cohort, question.field, locale);
    const organisation = participation.organisation.name;
    const isOwn = takenBy === personId;
    return questionMessage({ questionId, organisation, field, text, state, taker: taker?.name ?? null, isOwn }, locale);
  },
);

/** The organisation hears who will answer its question. */
export const takenNotice = defineNotice(
  NOTICES.taken,
  z.object({ questionId: z.uuid() }),
  async ({ db }, { questionId }, locale) => {
    const question = await questionById(db, questionId);
    if (!question?.taker) return null;
    const field = fieldOf(question.participation.cohort, question.field, locale);
    return takenMessage({ taker: question.taker.name, field }, locale);
  },
);
