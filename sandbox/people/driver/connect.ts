import type { InvitationAct } from '../../contract/connect.ts';
import type { Core } from '../../core.ts';
import { answerInvitation, answersOf, share, unshare } from '../../world/connect.ts';
import type { Invitation } from '../../world/invitation.ts';
import type { Person } from '../../world/types.ts';

type Answer = (invitationId: string, by?: { readonly person: string }) => Invitation;

/** Answers to invitations of Slack Connect, by the invited person or an admin; without `person` by the first who can. */
export type ConnectDriver = {
  readonly accept: Answer;
  readonly approve: Answer;
  readonly decline: Answer;
  /** Shares a channel with a workspace, as people do in Slack itself, with both sides' consent. */
  readonly share: (channelId: string, teamId: string) => void;
  /** Ends the sharing of a channel with a workspace. */
  readonly unshare: (channelId: string, teamId: string) => void;
};

const answerAs = (core: Core, act: InvitationAct): Answer => {
  const { world } = core;
  return (id, by) => {
    const invitation = world.state.invitations.find((one) => one.id === id);
    if (!invitation) throw new Error(`There is no invitation ${id}`);
    const can = (one: Person) => answersOf(core, invitation, one).includes(act);
    const person = by ? world.person(by.person) : world.state.persons.find(can);
    const error = person ? answerInvitation(core, invitation, person, act) : 'not_allowed';
    if (error !== null) throw new Error(`Nobody could ${act} the invitation: ${error}`);
    return invitation;
  };
};

/** @throws with Slack's word when an answer is not possible. */
export const createConnect = (core: Core): ConnectDriver => ({
  accept: answerAs(core, 'accept'),
  approve: answerAs(core, 'approve'),
  decline: answerAs(core, 'decline'),
  share: (channelId, teamId) => {
    const channel = core.world.channel(channelId);
    if (!channel || channel.sharedWith.includes(teamId))
      throw new Error(`${channelId} cannot be shared with ${teamId}`);
    share(core, channel, teamId);
  },
  unshare: (channelId, teamId) => {
    const channel = core.world.channel(channelId);
    if (!channel?.sharedWith.includes(teamId)) throw new Error(`${channelId} is not shared with ${teamId}`);
    unshare(core, channel, teamId);
  },
});
