/**
 * What the sandbox's browser page and the sandbox's server say to each other: the only types both sides share.
 *
 * - `GET  /sandbox/snapshot?as=<userId>`                        → `Snapshot`
 * - `GET  /sandbox/messages?as=<userId>&channel=<channelId>`    → `ChannelMessages` (oldest first)
 * - `GET  /sandbox/replies?as=<userId>&channel=<id>&ts=<ts>`    → `ChannelMessages` of one thread
 * - `POST /sandbox/act` with an `ActRequest`                    → `ActResult`
 * - `GET  /sandbox/stream?as=<userId>` (server-sent events)     → one `data: Change` a line; the page fetches again what changed
 * - `GET  /sandbox/clock`                                       → `ClockState`
 * - `GET  /sandbox/file?as=<userId>&id=<fileId>`               → the bytes of a file this person sees
 * - `POST /sandbox/clock` with `{ ms }` or `{ to }` (an instant) → `{ ok, now }`: moves the sandbox's clock ahead
 * - `GET  /sandbox/traffic?after=<n>`                           → `Traffic` (newest first)
 * - `GET  /sandbox/status`                                      → `Status` (for scripts and tests)
 *
 * Everything else (`/api/*`, `/response/*`) is Slack's own surface and is never called by the page.
 */
import type { AnyBlock, PlainTextElement, View } from '@slack/types';

export type PersonKind = 'admin' | 'member' | 'guest' | 'single_channel_guest' | 'foreign' | 'deactivated' | 'bot';

export type PagePerson = {
  readonly id: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly name: string;
  readonly title: string;
  readonly kind: PersonKind;
  readonly locale: string | null;
  /** IANA name of the person's time zone. */
  readonly tz: string;
  /** Two-letter initials and a hue from 0 to 359, so that every person has a steady avatar. */
  readonly avatar: { readonly initials: string; readonly hue: number };
};

export type PageChannel = {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Channel name without `#`; for a direct message the other side's name. */
  readonly name: string;
  readonly topic: string;
  /** The other person of a direct message. */
  readonly withUser: string | null;
  readonly isMember: boolean;
  readonly archived: boolean;
  /** Names of the other workspaces in it (Slack Connect). */
  readonly sharedWith: readonly string[];
  readonly members: readonly string[];
  readonly unread: number;
};

type PageCommand = { readonly command: string; readonly description: string; readonly usageHint: string };
type PageShortcut = {
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'global' | 'message';
};

/** An open modal as the person sees it; the last of the list is on top. `state` is what has been typed so far. */
export type PageView = View & {
  readonly id: string;
  readonly hash: string;
  readonly state?: { readonly values: StateValues };
};

export type Snapshot = {
  readonly me: PagePerson;
  readonly team: { readonly id: string; readonly name: string };
  readonly app: { readonly userId: string; readonly name: string; readonly connected: boolean };
  readonly people: readonly PagePerson[];
  readonly channels: readonly PageChannel[];
  readonly commands: readonly PageCommand[];
  readonly shortcuts: readonly PageShortcut[];
  /** Open modals of this person, bottom first. */
  readonly modals: readonly PageView[];
  readonly home: PageView | null;
  readonly invitations: readonly PageInvitation[];
  /** Milliseconds since 1970 of the sandbox's clock. */
  readonly now: number;
  readonly violations: number;
  /** What is going on in a story that plays by itself; null where none does. */
  readonly scene: Scene | null;
};

/** An invitation of Slack Connect that waits: shown to whoever can answer it, and to the admins. */
export type PageInvitation = {
  readonly id: string;
  readonly channel: string;
  readonly channelName: string;
  /** `requested`: not sent yet; `sent`: waits for the invited person; `accepted`: waits for an admin. */
  readonly state: 'requested' | 'sent' | 'accepted';
  /** The invited person's name, or the address it went to. */
  readonly invited: string;
  /** Who accepted it; `null` before that. */
  readonly acceptedBy: string | null;
  /** The workspace of whoever accepted; `null` before that. */
  readonly teamName: string | null;
  readonly postOnly: boolean;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** What this person can answer now: `accept_invite`, `approve_invite`, `decline_invite`; none when they only wait. */
  readonly acts: readonly ('accept' | 'approve' | 'decline')[];
};

export type PageMessage = {
  readonly ts: string;
  readonly channel: string;
  /** The person or bot who wrote it; `null` for Slack's own notes ("joined the channel"). */
  readonly user: string | null;
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
  readonly threadTs: string | null;
  readonly replyCount: number;
  /** `ts` of the thread's last reply. */
  readonly lastReply: string | null;
  /** Replies this person has not seen, in threads they wrote in. */
  readonly unreadReplies: number;
  readonly editedAt: number | null;
  readonly pinned: boolean;
  /** Shown to this person only. */
  readonly ephemeral: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly files: readonly PageFile[];
};

/** A file as a person sees it; `url` gives its bytes to that person (`size` of them) and is the sandbox's own. */
export type PageFile = {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
  readonly url: string;
};
/** A file on its way in; `content` is base64, ten megabytes at most. */
export type NewFile = { readonly name: string; readonly mimetype?: string; readonly content: string };

