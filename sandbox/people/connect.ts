import type { InvitationAct } from '../contract/connect.ts';
import type { Core } from '../core.ts';
import type { Act, ActResult, PageInvitation } from '../page-api.ts';
import { join } from '../world/channels.ts';
import { answerInvitation, answersOf, invitee, isPending } from '../world/connect.ts';
import type { Invitation } from '../world/invitation.ts';
import { inviteError } from '../world/reach.ts';
import type { Person } from '../world/types.ts';
import { done, fail, seen } from './common.ts';

/** Bringing people in: into a channel, or from another workspace by Slack Connect. */

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;

export const invite = (core: Core, person: Person, act: Of<'invite'>): ActResult => {
  const channel = seen(core, person, act.channel);
  const comer = core.world.person(act.user);
  if (!channel || channel.archived) return fail(channel ? 'is_archived' : 'channel_not_found');
  const error = inviteError(core.world, channel, person, act.user);
  if (error !== null || !comer) return fail(error ?? 'user_not_found');
  join(core, channel, comer, person.id);
  return done;
};

export const answerInvite = (
  core: Core,
  person: Person,
  act: Of<'accept_invite' | 'approve_invite' | 'decline_invite'>,
): ActResult => {
  const invitation = core.world.state.invitations.find((one) => one.id === act.invite);
  if (!invitation) return fail('invite_not_found');
  const error = answerInvitation(core, invitation, person, act.do.replace('_invite', '') as InvitationAct);
  return error === null ? done : fail(error);
};

const shown = (core: Core, invitation: Invitation, person: Person): PageInvitation => {
  const { world } = core;
  const accepted = world.person(invitation.acceptedBy ?? '');
  return {
    id: invitation.id,
    channel: invitation.channel,
    channelName: world.channel(invitation.channel)?.name ?? '',
    state: invitation.state as PageInvitation['state'],
    invited: invitation.email ?? invitee(world, invitation)?.name ?? '',
    acceptedBy: accepted?.name ?? null,
    teamName: world.team(accepted?.teamId ?? '')?.name ?? null,
    postOnly: invitation.postOnly,
    expires: invitation.expires * 1000,
    acts: answersOf(core, invitation, person),
  };
};

/** The invitations this person can answer. */
export const invitationsFor = (core: Core, person: Person): readonly PageInvitation[] =>
  core.world.state.invitations
    .filter((one) => isPending(core, one))
    .map((one) => shown(core, one, person))
    .filter((one) => one.acts.length > 0);
