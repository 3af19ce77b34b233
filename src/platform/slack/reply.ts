import { section } from './blocks.ts';
import type { Home, Message, Modal } from './message.ts';

/** Replaces the modal of a work underway. False: the person has closed it, or gone on from it, or Slack did not take it. */
export type Show = (modal: Modal) => Promise<boolean>;
export type WorkEnd = { readonly modal: Modal; readonly otherwise: Message | null };

/**
 * What a handler answers. Handlers return values; `deliver` turns them into Slack calls, so that no handler talks to
 * Slack and every answer can be tested as a value.
 */
export type Reply =
  | { readonly kind: 'nothing' }
  /** Seen by this person only, where they are; falls back to a direct message. */
  | { readonly kind: 'ephemeral'; readonly message: Message }
  /** Opens a modal, or puts one on top when a modal is open. */
  | { readonly kind: 'openModal'; readonly modal: Modal }
  /** Replaces the modal the person is in. */
  | { readonly kind: 'updateModal'; readonly modal: Modal }
  /**
   * Opens or replaces the modal the person is in, and goes on working: `run` may replace it again and again, and its
   * end is shown there, or said otherwise where the person has closed it meanwhile.
   */
  | { readonly kind: 'work'; readonly modal: Modal; readonly run: (show: Show) => Promise<WorkEnd> }
  /** Closes the form, and says something where it was opened. */
  | { readonly kind: 'closeModal'; readonly all?: boolean; readonly message?: Message }
  /** Words beside fields; only as the answer to a submission. */
  | { readonly kind: 'fieldErrors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'home'; readonly home: Home };

export const nothing: Reply = { kind: 'nothing' };
export const ephemeral = (message: Message): Reply => ({ kind: 'ephemeral', message });
export const openModal = (modal: Modal): Reply => ({ kind: 'openModal', modal });
export const updateModal = (modal: Modal): Reply => ({ kind: 'updateModal', modal });
export const work = (modal: Modal, run: (show: Show) => Promise<WorkEnd>): Reply => ({ kind: 'work', modal, run });
export const closeModal = (message?: Message): Reply => ({ kind: 'closeModal', ...(message ? { message } : {}) });
export const closeAllModals = (message?: Message): Reply => ({
  kind: 'closeModal',
  all: true,
  ...(message ? { message } : {}),
});
export const fieldErrors = (errors: Readonly<Record<string, string>>): Reply => ({ kind: 'fieldErrors', errors });
export const showHome = (home: Home): Reply => ({ kind: 'home', home });

/** A plain sentence as a message. */
export const say = (text: string): Message => ({ text, blocks: [section(text)] });
