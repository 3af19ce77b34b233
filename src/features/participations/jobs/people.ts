import type { Deps } from '../../../platform/deps.ts';
import type { ParticipationRow } from '../queries/index.ts';
import { cardParts, type Member, membersOf } from '../queries/index.ts';
import type { ChannelProblem } from '../rules/index.ts';
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
