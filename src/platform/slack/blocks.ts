import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { clip, escapeSlack, isolate } from '../../core/text.ts';
import type { Choice } from './message.ts';

/** The limits of Block Kit that our builders keep (Slack contract 5.2 to 5.4). */
export const LIMIT = {
  text: 3000,
  header: 150,
  field: 2000,
  label: 2000,
  button: 75,
  buttonValue: 2000,
  option: 75,
  options: 100,
  title: 24,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  actions: 25,
  messageBlocks: 50,
  messageText: 10_000,
  modalBlocks: 100,
} as const;

/** Words typed by people, for use inside mrkdwn: shown as typed, with no mention, link or formatting coming alive. */
export function typed(text: string): string {
  const joiner = '\u2060';
  return isolate(escapeSlack(text).replace(/[*_~`]/g, (mark) => `${joiner}${mark}${joiner}`));
}

/**
 * A name or a few words typed by people, at most `max` signs of them: signs that take more room than they show count
 * against half as much again, so that a list has a known size whatever is typed.
 */
export const typedShort = (text: string, max: number): string =>
  clipMarked(typed(clip(text, max)), max + Math.ceil(max / 2));

export const plain = (text: string, max: number = LIMIT.text): PlainTextElement => ({
  type: 'plain_text',
  text: clip(text, max) || ' ',
  emoji: false,
});

/** What is left of an escape, of a mark of ours, or of a harmless `*` when a text is cut inside it. */
const BROKEN = /(?:&[a-z]{0,3}|<[^<>]*|\u2060[*_~`])$/;

/** At most `max` UTF-16 units of mrkdwn: never half an escape or mention, and no right-to-left name left open. */
export function clipMarked(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = clip(text, max - 1)
    .slice(0, -1)
    .replace(BROKEN, '');
  const isOpen = kept.split('\u2068').length > kept.split('\u2069').length;
  return isOpen ? `${kept}…\u2069` : `${kept}…`;
}

export const mrkdwn = (text: string, max: number = LIMIT.text): MrkdwnElement => ({
  type: 'mrkdwn',
  text: clipMarked(text, max) || ' ',
  // Addresses and channel names in people's words stay words; our own <…> marks work all the same.
  verbatim: true,
});

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, LIMIT.header) });

export const divider = (): DividerBlock => ({ type: 'divider' });

/** A paragraph of our own words in mrkdwn; put people's words through `typed`. */
export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory ? { accessory } : {}) };
}

/** Words typed by people as a paragraph of their own, exactly as typed. */
export const quoted = (text: string): SectionBlock => ({ type: 'section', text: plain(text) });

/** Two columns of "label / value" pairs, at most ten. */
export const fields = (pairs: readonly (readonly [label: string, value: string])[]): SectionBlock => ({
  type: 'section',
  fields: pairs.slice(0, 10).map(([label, value]) => mrkdwn(`*${label}*\n${value}`, LIMIT.field)),
});

export const context = (...texts: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, 10).map((text) => mrkdwn(text)),
});

export type ButtonOptions = {
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: ConfirmationDialog;
  readonly label?: string;
};

/** A button; `value` is what a codec of the feature's ids wrote. */
export function button(actionId: string, text: string, options: ButtonOptions = {}): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, LIMIT.button),
    ...(options.value === undefined ? {} : { value: options.value }),
    ...(options.style ? { style: options.style } : {}),
    ...(options.confirm ? { confirm: options.confirm } : {}),
    ...(options.label ? { accessibility_label: clip(options.label, LIMIT.button) } : {}),
  };
}

export const actions = (elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock => ({
  type: 'actions',
  elements: elements.slice(0, LIMIT.actions),
  ...(blockId ? { block_id: blockId } : {}),
});

export const confirm = (words: {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean;
}): ConfirmationDialog => ({
  title: plain(words.title, LIMIT.confirmTitle),
  text: plain(words.text, LIMIT.confirmText),
  confirm: plain(words.yes, LIMIT.confirmButton),
  deny: plain(words.no, LIMIT.confirmButton),
  ...(words.danger ? { style: 'danger' } : {}),
});

export const option = (choice: Choice): PlainTextOption => ({
  text: plain(choice.text, LIMIT.option),
  value: choice.value,
  ...(choice.description ? { description: plain(choice.description, LIMIT.option) } : {}),
});
