import type { Core } from '../../core.ts';
import { channelShape, messageShape } from '../../world/shapes.ts';
import type { Channel, Json, Message } from '../../world/types.ts';
import { ownChannel, page, seenChannel } from '../access.ts';
import { type Args, type Handler, type Handlers, refuse } from '../call.ts';

const info: Handler = (core, args) => {
  const channel = seenChannel(core, args.text('channel'));
  const count = args.flag('include_num_members') ? { num_members: channel.members.length } : {};
  return { channel: { ...channelShape(core.world, channel, core.world.bot.id), ...count } };
};

const members: Handler = (core, args) => {
  const { items, next } = page(
    seenChannel(core, args.text('channel')).members,
    args.optional('cursor'),
    args.number('limit'),
  );
  return { members: items, response_metadata: { next_cursor: next } };
};

const KINDS: Readonly<Record<string, Channel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
};

const listed = (core: Core, args: Args, among: (channel: Channel) => boolean): Json => {
  const types = args.ids('types').length > 0 ? args.ids('types') : ['public_channel'];
  if (types.some((type) => KINDS[type] === undefined && type !== 'mpim')) refuse('invalid_types');
  const kinds = types.map((type) => KINDS[type]);
  const found = core.world.state.channels.filter(
    (one) => kinds.includes(one.kind) && among(one) && !(args.flag('exclude_archived') && one.archived),
  );
  const { items, next } = page(found, args.optional('cursor'), args.number('limit'));
  return {
    channels: items.map((one) => ({
      ...channelShape(core.world, one, core.world.bot.id),
      ...(one.kind !== 'im' && { num_members: one.members.length }),
    })),
    response_metadata: { next_cursor: next },
  };
};

const list: Handler = (core, args) =>
  listed(core, args, (one) => one.kind === 'public' || one.members.includes(core.world.bot.id));

const usersConversations: Handler = (core, args) => {
  const user = args.optional('user') ?? core.world.bot.id;
  if (!core.world.person(user)) refuse('user_not_found');
  // Of other people the app sees public channels and those it shares with them.
  return listed(
    core,
    args,
    (one) => one.members.includes(user) && (one.kind === 'public' || one.members.includes(core.world.bot.id)),
  );
};

const between = (args: Args, messages: readonly Message[]): readonly Message[] => {
  const [oldest, latest, inclusive] = [args.optional('oldest'), args.optional('latest'), args.flag('inclusive')];
  return messages.filter(
    ({ ts }) =>
      (oldest === undefined || Number(ts) > Number(oldest) || (inclusive && ts === oldest)) &&
      (latest === undefined || Number(ts) < Number(latest) || (inclusive && ts === latest)),
  );
};

const answer = (core: Core, args: Args, messages: readonly Message[], extra: Json): Json => {
  const { items, next } = page(messages, args.optional('cursor'), args.number('limit'));
  const shown = items.map((one) => messageShape(core.world, one, args.flag('include_all_metadata')));
  return { messages: shown, has_more: next !== '', response_metadata: { next_cursor: next }, ...extra };
};

const history: Handler = (core, args) => {
  const channel = ownChannel(core, args.text('channel'));
  const top = core.world.posted(channel.id).filter((one) => one.threadTs === null || one.threadTs === one.ts);
  return answer(core, args, [...between(args, top)].reverse(), { pin_count: channel.pins.length });
};

const replies: Handler = (core, args) => {
  const channel = ownChannel(core, args.text('channel'));
  const asked = core.world.message(channel.id, args.text('ts'));
  if (!asked || asked.onlyFor !== null) return refuse('thread_not_found');
  const root = asked.threadTs ?? asked.ts;
  const thread = core.world.posted(channel.id).filter((one) => one.ts === root || one.threadTs === root);
  return answer(core, args, between(args, thread), {});
};

export const READING: Handlers = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.list': list,
  'users.conversations': usersConversations,
  'conversations.history': history,
  'conversations.replies': replies,
};
