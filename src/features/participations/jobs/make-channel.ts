import { isUniqueViolation } from '../../../platform/db/errors.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure, SlackFailure } from '../../../platform/slack/failure.ts';
import type { ParticipationRow } from '../queries/index.ts';
import { channelName, NAMES_TRIED } from '../rules/index.ts';

/** Takes the name for this participation, so that no other asks Slack for it. False when another has it. */
async function claimName(deps: Deps, id: string, name: string): Promise<boolean> {
  try {
    await deps.db.participation.update({ where: { id }, data: { channelName: name } });
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

/** A channel of this name that an earlier run made and could not write down; null when it is somebody else's. */
async function madeBefore(deps: Deps, name: string): Promise<string | null> {
  const channelId = await deps.slack.findOwnChannel(name);
  if (channelId === null) return null;
  const [place, cohort] = await Promise.all([
    deps.db.participation.findUnique({ where: { channelId } }),
    deps.db.cohort.findFirst({ where: { OR: [{ channelId }, { staffChannelId: channelId }] } }),
  ]);
  return place || cohort ? null : channelId;
}

/** Asks Slack for a channel; null when the name is taken by something that is not ours. */
async function tryName(deps: Deps, name: string, triedBefore: boolean): Promise<string | null> {
  try {
    return await deps.slack.createChannel(name, true);
  } catch (error) {
    if (!isFailure(error, 'name_taken')) throw error;
    return triedBefore ? await madeBefore(deps, name) : null;
  }
}

/** The names to try, the one an earlier run took first: its channel may stand already. */
function namesFor(place: ParticipationRow): readonly string[] {
  const numbers = Array.from({ length: NAMES_TRIED }, (_, index) => index + 1);
  const names = numbers.map((n) => channelName(place.cohort.slug, place.organisation.name, n));
  return place.channelName === null ? names : [...new Set([place.channelName, ...names])];
}

/**
 * Makes the private channel and writes its id down. A second run finds the stored id, or the channel that was made
 * just before a crash. Fails with Slack's `name_taken` when every name is in use.
 */
export async function makeChannel(deps: Deps, place: ParticipationRow): Promise<string> {
  if (place.channelId) return place.channelId;
  for (const name of namesFor(place)) {
    const isFree = name === place.channelName || (await claimName(deps, place.id, name));
    const channelId = isFree ? await tryName(deps, name, name === place.channelName) : null;
    if (channelId === null) continue;
    await deps.db.participation.update({ where: { id: place.id }, data: { channelId } });
    return channelId;
  }
  throw new SlackFailure('name_taken');
}
