import { CHANNEL } from '../../contract/limits.ts';
import type { Core } from '../../core.ts';
import { join } from '../../world/channels.ts';
import { channelShape } from '../../world/shapes.ts';
import type { Channel, Json, Person } from '../../world/types.ts';
import { openChannel } from '../access.ts';
import { type Handler, type Handlers, refuse } from '../call.ts';

const roomsOf = (core: Core, person: Person): number =>
  core.world.state.channels.filter((one) => one.kind !== 'im' && !one.archived && one.members.includes(person.id))
    .length;

/** Why this person cannot be invited, or `null` (Slack contract 5.9, 5.10). */
const inviteError = (core: Core, channel: Channel, id: string): string | null => {
  const person = core.world.person(id);
  if (!person) return 'user_not_found';
  if (id === core.world.bot.id) return 'cant_invite_self';
  if (channel.members.includes(id)) return 'already_in_channel';
  if (person.kind === 'deactivated') return 'cant_invite';
  if (person.teamId !== core.world.home.id)
    return channel.sharedWith.includes(person.teamId) ? null : 'no_external_invite_permission';
  if (person.kind === 'single_channel_guest' && roomsOf(core, person) > 0) return 'ura_max_channels';
  const guest = person.kind === 'guest' || person.kind === 'single_channel_guest';
  return guest && core.world.home.guestInvites === 'admins' ? 'user_is_restricted' : null;
};

/**
 * Invites people. One bad id spoils the call unless `force` is set; then the others come in and the bad ones are
 * listed in `errors` beside `ok: true`.
 */
const invite: Handler = (core, args) => {
  const channel = openChannel(core, args.text('channel'));
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  const ids = [...new Set(args.ids('users').map((id) => id.trim()))];
  if (ids.length > CHANNEL.invite) refuse('too_many_users');
  const errors = ids.flatMap((id): Json[] => {
    const error = inviteError(core, channel, id);
    return error ? [{ user: id, ok: false, error }] : [];
  });
  const bad = new Set(errors.map((one) => one['user']));
  const good = ids.filter((id) => !bad.has(id));
  if (errors.length > 0 && (!args.flag('force') || good.length === 0)) refuse(String(errors[0]?.['error']), { errors });
  for (const id of good) join(core, channel, core.world.person(id) ?? refuse('user_not_found'), core.world.bot.id);
  return { channel: channelShape(core.world, channel, core.world.bot.id), ...(errors.length > 0 && { errors }) };
};

export const INVITE: Handlers = { 'conversations.invite': invite };
