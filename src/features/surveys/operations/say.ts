import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notifyAll } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type AboutWhat, channelsOf } from '../queries/index.ts';

type Saying = {
  readonly survey: AboutWhat & { readonly id: string };
  readonly people: readonly string[];
  /** Those whose channels hear of it; they tell nobody's silence when all who were asked are among them. */
  readonly among: readonly string[];
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
export async function sayTo(deps: Deps, tx: Tx, { survey, people, among, at, what }: Saying): Promise<void> {
  const { id: surveyId, cohortId } = survey;
  const channels = await channelsOf(tx, survey, among, deps.home.teamId);
  const { person, channel } = KINDS[what];
  const direct = people.filter((id) => !channels.has(id)).toSorted();
  const shared = [...new Set(channels.values())].toSorted();
  const common = { at, cohortId };
  await notifyAll(deps, tx, [
    ...direct.map((personId) => ({
      ...{ ...common, kind: person, params: { surveyId, personId } },
      ...{ to: { person: personId }, key: `${person}:${surveyId}:${personId}` },
    })),
    ...shared.map((id) => ({
      ...{ ...common, kind: channel, params: { surveyId }, to: { channel: id }, key: `${channel}:${surveyId}:${id}` },
    })),
  ]);
}
