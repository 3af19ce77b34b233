import { CHANNEL } from '../../contract/limits.ts';
import type { Core } from '../../core.ts';
import { emitChannelChange } from '../../delivery/events.ts';
import { createChannel, join, leave, openIm } from '../../world/channels.ts';
import { post } from '../../world/messages.ts';
import { channelShape } from '../../world/shapes.ts';
import type { Channel, Json } from '../../world/types.ts';
import { directMessageRefusal, openChannel, ownChannel, seenChannel } from '../access.ts';
import { type Handler, type Handlers, refuse } from '../call.ts';

const shape = (core: Core, channel: Channel): Json => ({
  channel: channelShape(core.world, channel, core.world.bot.id),
});

/** The rules for names (Slack contract 5.10); Polish letters are refused because Slack's rule is not known. */
const freeName = (core: Core, name: string, own: Channel | null): string => {
  if (name === '') refuse('invalid_name_required');
  if (name.length > CHANNEL.name) refuse('invalid_name_maxlength');
  if (/[A-Z\s.]|[^\p{L}\p{N}_-]/u.test(name)) refuse('invalid_name_specials');
  if (!/[\p{L}\p{N}]/u.test(name)) refuse('invalid_name_punctuation');
  if (!/^[a-z0-9_-]+$/.test(name)) refuse('invalid_name');
  const other = core.world.channelNamed(name);
  if (other && other !== own) refuse('name_taken');
  return name;
};

const create: Handler = (core, args) => {
  const name = freeName(core, args.text('name'), null);
  return shape(core, createChannel(core, args.flag('is_private') ? 'private' : 'public', name, core.world.bot.id));
};

const rename: Handler = (core, args) => {
  const channel = openChannel(core, args.text('channel'));
  if (channel.creator !== core.world.bot.id) refuse('not_authorized');
  const old_name = channel.name;
  channel.name = freeName(core, args.text('name'), channel);
  post(core, channel, {
    user: core.world.bot.id,
    text: `renamed the channel to ${channel.name}`,
    subtype: 'channel_name',
    details: { old_name, name: channel.name },
  });
  emitChannelChange(core, 'rename', channel, core.world.bot.id);
  core.changed({ changed: 'channels' });
  return shape(core, channel);
};

const archive: Handler = (core, args) => {
  const channel = ownChannel(core, args.text('channel'));
  if (channel.archived) refuse('already_archived');
  if (channel.general) refuse('cant_archive_general');
  channel.archived = true;
  emitChannelChange(core, 'archive', channel, core.world.bot.id);
  core.changed({ changed: 'channels' });
  return {};
};

const unarchive: Handler = (core, args) => {
  const channel = seenChannel(core, args.text('channel'));
  if (!channel.archived) refuse('not_archived');
  channel.archived = false;
  emitChannelChange(core, 'unarchive', channel, core.world.bot.id);
  core.changed({ changed: 'channels' });
  return {};
};

const kick: Handler = (core, args) => {
  const channel = openChannel(core, args.text('channel'));
  if (args.text('user') === core.world.bot.id) refuse('cant_kick_self');
  if (channel.general) refuse('cant_kick_from_general');
  const person = core.world.person(args.text('user')) ?? refuse('user_not_found');
  if (!channel.members.includes(person.id)) refuse('not_in_channel');
  leave(core, channel, person);
  return {};
};

const joinChannel: Handler = (core, args) => {
  const channel = seenChannel(core, args.text('channel'));
  if (channel.kind !== 'public') refuse('method_not_supported_for_channel_type');
  if (channel.archived) refuse('is_archived');
  const already = channel.members.includes(core.world.bot.id);
  join(core, channel, core.world.bot, null);
  return { ...shape(core, channel), ...(already && { warning: 'already_in_channel' }) };
};

const leaveChannel: Handler = (core, args) => {
  const channel = seenChannel(core, args.text('channel'));
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  if (channel.general) refuse('cant_leave_general');
  if (!channel.members.includes(core.world.bot.id)) return { not_in_channel: true };
  leave(core, channel, core.world.bot);
  return {};
};

const open: Handler = (core, args) => {
  if (args.optional('channel') !== undefined) return { channel: { id: ownChannel(core, args.text('channel')).id } };
  const [id, ...more] = args.ids('users');
  if (id === undefined) return refuse('users_list_not_supplied');
  // Group direct messages are not part of this sandbox.
  if (more.length > 0) return refuse('method_not_supported_for_channel_type');
  const person = core.world.person(id) ?? refuse('user_not_found');
  const refusal = directMessageRefusal(person);
  if (refusal) return refuse(refusal);
  const existing = core.world.im(core.world.bot.id, person.id);
  const channel = existing ?? openIm(core, core.world.bot.id, person.id);
  const full = args.flag('return_im') ? channelShape(core.world, channel, core.world.bot.id) : { id: channel.id };
  return { channel: full, ...(existing && { no_op: true, already_open: true }) };
};

const describe =
  (field: 'topic' | 'purpose'): Handler =>
  (core, args) => {
    const channel = openChannel(core, args.text('channel'));
    const text = args.text(field);
    if (text.length > CHANNEL[field]) refuse('too_long');
    channel[field] = text;
    post(core, channel, {
      user: core.world.bot.id,
      text: `set the channel ${field}: ${text}`,
      subtype: `channel_${field}`,
      details: { [field]: text },
    });
    core.changed({ changed: 'channels' });
    return { ...shape(core, channel), [field]: text };
  };

export const CONVERSATIONS: Handlers = {
  'conversations.create': create,
  'conversations.rename': rename,
  'conversations.archive': archive,
  'conversations.unarchive': unarchive,
  'conversations.kick': kick,
  'conversations.join': joinChannel,
  'conversations.leave': leaveChannel,
  'conversations.open': open,
  'conversations.setTopic': describe('topic'),
  'conversations.setPurpose': describe('purpose'),
};
