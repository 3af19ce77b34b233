import { BOOKMARK, CHANNEL } from '../../contract/limits.ts';
import type { Core } from '../../core.ts';
import { messageShape } from '../../world/shapes.ts';
import type { Bookmark, Channel, Json, Message } from '../../world/types.ts';
import { openChannel, ownChannel } from '../access.ts';
import { type Args, type Handler, type Handlers, refuse } from '../call.ts';

/** Pins, reactions and bookmarks (Slack contract 5.9). */
const target = (core: Core, args: Args): { readonly channel: Channel; readonly message: Message } => {
  const channel = openChannel(core, args.text('channel'));
  const message = core.world.message(channel.id, args.text('timestamp'));
  return message && message.onlyFor === null ? { channel, message } : refuse('message_not_found');
};

const pin: Handler = (core, args) => {
  const { channel, message } = target(core, args);
  if (channel.pins.includes(message.ts)) refuse('already_pinned');
  if (channel.pins.length >= CHANNEL.pins) refuse('too_many_pins');
  channel.pins.push(message.ts);
  core.changed({ changed: 'messages', channel: channel.id });
  return {};
};

const unpin: Handler = (core, args) => {
  const { channel, message } = target(core, args);
  if (!channel.pins.includes(message.ts)) refuse('no_pin');
  channel.pins = channel.pins.filter((ts) => ts !== message.ts);
  core.changed({ changed: 'messages', channel: channel.id });
  return {};
};

const listPins: Handler = (core, args) => {
  const channel = ownChannel(core, args.text('channel'));
  const items = channel.pins.flatMap((ts): Json[] => {
    const message = core.world.message(channel.id, ts);
    return message
      ? [
          {
            type: 'message',
            channel: channel.id,
            created: Math.floor(Number(ts)),
            created_by: core.world.bot.id,
            message: messageShape(core.world, message, false),
          },
        ]
      : [];
  });
  return { items };
};

const react: Handler = (core, args) => {
  const { channel, message } = target(core, args);
  const name = args.text('name');
  if (!/^[a-z0-9_+'-]+(::skin-tone-\d)?$/.test(name)) refuse('invalid_name');
  const reaction = message.reactions.find((one) => one.name === name);
  if (reaction?.users.includes(core.world.bot.id)) refuse('already_reacted');
  if (reaction) reaction.users.push(core.world.bot.id);
  else message.reactions.push({ name, users: [core.world.bot.id] });
  core.changed({ changed: 'messages', channel: channel.id });
  return {};
};

const unreact: Handler = (core, args) => {
  const { channel, message } = target(core, args);
  const reaction = message.reactions.find(
    (one) => one.name === args.text('name') && one.users.includes(core.world.bot.id),
  );
  if (!reaction) return refuse('no_reaction');
  reaction.users = reaction.users.filter((id) => id !== core.world.bot.id);
  message.reactions = message.reactions.filter((one) => one.users.length > 0);
  core.changed({ changed: 'messages', channel: channel.id });
  return {};
};

const bookmarkShape = ({ world }: Core, channel: Channel, bookmark: Bookmark): Json => ({
  ...bookmark,
  channel_id: channel.id,
  icon_url: null,
  entity_id: null,
  date_created: channel.created,
  date_updated: 0,
  rank: 'a',
  last_updated_by_user_id: world.bot.id,
  last_updated_by_team_id: world.home.id,
  shortcut_id: null,
  app_id: world.appId,
});

const addBookmark: Handler = (core, args) => {
  const channel = openChannel(core, args.text('channel_id'));
  const [title, link] = [args.text('title'), args.text('link')];
  if (args.text('type') !== 'link') refuse('invalid_bookmark_type');
  if (title.length > BOOKMARK.title) refuse('invalid_arguments');
  if (link.length > BOOKMARK.link || !URL.canParse(link)) refuse('invalid_link');
  if (channel.bookmarks.length >= CHANNEL.bookmarks) refuse('too_many_bookmarks');
  const bookmark: Bookmark = {
    id: core.world.newId('Bk'),
    title,
    type: 'link',
    link,
    emoji: args.optional('emoji') ?? null,
  };
  channel.bookmarks.push(bookmark);
  core.changed({ changed: 'channels' });
  return { bookmark: bookmarkShape(core, channel, bookmark) };
};

const listBookmarks: Handler = (core, args) => {
  const channel = ownChannel(core, args.text('channel_id'));
  return { bookmarks: channel.bookmarks.map((one) => bookmarkShape(core, channel, one)) };
};

const removeBookmark: Handler = (core, args) => {
  const channel = openChannel(core, args.text('channel_id'));
  const left = channel.bookmarks.filter((one) => one.id !== args.text('bookmark_id'));
  if (left.length === channel.bookmarks.length) refuse('not_found');
  channel.bookmarks = left;
  core.changed({ changed: 'channels' });
  return {};
};

export const EXTRAS: Handlers = {
  'pins.add': pin,
  'pins.remove': unpin,
  'pins.list': listPins,
  'reactions.add': react,
  'reactions.remove': unreact,
  'bookmarks.add': addBookmark,
  'bookmarks.list': listBookmarks,
  'bookmarks.remove': removeBookmark,
};
