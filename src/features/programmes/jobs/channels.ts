import { withSuffix } from '../../../core/slug.ts';
import { collapse } from '../../../core/text.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import { findPeople } from '../../people/public.ts';
import { type CohortWithCalls, cohortOfChannel, staffPersonIds } from '../queries.ts';
import { definitionOf } from '../rules/definition/index.ts';
import type { Problem } from '../rules/problems.ts';
import { texts } from '../texts.ts';

/** How many names are tried before staff is asked. */
const NAMES_TRIED = 20;
/** Slack's limit for a channel's purpose. */
const PURPOSE_MAX = 250;

const words = texts('pl');

/** A channel of ours that nothing uses: made by a run that was cut off before it could write it down. */
async function leftOver(deps: Deps, name: string): Promise<string | null> {
  const channelId = await deps.slack.findOwnChannel(name);
  if (channelId === null) return null;
  const [cohort, place] = await Promise.all([
    cohortOfChannel(deps.db, channelId),
    deps.db.participation.findUnique({ where: { channelId } }),
  ]);
  return cohort || place ? null : channelId;
}

/** Makes a channel under the first free name: `debiuty-2024`, `debiuty-2024-2`, … Archived channels keep theirs. */
async function createNamed(deps: Deps, base: string, isPrivate: boolean): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : withSuffix(base, n);
    try {
      return await deps.slack.createChannel(name, isPrivate);
    } catch (error) {
      if (!isFailure(error, 'name_taken')) throw error;
      const found = await leftOver(deps, name);
      if (found) return found;
      if (n >= NAMES_TRIED) throw error;
    }
  }
}

/** The purpose is decoration: a refusal is no reason to stop. */
async function describe(deps: Deps, channelId: string, purpose: string): Promise<void> {
  try {
    await deps.slack.setPurpose(channelId, collapse(purpose).slice(0, PURPOSE_MAX));
  } catch (error) {
    if (!isFailure(error)) throw error;
    deps.log.warn({ channelId, code: error.code }, 'purpose not set');
  }
}

/** The cohort's open channel; nothing when it is there. */
export async function ensureChannel(deps: Deps, cohort: CohortWithCalls): Promise<undefined> {
  if (cohort.channelId) return;
  const channelId = await createNamed(deps, cohort.slug, false);
  await deps.db.cohort.update({ where: { id: cohort.id }, data: { channelId } });
  await describe(deps, channelId, words.card.purpose(definitionOf(cohort).name.pl));
}

/** The private channel of the cohort's staff; nothing when it is there. */
export async function ensureStaffChannel(deps: Deps, cohort: CohortWithCalls): Promise<undefined> {
  if (cohort.staffChannelId) return;
  const staffChannelId = await createNamed(deps, `${cohort.slug}-zespol`, true);
  await deps.db.cohort.update({ where: { id: cohort.id }, data: { staffChannelId } });
  await describe(deps, staffChannelId, words.card.staffPurpose(cohort.name));
}

/** Invites the staff to both channels. Bots, deactivated accounts and people without Slack are passed over. */
export async function inviteStaff(deps: Deps, cohort: CohortWithCalls): Promise<readonly Problem[]> {
  const staff = await findPeople(deps.db, await staffPersonIds(deps.db, cohort.id));
  const able = staff.filter((one) => one.slackTeamId === deps.home.teamId && !one.isBot && !one.isDeactivated);
  const users = able.flatMap((one) => (one.slackUserId ? [one.slackUserId] : [])).sort();
  const channels = [cohort.staffChannelId, cohort.channelId].filter((id) => id !== null);
  const refusals = [];
  for (const channelId of channels) refusals.push(...(await deps.slack.invite(channelId, users)));
  const byCode = Map.groupBy(refusals, (refusal) => refusal.code);
  return [...byCode].map(([code, refused]) => ({
    step: 'invite',
    code,
    people: able.filter((one) => refused.some(({ userId }) => userId === one.slackUserId)).map((one) => one.id),
  }));
}
