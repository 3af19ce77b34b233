import type { ConnectRules } from '../contract/connect.ts';
import type { PLANS } from '../contract/plans.ts';
import type { PersonKind, StateValues } from '../page-api.ts';
import type { Invitation } from './invitation.ts';

/** Anything that came in as JSON and has passed the validator. */
export type Json = { readonly [key: string]: unknown };
export type Block = { readonly type: string; readonly block_id: string } & Json;

export type Team = {
  id: string;
  name: string;
  domain: string;
  plan: keyof typeof PLANS;
  /** Who may bring guests into channels; with `admins` an app gets `user_is_restricted`. */
  guestInvites: 'anyone' | 'admins';
  /** Rules for Slack Connect; the usual ones when absent. */
  connect?: ConnectRules;
  /** What its admins let people and apps upload; everything when absent. */
  uploads?: 'images' | 'nothing' | undefined;
};

export type Person = {
  id: string;
  teamId: string;
  /** Full name as people see it. */
  name: string;
  /** Short name, as in `@alicja`. */
  handle: string;
  title: string;
  kind: PersonKind;
  /** An app is never told that of a foreign person. */
  email: string | null;
  locale: string | null;
  tz: string;
  owner: boolean;
};

export type Bookmark = { id: string; title: string; type: string; link: string; emoji: string | null };

export type Channel = {
  id: string;
  kind: 'public' | 'private' | 'im';
  name: string;
  topic: string;
  purpose: string;
  creator: string;
  /** Seconds since 1970. */
  created: number;
  archived: boolean;
  general: boolean;
  members: string[];
  /** Teams other than ours that share the channel (Slack Connect). */
  sharedWith: string[];
  /** `ts` of pinned messages. */
  pins: string[];
  bookmarks: Bookmark[];
  canvas?: { id: string; title: string; markdown: string };
};

type Reaction = { name: string; users: string[] };

export type Message = {
  ts: string;
  channel: string;
  /** `null` for Slack's own notes. */
  user: string | null;
  text: string;
  blocks: Block[];
  threadTs: string | null;
  /** Milliseconds since 1970 of the last edit. */
  editedAt: number | null;
  metadata: Json | null;
  reactions: Reaction[];
  subtype: string | null;
  /** What Slack's own notes say besides their text: `topic`, `inviter` … */
  details?: Json;
  /** The only person who sees it: an ephemeral message. */
  onlyFor: string | null;
  /** Ids of the files it carries. */
  files?: readonly string[];
};

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** Bytes: as announced, then as received. */
  size: number;
  user: string;
  /** Seconds since 1970. */
  created: number;
  /** Before `complete` come the steps of an app's upload; Slack processes a file before it can be used. */
  stage: 'announced' | 'received' | 'processing' | 'complete' | 'deleted';
  /** The secret end of the upload address. */
  ticket: string;
  /** Base64. */
  content: string;
  /** Handed to the app in a form, so that it may read it. */
  handedOver: boolean;
};

/** A message that waits for its moment. */
export type Scheduled = {
  id: string;
  channel: string;
  /** Seconds since 1970. */
  postAt: number;
  created: number;
  text: string;
  blocks: readonly Json[];
  threadTs: string | null;
  metadata: Json | null;
};

export type StoredView = {
  id: string;
  type: 'modal' | 'home';
  /** The person in front of whom it is open. */
  owner: string;
  /** `title`, `submit`, `close`, `blocks`, `private_metadata` … as the app sent them, block ids filled in. */
  body: Json & { readonly blocks: readonly Block[] };
  hash: string;
  state: StateValues;
  rootId: string;
  previousId: string | null;
};

/** Everything that a restart must keep; plain JSON. */
export type WorldState = {
  teams: Team[];
  persons: Person[];
  channels: Channel[];
  invitations: Invitation[];
  messages: Record<string, Message[]>;
  modals: Record<string, StoredView[]>;
  homes: Record<string, StoredView>;
  files: StoredFile[];
  scheduled: Scheduled[];
  /** `ts` up to which a person has read a channel: `reads[person][channel]`. */
  reads: Record<string, Record<string, string>>;
  /** The last number given out, for ids. */
  counter: number;
  /** The last `ts` given out, in microseconds. */
  lastTs: number;
  /** How far the clock has been moved ahead, in milliseconds. */
  clockOffset: number;
};
