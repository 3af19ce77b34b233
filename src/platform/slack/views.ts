import type { AnyBlock, ModalView } from '@slack/types';
import type { Locale } from '../../core/locale.ts';
import { LIMIT, plain, section, typed } from './blocks.ts';
import { writeEnvelope } from './envelope.ts';
import type { Message, Modal } from './message.ts';
import { platformTexts } from './texts.ts';

/** A modal as Slack takes it, with language and origin in its metadata. */
export function toView(modal: Modal, locale: Locale, channelId: string | null): ModalView {
  return {
    type: 'modal',
    callback_id: modal.callbackId,
    title: plain(modal.title, LIMIT.title),
    close: plain(modal.close ?? platformTexts(locale).close, LIMIT.title),
    ...(modal.submit ? { submit: plain(modal.submit, LIMIT.title) } : {}),
    private_metadata: writeEnvelope({ locale, channelId, data: modal.metadata }),
    blocks: modal.blocks.slice(0, LIMIT.modalBlocks),
  };
}

/** Characters of all texts inside. */
function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  );
}

/** The first blocks that fit into one message together: fifty, and about 10 000 characters (Slack contract 5.4). */
function fitting(blocks: readonly AnyBlock[]): readonly AnyBlock[] {
  let length = 0;
  const tooMuch = blocks.slice(0, LIMIT.messageBlocks).findIndex((block) => {
    length += textLength(block);
    return length > LIMIT.messageText;
  });
  return blocks.slice(0, tooMuch < 0 ? LIMIT.messageBlocks : tooMuch);
}

/** A modal's words as a message, for when there is no modal to show them in; fields cannot stand in a message. */
export const toMessage = (modal: Modal): Message => ({
  text: typed(modal.title),
  blocks: fitting(modal.blocks.filter((block) => block.type !== 'input')),
});

/** A modal that only says something: a wait, a refusal, an outcome. */
export const noteModal = (title: string, text: string): Modal => ({
  callbackId: 'platform_note',
  title,
  blocks: [section(text)],
});

export function workingModal(locale: Locale): Modal {
  const words = platformTexts(locale).working;
  return noteModal(words.title, words.text);
}
