import { CHANNEL } from '../../contract/limits.ts';
import { join } from '../../world/channels.ts';
import { inviteError } from '../../world/reach.ts';
import { channelShape } from '../../world/shapes.ts';
import type { Json } from '../../world/types.ts';
import { openChannel } from '../access.ts';
import { type Handler, type Handlers, refuse } from '../call.ts';

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
    const error = inviteError(core.world, channel, core.world.bot, id);
    return error ? [{ user: id, ok: false, error }] : [];
  });
  const bad = new Set(errors.map((one) => one['user']));
  const good = ids.filter((id) => !bad.has(id));
  if (errors.length > 0 && (!args.flag('force') || good.length === 0)) refuse(String(errors[0]?.['error']), { errors });
  for (const id of good) join(core, channel, core.world.person(id) ?? refuse('user_not_found'), core.world.bot.id);
  return { channel: channelShape(core.world, channel, core.world.bot.id), ...(errors.length > 0 && { errors }) };
};

export const INVITE: Handlers = { 'conversations.invite': invite };
