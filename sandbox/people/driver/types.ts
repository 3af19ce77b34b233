import type { Act, ActResult, NewFile, PageFile, PageMessage, PageView } from '../../page-api.ts';
import type { Entry } from './fill.ts';
import type { Where } from './find.ts';

/** The outcome of a submission; `errors` by the label of the field, empty unless `action` is `errors`. */
export type Submitted = {
  readonly action: 'closed' | 'updated' | 'pushed' | 'cleared' | 'errors';
  readonly errors: Readonly<Record<string, string>>;
};

/** An open view as the person reads it: its title, and every word of its blocks. */
export type Seen = PageView & { readonly heading: string; readonly all: string };

/** What a person sees. Channels go by id, by name with or without `#`, or by a person's name for a direct message. */
export type PersonLooks = {
  readonly modal: () => Seen | null;
  readonly modals: () => readonly Seen[];
  readonly home: () => Seen | null;
  /** Oldest first, with those only this person sees. */
  readonly messages: (channel: string) => readonly PageMessage[];
  readonly replies: (channel: string, ts: string) => readonly PageMessage[];
  /** Each message as plain words. */
  readonly texts: (channel: string) => readonly string[];
  /** Messages in the direct message with the app; none when there is no such conversation. */
  readonly dms: () => readonly PageMessage[];
  /** Names of the channels this person sees. */
  readonly channels: () => readonly string[];
};

/** What a person does, by the words they see. A refused act throws with Slack's word for it. */
export type PersonActs = {
  readonly say: (channel: string, text: string, threadTs?: string) => Promise<void>;
  /** With a channel one message with the files; without one they wait, and a `file_input` is filled with their names. */
  readonly upload: (files: readonly NewFile[], channel?: string, text?: string) => Promise<readonly PageFile[]>;
  readonly slash: (channel: string, line: string) => Promise<void>;
  /** A button, or an entry of an overflow menu; a modal that only says something is put away first, as people do. */
  readonly click: (label: string, where?: Where) => Promise<void>;
  /** Chooses in a select, radio group or picker outside a form. */
  readonly choose: (label: string, entry: Entry, where?: Where) => Promise<void>;
  readonly fill: (fields: Readonly<Record<string, Entry>>) => Promise<void>;
  readonly submit: () => Promise<Submitted>;
  readonly close: () => Promise<void>;
  readonly shortcut: (name: string, message?: { readonly channel: string; readonly ts: string }) => Promise<void>;
  readonly openHome: (tab?: 'home' | 'messages') => Promise<void>;
  readonly join: (channel: string) => Promise<void>;
  /** Option texts an external select offers for what is typed. */
  readonly suggestions: (label: string, query: string) => Promise<readonly string[]>;
  /** The bare act with its result: nothing awaited, nothing thrown. */
  readonly act: (act: Act) => Promise<ActResult>;
};

/** A person at work. */
export type PersonDriver = { readonly id: string; readonly name: string } & PersonActs & PersonLooks;
