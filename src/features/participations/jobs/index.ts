import { clip } from '../../../core/text.ts';
import type { Deps } from '../../../platform/deps.ts';
import { defineQueue } from '../../../platform/feature.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import { findPeople } from '../../people/public.ts';
import { CHANNEL_QUEUE, type ChannelJob, channelJob } from '../ids.ts';
import { type ParticipationRow, participationById } from '../queries/index.ts';
import { type ChannelProblem, isOpen, isPassing, stateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { CARD_LOCALE, keepCard } from './card.ts';
import { concludeOpening, concludeSmall, forgetProblems, noteWaiting } from './conclude.ts';
import { makeChannel } from './make-channel.ts';
import { belonging, invitePeople, removePeople, unremoved } from './people.ts';

/** Slack's limit for a channel's purpose (contract 5.9). */
const PURPOSE_MAX = 250;

/** Runs Slack work; a refusal that only a person can mend becomes a problem, anything that passes is thrown. */
async function problemsOf(work: () => Promise<readonly ChannelProblem[]>): Promise<readonly ChannelProblem[]> {
  try {
    return await work();
  } catch (error) {
    if (!isFailure(error) || isPassing(error)) throw error;
    return [{ code: error.code }];
  }
}

/** Tells Slack what the channel is for. Decoration, so last: it must not keep people waiting. */
async function describe(deps: Deps, place: ParticipationRow, channelId: string): Promise<readonly ChannelProblem[]> {
  const purpose = texts(CARD_LOCALE).purpose(place.organisation.name, place.cohort.name);
  await deps.slack.setPurpose(channelId, clip(purpose, PURPOSE_MAX));
  return [];
}

/** The channel, its people, its card, its purpose; each step finds what an earlier run has done. */
async function open(deps: Deps, job: ChannelJob): Promise<void> {
  const place = await participationById(deps.db, job.participationId);
  if (!place || !isOpen(stateOf(place.state))) return;
  const people = await belonging(deps, place);
  const problems = await problemsOf(async () => {
    const channelId = await makeChannel(deps, place);
    const uninvited = await problemsOf(() => invitePeople(deps, channelId, people));
    const left = await removePeople(deps, place, channelId, unremoved(place));
    await keepCard(deps, place.id, job.asked ?? false);
    const unsaid = await problemsOf(() => describe(deps, place, channelId));
    return [...uninvited, ...left, ...unsaid];
  });
  const outside = people.some((person) => person.slackUserId === null);
  await concludeOpening(deps, job, problems, outside);
  // The first card was drawn before work began; now it shows the new state.
  await concludeSmall(deps, job, await showing(deps, place.id, false));
}

const showing = (deps: Deps, participationId: string, repair: boolean): Promise<readonly ChannelProblem[]> =>
  problemsOf(async () => {
    await keepCard(deps, participationId, repair);
    return [];
  });

async function card(deps: Deps, job: ChannelJob): Promise<void> {
  await concludeSmall(deps, job, await showing(deps, job.participationId, false));
}

/** The card even if it seems unchanged, and the people who belong there; what was wrong and is not any more is forgotten. */
async function repair(deps: Deps, job: ChannelJob): Promise<void> {
  const place = await participationById(deps.db, job.participationId);
  const channelId = place?.channelId;
  if (!channelId) return;
  const people = await belonging(deps, place);
  const uninvited = await problemsOf(() => invitePeople(deps, channelId, people));
  const left = await removePeople(deps, place, channelId, unremoved(place));
  const problems = [...uninvited, ...left, ...(await showing(deps, place.id, true))];
  if (problems.length === 0) await forgetProblems(deps, place.id);
  else await concludeSmall(deps, job, problems);
}

async function invite(deps: Deps, job: ChannelJob): Promise<void> {
  const place = await participationById(deps.db, job.participationId);
  const channelId = place?.channelId;
  if (!channelId) return;
  const people = await findPeople(deps.db, job.personIds ?? []);
  const wanted = people.map(({ id, slackUserId, isDeactivated }) => ({ personId: id, slackUserId, isDeactivated }));
  await concludeSmall(deps, job, await problemsOf(() => invitePeople(deps, channelId, wanted)));
}

async function remove(deps: Deps, job: ChannelJob): Promise<void> {
  const place = await participationById(deps.db, job.participationId);
  if (!place?.channelId) return;
  await concludeSmall(deps, job, await removePeople(deps, place, place.channelId, job.personIds ?? []));
}

const TASKS = { open, card, repair, invite, remove } as const;

/** Everything of one participation in Slack, one job at a time. Safe to run again after a crash at any point. */
export const channelQueue = defineQueue(CHANNEL_QUEUE, channelJob, async (deps, job) => {
  try {
    await TASKS[job.task](deps, job);
  } catch (error) {
    if (isFailure(error) && job.task === 'open') await noteWaiting(deps, job.participationId);
    throw error;
  }
});
