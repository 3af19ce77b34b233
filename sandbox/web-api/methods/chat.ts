import { MESSAGE } from '../../contract/limits.ts';
import type { Core } from '../../core.ts';
import { botScopes } from '../../manifest.ts';
import { edit, post, remove } from '../../world/messages.ts';
import { messageShape } from '../../world/shapes.ts';
import type { Message } from '../../world/types.ts';
import { openChannel, ownChannel, seenChannel, writableChannel } from '../access.ts';
import { type Handler, type Handlers, refuse, refuseSlip } from '../call.ts';
import { readContent } from '../content.ts';

/** The thread a message goes into: that of the named message. @throws Refusal `thread_not_found` */
export const threadOf = (core: Core, channel: string, ts: string | undefined): string | null => {
  if (ts === undefined) return null;
  const parent = core.world.message(channel, ts);
  if (!parent || parent.onlyFor !== null) return refuse('thread_not_found');
  if (parent.threadTs !== null && parent.threadTs !== ts)
    core.record.violate('thread_of_reply', `${ts} is a reply: threads hang on their first message`);
  return parent.threadTs ?? parent.ts;
};

const postMessage: Handler = (core, args) => {
  const content = readContent(core, args, 'chat.postMessage');
  const channel = writableChannel(core, args.text('channel'), botScopes(core.manifest).includes('chat:write.public'));
  const threadTs = threadOf(core, channel.id, args.optional('thread_ts'));
  const message = post(core, channel, {
    user: core.world.bot.id,
    text: content.text,
    blocks: content.blocks,
    metadata: content.metadata,
    threadTs,
  });
  const warnings = content.text.length > MESSAGE.text ? { response_metadata: { warnings: ['message_truncated'] } } : {};
  return { channel: channel.id, ts: message.ts, message: messageShape(core.world, message, true), ...warnings };
};

const postEphemeral: Handler = (core, args) => {
  const content = readContent(core, args, 'chat.postEphemeral');
  const channel = openChannel(core, args.text('channel'));
  if (!channel.members.includes(args.text('user'))) refuse('user_not_in_channel');
  const threadTs = threadOf(core, channel.id, args.optional('thread_ts'));
  const message = post(core, channel, {
    user: core.world.bot.id,
    text: content.text,
    blocks: content.blocks,
    threadTs,
    onlyFor: args.text('user'),
  });
  return { message_ts: message.ts };
};

/** The app's own message; ephemeral ones cannot be found (Slack contract 5.1). */
const ownMessage = (core: Core, channel: string, ts: string, otherwise: string): Message => {
  const message = core.world.message(channel, ts);
  if (!message) return refuse('message_not_found');
  if (message.onlyFor !== null)
    return refuseSlip('message_not_found', 'ephemeral_changed', 'ephemeral messages change by their response_url only');
  return message.user === core.world.bot.id && message.subtype === null ? message : refuse(otherwise);
};

const update: Handler = (core, args) => {
  if ((args.optional('text')?.length ?? 0) > MESSAGE.updateText) refuse('msg_too_long');
  const content = readContent(core, args, 'chat.update');
  const channel = openChannel(core, args.text('channel'));
  const message = ownMessage(core, channel.id, args.text('ts'), 'cant_update_message');
  const isRich = (blocks: readonly { readonly [key: string]: unknown }[]) =>
    blocks.some((block) => block['type'] === 'rich_text');
  if (isRich(message.blocks) && content.given.blocks && !isRich(content.blocks)) refuse('block_mismatch');
  // Blocks that are not mentioned stay; an empty list takes them away.
  const text = content.given.text || args.optional('markdown_text') !== undefined ? content.text : message.text;
  edit(core, message, text, content.given.blocks ? content.blocks : message.blocks, true);
  if (content.metadata) message.metadata = content.metadata;
  return { channel: channel.id, ts: message.ts, text: message.text, message: messageShape(core.world, message, true) };
};

const del: Handler = (core, args) => {
  const channel = ownChannel(core, args.text('channel'));
  const message = ownMessage(core, channel.id, args.text('ts'), 'cant_delete_message');
  remove(core, message);
  return { channel: channel.id, ts: message.ts };
};

const getPermalink: Handler = (core, args) => {
  const channel = seenChannel(core, args.text('channel'));
  const message = core.world.message(channel.id, args.text('message_ts'));
  if (!message || message.onlyFor !== null) return refuse('message_not_found');
  return { channel: channel.id, permalink: `${core.url()}/archives/${channel.id}/p${message.ts.replace('.', '')}` };
};

export const CHAT: Handlers = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': del,
  'chat.getPermalink': getPermalink,
};
