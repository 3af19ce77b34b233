import { z } from 'zod';
import { civilOf } from '../../core/calendar/index.ts';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { cohortById } from '../programmes/public.ts';
import { NOTICES } from './ids.ts';
import { countedOf, sheetFiles } from './operations/index.ts';
import { cardFacts, factsOf, heldOf, meetingById, meetingOfCard, missedOf, questionOf } from './queries/index.ts';
import { effectsOf, minutesOfMeeting } from './rules/index.ts';
import {
  askedMessage,
  cardMessage,
  commentedMessage,
  disagreedMessage,
  endedMessage,
  missedMessage,
  sheetMessage,
} from './views/index.ts';

const aboutMeeting = z.object({ consultationId: z.uuid(), isFirst: z.boolean().optional() });

/** The question to one side; not worth saying when that side has spoken, or the meeting is no more. */
export const askedNotice = defineNotice(
  NOTICES.asked,
  z.object({ consultationId: z.uuid(), side: z.enum(['organisation', 'expert']) }),
  async (deps, { consultationId, side }, locale, isSaid) => {
    const row = await meetingById(deps.db, consultationId);
    if (!row) return null;
    const question = questionOf(row, deps.clock.now());
    if (!isSaid && (question.state !== 'open' || question.said[side] !== null)) return null;
    return askedMessage({ ...factsOf(row), ...question, side }, locale);
  },
);

export const disagreedNotice = defineNotice(
  NOTICES.disagreed,
  aboutMeeting,
  async (deps, { consultationId }, locale, isSaid) => {
    const row = await meetingById(deps.db, consultationId);
    if (!row) return null;
    const question = questionOf(row, deps.clock.now());
    if (!isSaid && question.state !== 'staff') return null;
    return disagreedMessage({ ...factsOf(row), ...question }, locale);
  },
);

export const missedNotice = defineNotice(NOTICES.missed, aboutMeeting, async (deps, { consultationId }, locale) => {
  const row = await meetingById(deps.db, consultationId);
  return row && missedOf(row) === 'expert' ? missedMessage(factsOf(row), locale) : null;
});

export const endedNotice = defineNotice(
  NOTICES.ended,
  aboutMeeting,
  async (deps, { consultationId, isFirst = true }, locale) => {
    const row = await meetingById(deps.db, consultationId);
    if (!row?.tookPlace?.outcome) return null;
    const { state } = questionOf(row, deps.clock.now());
    if (typeof state === 'string') return null;
    const isFree = effectsOf(state, isFirst).quota === 'nothing';
    return endedMessage({ ...factsOf(row), isFree, participationId: row.participationId }, locale);
  },
);

export const cardNotice = defineNotice(
  NOTICES.card,
  z.object({ cardId: z.uuid(), number: z.int().min(1) }),
  async (deps, { cardId, number }, locale, isSaid) => {
    const row = await meetingOfCard(deps.db, cardId);
    const facts = row && (await cardFacts(deps.db, row, number));
    if (!facts || (!isSaid && facts.number < facts.newest)) return null;
    return cardMessage(facts, locale);
  },
);

export const commentedNotice = defineNotice(
  NOTICES.commented,
  z.object({ commentId: z.uuid() }),
  async (deps, { commentId }, locale) => {
    const comment = await deps.db.cardComment.findUnique({ where: { id: commentId } });
    const row = comment && (await meetingOfCard(deps.db, comment.cardId));
    if (!comment || !row) return null;
    const [person] = await findPeople(deps.db, [comment.personId]);
    const { consultationId, organisation, startsAt, zone } = factsOf(row);
    const facts = { consultationId, organisation, startsAt, zone, comment: comment.text };
    return commentedMessage({ ...facts, person: person?.name ?? '?' }, locale);
  },
);

/** The settlement for whoever asked, with what is known at the moment of sending. */
export const sheetNotice = defineNotice(
  NOTICES.sheet,
  z.object({ personId: z.uuid(), cohortId: z.uuid().nullable() }),
  async (deps, { personId, cohortId }, locale) => {
    const cohort = cohortId === null ? null : await cohortById(deps.db, cohortId);
    const held = await heldOf(deps.db, cohortId === null ? { expertId: personId } : { cohortId });
    const minutes = held.map(countedOf).reduce((sum, one) => sum + minutesOfMeeting(one), 0);
    const files = await sheetFiles(held, civilOf(deps.clock.now()).date);
    return sheetMessage({ cohort: cohort?.name ?? null, meetings: held.length, minutes, files }, locale);
  },
);
