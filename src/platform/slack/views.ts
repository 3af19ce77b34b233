import type { ModalView } from '@slack/types';
import type { Locale } from '../../core/locale.ts';
import { LIMIT, plain, section } from './blocks.ts';
import { writeEnvelope } from './envelope.ts';
import type { Modal } from './message.ts';
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
