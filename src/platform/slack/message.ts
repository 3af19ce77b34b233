import type { AnyBlock } from '@slack/types';

/** A file to hang in the thread of a message. Its name is its own among the files of one message. */
export type MessageFile = { readonly name: string; readonly title: string; readonly content: string | Uint8Array };

/** Stores a picture that blocks can show, and gives its file id. */
export type Upload = (picture: { readonly name: string; readonly png: Uint8Array }) => Promise<string>;

/** Ways to say a message when Slack refuses its blocks: those that are made only then, one by one, and one for everywhere. */
export type Plainer = {
  /** The blocks themselves show pictures, sent by people a moment ago perhaps: Slack may take them a little later. */
  readonly isPictured?: boolean;
  readonly tries: readonly ((upload: Upload) => Promise<Message>)[];
  /** Of blocks that stand in messages and modals alike. */
  readonly last: Message;
};

/**
 * A message as features build it: the text is what notifications and screen readers get, the blocks are what is seen.
 * The files of a notice follow it into its thread; anything but a notice is said without them.
 */
export type Message = {
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
  readonly files?: readonly MessageFile[];
  /** The same in other blocks, for where Slack refuses these. */
  readonly plainer?: Plainer;
};

/** A modal as features build it. `metadata` comes back, checked, with the submission; language and origin are added on the way out. */
export type Modal = {
  readonly callbackId: string;
  readonly title: string;
  readonly blocks: readonly AnyBlock[];
  readonly submit?: string;
  readonly close?: string;
  readonly metadata?: unknown;
};

/** An App Home as features build it. */
export type Home = { readonly blocks: readonly AnyBlock[] };

/** An entry of a searchable select. */
export type Choice = { readonly value: string; readonly text: string; readonly description?: string };
