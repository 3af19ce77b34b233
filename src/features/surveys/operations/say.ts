import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notifyAll } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { channelsOf } from '../queries/index.ts';

type Saying = {
  readonly surveyId: string;
  readonly cohortId: string;
  readonly people: readonly string[];
  readonly at: Date;
  readonly what: 'ask' | 'remind';
};

const KINDS = {
  ask: { person: NOTICES.ask, channel: NOTICES.askChannel },
  remind: { person: NOTICES.remind, channel: NOTICES.remindChannel },
} as const;

/**
 * Says it to each in a direct message. People of other workspaces may not be reached there: their organisation's channel
 * gets a button, once for all of them (Slack contract 5.11).
 */
export async function sayTo(deps: Deps, tx: Tx, { surveyId, cohortId, people, at, what }: Saying): Promise<void> {
  const channels = await channelsOf(tx, cohortId, people, deps.home.teamId);
  const { person, channel } = KINDS[what];
  const direct = people.filter((id) => !channels.has(id)).toSorted();
  const shared = [...new Set(channels.values())].toSorted();
  const common = { params: { surveyId }, at, cohortId };
  await notifyAll(deps, tx, [
    ...direct.map((id) => ({ ...common, kind: person, to: { person: id }, key: `${person}:${surveyId}:${id}` })),
    ...shared.map((id) => ({ ...common, kind: channel, to: { channel: id }, key: `${channel}:${surveyId}:${id}` })),
  ]);
}
