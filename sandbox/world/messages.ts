import { withIds } from '../blockkit/walk.ts';
import { MESSAGE } from '../contract/limits.ts';
import type { Core } from '../core.ts';
import { emitMessage, emitMessageChange } from '../delivery/events.ts';
import { messageShape } from './shapes.ts';
import type { Channel, Json, Message } from './types.ts';

export type NewMessage = {
  readonly user: string | null;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly threadTs?: string | null;
  readonly metadata?: Json | null;
  readonly subtype?: string | null;
  readonly details?: Json;
  readonly onlyFor?: string | null;
  readonly files?: readonly string[];
};

/** Writes a message into a channel (cutting text that is too long, as Slack does) and tells everybody concerned. */
export const post = (core: Core, channel: Channel, message: NewMessage): Message => {
  const { world } = core;
  const posted: Message = {
    ts: world.newTs(),
    channel: channel.id,
    user: message.user,
    text: message.text.slice(0, MESSAGE.text),
    blocks: [...withIds(message.blocks ?? [], () => world.newId('b'))],
    threadTs: message.threadTs ?? null,
    editedAt: null,
    metadata: message.metadata ?? null,
    reactions: [],
    subtype: message.subtype ?? null,
    onlyFor: message.onlyFor ?? null,
    ...(message.details && { details: message.details }),
    ...(message.files && { files: message.files }),
  };
  world.state.messages[channel.id] ??= [];
  world.state.messages[channel.id]?.push(posted);
  if (posted.onlyFor === null) emitMessage(core, posted, channel);
  core.changed({ changed: 'messages', channel: channel.id });
  return posted;
};

/** Puts new content in place of the old one. @param marked whether readers see "edited". */
export const edit = (core: Core, message: Message, text: string, blocks: readonly Json[], marked: boolean): void => {
  const channel = message.onlyFor === null ? core.world.channel(message.channel) : undefined;
  const before = channel && messageShape(core.world, message, true);
  message.text = text;
  message.blocks = [...withIds(blocks, () => core.world.newId('b'))];
  if (marked) message.editedAt = core.clock.now();
  if (channel && before) emitMessageChange(core, channel, before, message);
  core.changed({ changed: 'messages', channel: message.channel });
};

export const remove = (core: Core, message: Message): void => {
  const { state } = core.world;
  state.messages[message.channel] = (state.messages[message.channel] ?? []).filter((one) => one !== message);
  const channel = core.world.channel(message.channel);
  if (channel) channel.pins = channel.pins.filter((ts) => ts !== message.ts);
  if (channel && message.onlyFor === null)
    emitMessageChange(core, channel, messageShape(core.world, message, true), null);
  core.changed({ changed: 'messages', channel: message.channel });
};
