import { z } from 'zod';
import { civilOf } from '../../core/calendar/index.ts';
import { defineNotice } from '../../platform/feature.ts';
import { activeOf } from '../assignments/public.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { requestById, silenceById } from './queries.ts';
import { topicOf } from './rules/index.ts';
import { raisedMessage, silentMessage } from './views/index.ts';

/** A private word, for staff. */
export const raisedNotice = defineNotice(
  NOTICES.raised,
  z.object({ requestId: z.uuid() }),
  async ({ db }, { requestId }, locale) => {
    const row = await requestById(db, requestId);
    const topic = row && topicOf(row.topic);
    if (!row || !topic) return null;
    const [person] = await findPeople(db, [row.personId]);
    const { organisation, cohort } = row.participation;
    const lead = await activeOf(db, row.participationId);
    const facts = { requestId, participationId: row.participationId, person: person?.name ?? '?', topic };
    const shown = { ...facts, organisation: organisation.name, cohort: cohort.name, text: row.text };
    return raisedMessage(
      { ...shown, answerOn: row.answerOn, isClosed: row.closedAt !== null, isLed: lead !== null },
      locale,
    );
  },
);

/** That nothing comes from an expert, for staff; nothing when somebody else leads the organisation by then. */
export const silentNotice = defineNotice(
  NOTICES.silent,
  z.object({ signalId: z.uuid() }),
  async ({ db }, { signalId }, locale) => {
    const row = await silenceById(db, signalId);
    const lead = row && (await activeOf(db, row.participationId));
    if (!row || lead?.expertId !== row.expertId) return null;
    const { organisation, cohort } = row.participation;
    const facts = { signalId, participationId: row.participationId, fact: row.fact, since: civilOf(row.since).date };
    const names = { expert: lead.expert.name, organisation: organisation.name, cohort: cohort.name };
    return silentMessage({ ...facts, ...names, isDismissed: row.dismissedAt !== null }, locale);
  },
);