export type ChannelMessages = { readonly messages: readonly PageMessage[] };

/** Where a pressed element stands. */
export type ElementPlace =
  | { readonly in: 'message'; readonly channel: string; readonly ts: string }
  | { readonly in: 'modal'; readonly viewId: string }
  | { readonly in: 'home' };

/** One element's value in the exact shape of `view.state.values[block_id][action_id]`. */
export type ElementState = { readonly type: string } & Readonly<Record<string, unknown>>;
export type StateValues = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;

export type Act =
  | { readonly do: 'say'; readonly channel: string; readonly text: string; readonly threadTs?: string }
  /**
   * With `channel` one message with these files. Without it they wait for a `file_input`, whose state then is
   * `{ type: 'file_input', files: [{ id }, …] }` with the ids of the result's `files`.
   */
  | {
      readonly do: 'upload';
      readonly files: readonly NewFile[];
      readonly channel?: string;
      readonly text?: string;
      readonly threadTs?: string;
    }
  | { readonly do: 'slash'; readonly channel: string; readonly command: string; readonly text: string }
  /** `value` is set for selects, pickers, checkboxes…: the element's state shape after the choice. */
  | {
      readonly do: 'press';
      readonly place: ElementPlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly value?: ElementState;
      readonly values?: StateValues;
    }
  | { readonly do: 'submit'; readonly viewId: string; readonly values: StateValues }
  | { readonly do: 'close'; readonly viewId: string }
  | {
      readonly do: 'suggest';
      readonly place: ElementPlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly query: string;
    }
  | { readonly do: 'shortcut'; readonly callbackId: string; readonly channel?: string; readonly ts?: string }
  | { readonly do: 'open_home'; readonly tab?: 'home' | 'messages' }
  | { readonly do: 'open_dm'; readonly user: string }
  | { readonly do: 'join'; readonly channel: string }
  /** Brings somebody, or the app, into a channel. */
  | { readonly do: 'invite'; readonly channel: string; readonly user: string }
  /** Answers an invitation of Slack Connect by its id. */
  | { readonly do: 'accept_invite' | 'approve_invite' | 'decline_invite'; readonly invite: string }
  /** Marks a channel as read, or one of its threads: reading the one leaves the other unread. */
  | { readonly do: 'read'; readonly channel: string; readonly threadTs?: string };

export type ActRequest = { readonly as: string; readonly act: Act };

export type SuggestedOption = {
  readonly text: PlainTextElement;
  readonly value: string;
  readonly description?: PlainTextElement;
};

export type ActResult =
  | {
      readonly ok: true;
      /** After `submit`: what the app answered. `errors` are keyed by block_id. */
      readonly response?:
        | { readonly action: 'closed' | 'updated' | 'pushed' | 'cleared' }
        | { readonly action: 'errors'; readonly errors: Readonly<Record<string, string>> };
      readonly options?: readonly SuggestedOption[];
      /** The group of each option, when the app offered groups. */
      readonly groups?: readonly string[];
      readonly channel?: string;
      /** After `upload`. */
      readonly files?: readonly PageFile[];
    }
  /** `operation_timeout` = the app did not answer within three seconds; `dispatch_failed` = no app listens. */
  | { readonly ok: false; readonly error: string; readonly errors?: Readonly<Record<string, string>> };

export type Change =
  | { readonly changed: 'messages'; readonly channel: string }
  | {
      readonly changed:
        | 'channels'
        | 'invitations'
        | 'people'
        | 'modals'
        | 'home'
        | 'clock'
        | 'violations'
        | 'app'
        | 'scene';
    };

/** Who looks, and at what: a channel id or `home`. */
export type Place = { readonly as: string | null; readonly at: string | null };

/** What is going on in a story that plays by itself, in words for whoever watches. */
export type Scene = {
  readonly chapter: number;
  readonly of: number;
  readonly title: string;
  /** What somebody is doing; empty between two such things. */
  readonly step: string;
  /** Who does it, and where. */
  readonly place: Place;
};

/** A moment worth going to, in words for people. */
export type Moment = { readonly at: number; readonly label: string };

export type ClockState = { readonly now: number; readonly next: Moment | null };

/** One call of the app, or one attempt to hand something to it. */
export type TrafficEntry = {
  /** Grows with every entry. */
  readonly n: number;
  readonly at: number;
  readonly kind: 'call' | 'events_api' | 'slash_commands' | 'interactive';
  /** `chat.postMessage`, `app_home_opened`, `/debiuty` … */
  readonly name: string;
  /** `ok` or Slack's error of a call; `waiting`, `acknowledged`, `timeout` or `failed` of a delivery. */
  readonly outcome: string;
  readonly problem: boolean;
  /** 0 is the first. */
  readonly attempt: number;
  /** How long the app took to answer, in milliseconds. */
  readonly ms: number | null;
  /** Arguments, or payload and answer, as JSON without secrets. */
  readonly detail: string;
};

export type Traffic = { readonly entries: readonly TrafficEntry[] };

export type Status = {
  readonly ready: boolean;
  readonly connections: number;
  readonly unanswered: number;
  readonly violations: readonly { readonly name: string; readonly detail: string; readonly at: number }[];
};
