import { z } from 'zod';
import { defineNotice } from '../../../platform/feature.ts';
import { findPeople } from '../../people/public.ts';
import { callById, definitionOf } from '../../programmes/public.ts';
import { admittedOf, findResult, standingResults, tellByHand } from '../queries/results.ts';
import { resultCounts } from '../rules/decisions.ts';
import { publicList } from '../views/public-list.ts';
import { summaryMessage } from '../views/release.ts';
import { resultMessage } from '../views/result.ts';

/** The applicant's result; not said any more when the application was withdrawn meanwhile. */
export const resultNotice = defineNotice(
  'applications.result',
  z.object({ applicationId: z.uuid() }),
  async (deps, { applicationId }, locale) => {
    const application = await findResult(deps.db, applicationId);
    if (!application?.call.releasedAt) return null;
    return resultMessage(application, definitionOf(application.cohort).checklist, locale);
  },
);

const ofCall = z.object({ callId: z.uuid() });

/** The summary for the cohort's staff. */
export const releasedNotice = defineNotice('applications.released', ofCall, async (deps, { callId }, locale) => {
  const call = await callById(deps.db, callId);
  if (!call?.releasedAt) return null;
  const [{ applications }, hand, people] = await Promise.all([
    standingResults(deps.db, callId),
    tellByHand(deps.db, call),
    findPeople(deps.db, call.releasedBy ? [call.releasedBy] : []),
  ]);
  const counts = resultCounts(applications);
  const byHand = hand.filter((row) => !row.told).length;
  return summaryMessage({ call, counts, by: people[0]?.name ?? '', byHand }, locale);
});

/** Names and towns of the admitted, for the cohort's open channel. */
export const publicListNotice = defineNotice('applications.public_list', ofCall, async (deps, { callId }, locale) => {
  const call = await callById(deps.db, callId);
  const admitted = await admittedOf(deps.db, callId);
  return call && admitted.length > 0 ? publicList(call.cohort.name, admitted, locale) : null;
});
