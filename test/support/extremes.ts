import { expect } from 'vitest';
import { blocksTooLong, validateBlocks, validateView, viewTooLarge } from '../../sandbox/blockkit/validate.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Home, Message, Modal } from '../../src/platform/slack/message.ts';
import { toView } from '../../src/platform/slack/views.ts';

/** Names and words at the edges: empty, long, emoji, right-to-left, markup, broadcast. */
export const AWKWARD: readonly string[] = [
  'A',
  'Stowarzyszenie Miłośniczek i Miłośników Bardzo Długich Nazw Własnych, Ogrodów Wspólnych oraz Rozmów Sąsiedzkich '.repeat(
    28,
  ),
  '🌻👩‍🌾'.repeat(400),
  'جمعية الجيران المتخيلين',
  '<!channel> <@U0001> *gwiazdki* _linie_ `kod` ~skreślenie~ <https://przyklad.example|klik> &amp;',
  'x'.repeat(3001),
];

export const LOCALES: readonly Locale[] = ['pl', 'en'];

/** People’s words that came alive: a broadcast or a mention inside mrkdwn. */
const ALIVE = /"mrkdwn","text":"(?:[^"\\]|\\.)*(?:<!channel>|<@U0001>)/;

/** Fails unless Slack would take the message. */
export function expectMessage(message: Message): void {
  expect(validateBlocks(message.blocks, 'message')).toEqual([]);
  expect(blocksTooLong(message.blocks)).toBe(false);
  expect(message.text.length).toBeLessThanOrEqual(4000);
  expect(message.text).not.toMatch(/<!channel>|<@U0001>/);
  expect(JSON.stringify(message.blocks)).not.toMatch(ALIVE);
}

/** Fails unless Slack would take the modal. */
export function expectModal(modal: Modal, locale: Locale): void {
  const view = toView(modal, locale, 'C0TEST');
  expect(validateView(view, 'modal')).toEqual([]);
  expect(viewTooLarge(view)).toBe(false);
  expect(modal.title.length).toBeLessThanOrEqual(24);
  expect((modal.submit ?? '').length).toBeLessThanOrEqual(24);
  expect(JSON.stringify(view)).not.toMatch(ALIVE);
}

/** Fails unless Slack would take the blocks as (a part of) an App Home. */
export const expectHome = (home: Home): void => {
  expect(validateBlocks(home.blocks, 'home')).toEqual([]);
};
