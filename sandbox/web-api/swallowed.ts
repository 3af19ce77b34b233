import { isRecord } from '../blockkit/check.ts';
import { MESSAGE } from '../contract/limits.ts';
import type { Core } from '../core.ts';

/** Every text in which Slack looks for marks, and every rich mention as such a mark. */
const marked = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(marked);
  if (!isRecord(value)) return [];
  const { type, text, user_id: user, channel_id: channel } = value;
  if (type === 'mrkdwn' && typeof text === 'string') return [text];
  if (type === 'user') return [`<@${String(user)}>`];
  return type === 'channel' ? [`<#${String(channel)}>`] : Object.values(value).flatMap(marked);
};

const isKnown = (core: Core, sign: string, id: string): boolean =>
  (sign === '@' ? core.world.person(id) : core.world.channel(id)) !== undefined;

/** Takes down what Slack accepts without a word and people then see wrong: cut text, marks of nobody, unescaped signs. */
export const noteSwallowed = (core: Core, where: string, text: string, blocks: unknown): void => {
  if (text.length > MESSAGE.text) core.record.violate('text_truncated', `${where}: cut at ${MESSAGE.text} characters`);
  for (const one of [text, ...marked(blocks)]) {
    for (const [mark, sign, id] of one.matchAll(/<([@#])([A-Z0-9]+)(?:\|[^>]*)?>/g))
      if (!isKnown(core, sign ?? '', id ?? '')) core.record.violate('unknown_mention', `${where}: ${mark} is nobody`);
    const bare = /<(?![@#!]|[a-z][a-z0-9+.-]*:).{0,20}/i.exec(one)?.[0];
    if (bare !== undefined) core.record.violate('unescaped_text', `${where}: "${bare}" is read as a mark`);
  }
};
