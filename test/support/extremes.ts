import { expect } from 'vitest';
import { blocksTooLong, validateBlocks, validateView, viewTooLarge } from '../../sandbox/blockkit/validate.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Home, Message, Modal } from '../../src/platform/slack/message.ts';
import { toMessage, toView } from '../../src/platform/slack/views.ts';

export { AWKWARD } from './words.ts';

export const LOCALES: readonly Locale[] = ['pl', 'en'];

/** A piece of text that a reader sees, and how Slack reads it. */
export type Said = { readonly kind: 'mrkdwn' | 'plain_text'; readonly text: string };

/** Every text of blocks, options, buttons and dialogs, in order. */
export function saidIn(value: unknown): readonly Said[] {
  if (Array.isArray(value)) return value.flatMap(saidIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, accessibility_label: label } = value as Readonly<Record<string, unknown>>;
  if ((type === 'mrkdwn' || type === 'plain_text') && typeof text === 'string') return [{ kind: type, text }];
  const spoken: Said[] = typeof label === 'string' ? [{ kind: 'plain_text', text: label }] : [];
  return [...Object.values(value).flatMap(saidIn), ...spoken];
}

/** Marks of ours: a person, a channel, a link into Slack, and an address shown as it is. What people type never becomes another one. */
export const OURS =
  /<(?:@[UW](?!0EVIL)[A-Za-z0-9]+|#[CG](?!0EVIL)[\w-]+|https:\/\/(?:\w+\.)?slack\.com\/[^<>|]*\|[^<>|]*|https?:\/\/[^<>|\s]+)>/g;

/** What is wrong with a text, whatever it is about. */
const FAULTS: readonly (readonly [fault: string, isThere: (said: Said) => boolean])[] = [
  ['is blank', ({ text }) => text.trim() === ''],
  ['has half a character', ({ text }) => !text.isWellFormed()],
  ['shows a value without words', ({ text }) => /\b(?:undefined|null|NaN)\b|\[object |Invalid DateTime/.test(text)],
  ['has a mark that is not ours', ({ kind, text }) => kind === 'mrkdwn' && /[<>]/.test(text.replace(OURS, ''))],
  ['has a bare or cut &', ({ kind, text }) => kind === 'mrkdwn' && /&(?!amp;|lt;|gt;)/.test(text)],
  ['lets formatting come alive', ({ kind, text }) => kind === 'mrkdwn' && /\*gwiazdki|_linie|`kod|~skre/.test(text)],
  ['shows escapes', ({ kind, text }) => kind === 'plain_text' && text.includes('\u2060')],
  ['turns the line round', ({ text }) => text.split('\u2068').length !== text.split('\u2069').length],
];

/** What is wrong with these texts, each with its beginning and end; empty when all is well. */
export const faultsOf = (said: readonly Said[]): readonly string[] =>
  said.flatMap((one) =>
    FAULTS.filter(([, isThere]) => isThere(one)).map(
      ([fault]) => `${one.kind} ${fault}: ${one.text.slice(0, 200)} … ${one.text.slice(-60)}`,
    ),
  );

/** Fails on any fault in the texts of blocks. */
export const expectWords = (blocks: unknown): void => expect(faultsOf(saidIn(blocks))).toEqual([]);

/** Fails unless Slack would take the message. */
function expectSayable(message: Message): void {
  expect(validateBlocks(message.blocks, 'message')).toEqual([]);
  expect(blocksTooLong(message.blocks)).toBe(false);
  expect(message.text.length).toBeLessThanOrEqual(4000);
  expect(faultsOf([{ kind: 'mrkdwn', text: message.text }])).toEqual([]);
  expectWords(message.blocks);
}

/** Fails unless Slack would take the message, and as a modal's content too: there it goes while a modal is open. */
export function expectMessage(message: Message): void {
  expectSayable(message);
  // Where a modal is open, or Slack refuses the blocks, the plainest way is taken.
  if (message.plainer) expectMessage(message.plainer.last);
  else expect(validateBlocks(message.blocks, 'modal')).toEqual([]);
}

/** Fails unless Slack would take the modal, with every word of its title and buttons and every block; and as a message. */
export function expectModal(modal: Modal, locale: Locale): void {
  const view = toView(modal, locale, 'C0TEST');
  expect(validateView(view, 'modal')).toEqual([]);
  expect(viewTooLarge(view)).toBe(false);
  for (const own of [modal.title, modal.submit ?? '', modal.close ?? '']) expect(own.length).toBeLessThanOrEqual(24);
  expect(modal.blocks.length).toBeLessThanOrEqual(100);
  expectWords(view);
  expectSayable(toMessage(modal));
}

/** Fails unless Slack would take the blocks as (a part of) an App Home. */
export const expectHome = (home: Home): void => {
  const view = { type: 'home', blocks: home.blocks };
  expect(validateView(view, 'home')).toEqual([]);
  expect(viewTooLarge(view)).toBe(false);
  expectWords(home.blocks);
};
