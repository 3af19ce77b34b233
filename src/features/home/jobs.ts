import { z } from 'zod';
import { defineQueue } from '../../platform/feature.ts';
import { isFailure } from '../../platform/slack/failure.ts';
import { findPeople, identify } from '../people/public.ts';
import { REFRESH } from './ids.ts';
import { compose } from './operations/compose.ts';
import { homeView } from './views.ts';

/** Home is switched off, or the person is not to be reached any more: nobody sees it. */
const UNSEEN = ['not_enabled', 'user_not_found', 'user_disabled', 'user_not_visible'];

/** Publishes one person's Home as it is now. */
export const refreshQueue = defineQueue(REFRESH, z.object({ personId: z.uuid() }), async (deps, { personId }) => {
  const [person] = await findPeople(deps.db, [personId]);
  if (!person?.slackUserId || person.slackTeamId !== deps.home.teamId || person.isDeactivated) return;
  const now = deps.clock.now();
  const actor = await identify(deps, { userId: person.slackUserId, teamId: person.slackTeamId }, now);
  if (actor === 'unknown' || actor === 'deactivated') return;
  const { sections, broken } = await compose(deps, deps.offers.homes, actor, now);
  try {
    await deps.slack.publishHome(person.slackUserId, homeView(actor, sections, broken));
  } catch (error) {
    if (!isFailure(error, ...UNSEEN)) throw error;
  }
});
