import { isRecord } from '../../blockkit/check.ts';

const SKIP = new Set([
  'type',
  'block_id',
  'action_id',
  'value',
  'url',
  'image_url',
  'style',
  'verbatim',
  'emoji',
  'dispatch_action',
  'optional',
]);

const collect = (value: unknown, out: string[]): void => {
  if (typeof value === 'string') out.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, out);
  else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (SKIP.has(key)) continue;
      if (key === 'text' || key === 'alt_text' || key === 'name' || typeof item === 'object') collect(item, out);
    }
  }
};

/** Every word a reader sees in blocks, one line each. */
export const flatten = (blocks: unknown): string => {
  const out: string[] = [];
  collect(blocks, out);
  return out.join('\n');
};

/** What a reader sees of a message: its blocks, or its text when it has none. */
export const messageText = (message: { readonly text: string; readonly blocks: readonly unknown[] }): string =>
  message.blocks.length > 0 ? flatten(message.blocks) : message.text;
