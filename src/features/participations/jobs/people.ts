import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import { findPeople } from '../../people/public.ts';
import type { ParticipationRow } from '../queries/index.ts';
import { cardParts, type Member, membersOf } from '../queries/index.ts';
import { type ChannelProblem, isPassing, NOT_REMOVED, readProblems } from '../rules/index.ts';
import { CARD_LOCALE } from './card.ts';

/** Everybody who belongs to the channel now. */
export async function belonging(deps: Deps, place: ParticipationRow): Promise<readonly Member[]> {
  return membersOf(deps.db, place, await cardParts(deps, place.id, CARD_LOCALE));
}

/**
 * Invites people one by one; those already there are fine. People outside Slack are passed over; deactivated ones
 * and those whom Slack refuses come back as problems. Trouble that passes is thrown, so that the job tries again.
 */
export async function invitePeople(
  deps: Deps,
  channelId: string,
  people: readonly Pick<Member, 'personId' | 'slackUserId' | 'isDeactivated'>[],
): Promise<readonly ChannelProblem[]> {
  const here = people.flatMap(({ slackUserId, personId, isDeactivated }) =>
    slackUserId === null ? [] : [{ slackUserId, personId, isDeactivated }],
  );
  const gone = here.filter((person) => person.isDeactivated);
  const invited = here.filter((person) => !person.isDeactivated);
  const refusals = await deps.slack.invite(
    channelId,
    invited.map((person) => person.slackUserId),
  );
  const personOf = new Map(invited.map((person) => [person.slackUserId, person.personId]));
  return [
    ...gone.map(({ personId }) => ({ code: 'user_disabled', personId })),
    ...refusals.map(({ userId, code }) => ({ code, personId: personOf.get(userId) ?? '' })),
  ];
}

/** Those whom an earlier run could not take out of the channel. */
export const unremoved = (place: ParticipationRow): readonly string[] =>
  readProblems(place.channelProblem).flatMap(({ code, personId }) =>
    code === NOT_REMOVED && personId !== undefined ? [personId] : [],
  );

/** Takes people out who do not belong to the channel (any more); whom Slack does not let go comes back as a problem for staff. */
export async function removePeople(
  deps: Deps,
  place: ParticipationRow,
  channelId: string,
  personIds: readonly string[],
): Promise<readonly ChannelProblem[]> {
  if (personIds.length === 0) return [];
  const staying = new Set((await belonging(deps, place)).map(({ personId }) => personId));
  const problems: ChannelProblem[] = [];
  for (const { id, slackUserId } of await findPeople(deps.db, personIds)) {
    if (staying.has(id) || slackUserId === null) continue;
    try {
      await deps.slack.remove(channelId, slackUserId);
    } catch (error) {
      if (!isFailure(error) || isPassing(error)) throw error;
      problems.push({ code: NOT_REMOVED, personId: id });
    }
  }
  return problems;
}
