import { connectRules, type InvitationEvent } from '../contract/connect.ts';
import type { Core } from '../core.ts';
import type { Invitation } from '../world/invitation.ts';
import type { Channel, Json, Person, Team } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { emit, stamp } from './events.ts';

/** What Slack tells an app of Slack Connect; of foreign people without their e-mail (Slack contract 5.11). */

const teamItem = ({ id, name, domain }: Team): Json => ({
  id,
  name,
  icon: {},
  is_verified: false,
  domain,
  date_created: 0,
});

const userItem = ({ id, teamId, handle, name }: Person): Json => ({
  id,
  team_id: teamId,
  name: handle,
  updated: 0,
  profile: {
    real_name: name,
    display_name: handle,
    real_name_normalized: name,
    display_name_normalized: handle,
    team: teamId,
    avatar_hash: '',
  },
});

const teamsIn = (world: World, channel: Channel): readonly Json[] =>
  [world.home.id, ...channel.sharedWith].flatMap((id) => {
    const team = world.team(id);
    return team ? [teamItem(team)] : [];
  });

const inviteItem = (world: World, invitation: Invitation): Json => {
  const inviter = world.person(invitation.inviter);
  return {
    id: invitation.id,
    date_created: invitation.created,
    date_invalid: invitation.expires,
    inviting_team: teamItem(world.home),
    inviting_user: inviter ? userItem(inviter) : null,
    ...(invitation.email !== null && { recipient_email: invitation.email }),
    ...(invitation.user !== null && { recipient_user_id: invitation.user }),
  };
};

const requested = (world: World, invitation: Invitation, channel: Channel, actor: Person): Json => ({
  actor: {
    id: actor.id,
    name: actor.handle,
    is_bot: actor.kind === 'bot',
    team_id: actor.teamId,
    timezone: actor.tz,
    real_name: actor.name,
    display_name: actor.handle,
  },
  channel_id: channel.id,
  event_type: 'slack#/events/shared_channel_invite_requested',
  channel_name: channel.name,
  channel_type: channel.kind,
  target_users: [{ ...(invitation.email !== null && { email: invitation.email }), invite_id: invitation.id }],
  teams_in_channel: teamsIn(world, channel),
  is_external_limited: invitation.postOnly,
  channel_date_created: channel.created,
  channel_message_latest_counted_timestamp: 0,
});

const answered = (core: Core, what: 'accepted' | 'approved' | 'declined', actor: Person): Json => {
  const waits = connectRules(core.world.home).approvals.includes('before_joining');
  if (what === 'accepted') return { approval_required: waits, accepting_user: userItem(actor) };
  const verb = what === 'approved' ? 'approving' : 'declining';
  return { [`${verb}_team_id`]: actor.teamId, [`${verb}_user`]: userItem(actor) };
};

/** An invitation came a step further; told where the app is in the channel. @param actor who did it. */
export const emitInvitation = (core: Core, what: InvitationEvent, invitation: Invitation, actor: Person): void => {
  const { world } = core;
  const channel = world.channel(invitation.channel);
  if (!channel?.members.includes(world.bot.id)) return;
  const type = `shared_channel_invite_${what}`;
  const about = {
    invite: inviteItem(world, invitation),
    channel: { id: channel.id, is_private: channel.kind === 'private', is_im: false, name: channel.name },
    teams_in_channel: teamsIn(world, channel),
  };
  const body =
    what === 'requested' ? requested(world, invitation, channel, actor) : { ...about, ...answered(core, what, actor) };
  emit(core, type, { type, ...body, ...stamp(core) }, channel);
};

/** A workspace came into a channel, or left it. */
export const emitSharing = (
  core: Core,
  type: 'channel_shared' | 'channel_unshared',
  channel: Channel,
  teamId: string,
): void => {
  if (!channel.members.includes(core.world.bot.id)) return;
  const body =
    type === 'channel_shared'
      ? { connected_team_id: teamId }
      : { previously_connected_team_id: teamId, is_ext_shared: channel.sharedWith.length > 0 };
  emit(core, type, { type, ...body, channel: channel.id, ...stamp(core) }, channel);
};
