import { z } from 'zod';
import type { Deps } from '../../../platform/deps.ts';
import { defineQueue } from '../../../platform/feature.ts';
import { findPeople, STAFF_ADDED } from '../../people/public.ts';
import { listCohorts } from '../queries.ts';

/** Cohorts whose channels somebody new in the team is brought into; older ones can be joined by hand. */
const NEWEST = 20;

/** Brings a person who was named staff into the channels of the cohorts there are. Being there already is fine. */
async function welcomeStaff(deps: Deps, personId: string): Promise<void> {
  const [person] = await findPeople(deps.db, [personId]);
  const userId = person?.slackUserId;
  if (!userId || person.isDeactivated) return;
  const cohorts = (await listCohorts(deps.db)).slice(0, NEWEST);
  for (const channel of cohorts.flatMap((cohort) => [cohort.staffChannelId, cohort.channelId])) {
    const refused = channel ? await deps.slack.invite(channel, [userId]) : [];
    for (const { code } of refused) deps.log.warn({ channel, code }, 'new staff could not be invited');
  }
}

export const newcomerQueue = defineQueue(STAFF_ADDED, z.object({ personId: z.uuid() }), (deps, { personId }) =>
  welcomeStaff(deps, personId),
);
