import type { AnyBlock, Button, KnownBlock, SectionBlock } from '@slack/types';
import { actions, clipMarked, LIMIT, quoted, section, typed } from './blocks.ts';
import type { Message } from './message.ts';

/** Our own mrkdwn as plain words: links by their names, mentions without ids, letters instead of escapes and marks. */
export const bare = (text: string): string =>
  text
    .replaceAll(/<([^<>|]*)\|([^<>]*)>/g, '$2')
    .replaceAll(/<([@#])[^<>]*>/g, '$1…')
    .replaceAll(/<([^<>]*)>/g, '$1')
    .replaceAll(/(?<!\u2060)\*([^*\n]+)\*(?!\u2060)/g, '$1')
    .replaceAll('\u2060', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

type Worded = { readonly type: string; readonly text: string };
const wordsOf = (text: Worded | undefined): string[] => {
  if (!text) return [];
  return [text.type === 'mrkdwn' ? bare(text.text) : text.text];
};

function wordsOfBlock(any: AnyBlock): string[] {
  const block = any as KnownBlock;
  if (block.type === 'header') return wordsOf(block.text);
  if (block.type === 'section') return [...wordsOf(block.text), ...(block.fields ?? []).flatMap(wordsOf)];
  if (block.type === 'context')
    return block.elements.flatMap((one) => (one.type === 'image' ? [] : wordsOf(one as Worded)));
  return [];
}

/** What a message says, in plain words, paragraph by paragraph; without its buttons. */
export const plainWords = ({ text, blocks }: Message): string =>
  blocks.flatMap(wordsOfBlock).join('\n\n') || bare(text);

function buttonOf(any: AnyBlock): Button | null {
  const block = any as KnownBlock;
  return block.type === 'section' && block.accessory?.type === 'button' ? block.accessory : null;
}

/** The first line of a paragraph, which says what its button is about. */
const firstLine = ({ text }: SectionBlock): string => text?.text.split('\n', 1)[0] || '…';

/**
 * A message in other words, plain ones typed by a person: its buttons stay. A button that stood beside one of several
 * paragraphs keeps the first line of that paragraph, or nobody would know what it is for.
 */
export function reworded(message: Message, words: string): Message {
  const beside = message.blocks.filter(buttonOf).length;
  const kept = message.blocks.flatMap((block): AnyBlock[] => {
    if (block.type === 'actions') return [block];
    const own = buttonOf(block);
    if (!own) return [];
    return [beside > 1 ? section(firstLine(block as SectionBlock), own) : actions([own])];
  });
  const { files } = message;
  return { text: clipMarked(typed(words), LIMIT.text), blocks: [quoted(words), ...kept], ...(files ? { files } : {}) };
}
