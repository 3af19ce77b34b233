import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { CHANNEL_QUEUE, type ChannelJob } from '../ids.ts';

type Work = Omit<ChannelJob, 'run'>;

/** Queues work on one participation in Slack; jobs of the same participation never run at the same time. */
export async function enqueueWork(deps: Deps, tx: Tx, work: Work): Promise<void> {
  const job: ChannelJob = { ...work, run: deps.ids.next() };
  await deps.jobs.enqueue(tx, CHANNEL_QUEUE, job, { key: work.participationId });
}

/** Brings the card of an organisation up to date, after the transaction. Call it whenever something it shows has changed. */
export const touchCard = (deps: Deps, tx: Tx, participationId: string): Promise<void> =>
  enqueueWork(deps, tx, { participationId, task: 'card' });

/**
 * Invites a person to an organisation's channel, after the transaction. When the channel does not stand yet, the
 * people that features put on the card are invited as soon as it does. Trouble is told to staff.
 */
export const inviteToChannel = (deps: Deps, tx: Tx, participationId: string, personId: string): Promise<void> =>
  enqueueWork(deps, tx, { participationId, task: 'invite', personIds: [personId] });

/**
 * Takes a person out of an organisation's channel, after the transaction, unless they belong there for another reason
 * by then. Where Slack does not let the bot do it, staff are told whom to take out by hand.
 */
export const removeFromChannel = (deps: Deps, tx: Tx, participationId: string, personId: string): Promise<void> =>
  enqueueWork(deps, tx, { participationId, task: 'remove', personIds: [personId] });
