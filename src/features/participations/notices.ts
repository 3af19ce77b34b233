import { z } from 'zod';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { type HelpTopic, NOTICES } from './ids.ts';
import { helpRequestById, participationById, troublesOf } from './queries/index.ts';
import { askedMessage, reportMessage } from './views/index.ts';

/** How the making of a channel ended, for staff; nothing when there is nothing (any more) to say. */
export const reportNotice = defineNotice(
  NOTICES.report,
  z.object({ participationId: z.uuid(), asked: z.boolean() }),
  async (deps, { participationId, asked }, locale) => {
    const place = await participationById(deps.db, participationId);
    if (!place) return null;
    const [trouble] = await troublesOf(deps.db, [place]);
    if (!trouble) return null;
    const isQuiet = trouble.problems.length === 0 && trouble.outside.length === 0 && !asked;
    return isQuiet ? null : reportMessage(trouble, locale);
  },
);

/** A private word from an organisation's channel, for staff. */
export const helpNotice = defineNotice(
  NOTICES.help,
  z.object({ requestId: z.uuid() }),
  async (deps, params, locale) => {
    const request = await helpRequestById(deps.db, params.requestId);
    if (!request) return null;
    const [person] = await findPeople(deps.db, [request.personId]);
    const { organisation, cohort, channelId } = request.participation;
    const topic = request.topic as HelpTopic;
    const asked = { person: person?.name ?? '?', organisation: organisation.name, cohort: cohort.name, channelId };
    return askedMessage({ ...asked, topic, text: request.text }, locale);
  },
);
