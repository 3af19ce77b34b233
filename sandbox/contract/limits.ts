/** Limits of views, messages, deliveries and rates (Slack contract 5.1, 5.2, 5.6, 5.8). */

/** An app must answer a delivery within this many milliseconds. */
export const ACK_MS = 3_000;
export const TRIGGER_MS = 3_000;
export const RESPONSE_URL_MS = 30 * 60_000;
export const RESPONSE_URL_USES = 5;
export const SOCKET = {
  most: 10,
  pingMs: 10_000,
  /** How long a connection lasts, in seconds, and how long before its end it is told (milliseconds). */
  connectionSeconds: 18_060,
  warningMs: 10_000,
} as const;
/** After so many events within an hour the rest is lost, and `app_rate_limited` says so once a minute. */
export const EVENTS = { perHour: 30_000 } as const;
/** An event that was not answered comes again: at once, after a minute, after five. */
export const EVENT_RETRY_MS: readonly number[] = [0, 60_000, 300_000];

export const VIEW = {
  blocks: 100,
  /** Bytes of the whole view as JSON. */
  bytes: 250_000,
  title: 24,
  submit: 24,
  close: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  externalId: 255,
  stack: 3,
} as const;

export const MESSAGE = {
  blocks: 50,
  /** Characters of all block text together; undocumented, refused somewhere above. */
  blockText: 12_000,
  /** Longer text is cut, `chat.update` refuses more than its own limit. */
  text: 40_000,
  updateText: 4_000,
  markdownText: 12_000,
  attachments: 100,
  /** Bytes of metadata as JSON. */
  metadata: 8_000,
} as const;

/** `chat.scheduleMessage` (Slack contract 5.7). */
export const SCHEDULE = {
  aheadMs: 120 * 86_400_000,
  /** Messages within a window of so many seconds in one channel. */
  together: 30,
  windowSeconds: 300,
  /** So close to its moment a message can no longer be taken back. */
  fixedMs: 60_000,
} as const;

export const CANVAS = { bytes: 1_048_576 } as const;
/** `blocks.validate`. */
export const VALIDATE = { characters: 100_000 } as const;
export const CHANNEL = { name: 80, topic: 250, purpose: 250, invite: 100, pins: 100, bookmarks: 100 } as const;
export const BOOKMARK = { title: 256, link: 2_048 } as const;
export const SUGGESTION = { minQuery: 3 } as const;

/** Calls a minute for a tier, and how many of them may come at once. */
export const TIERS = {
  tier1: { perMinute: 1, burst: 5 },
  tier2: { perMinute: 20, burst: 20 },
  tier3: { perMinute: 50, burst: 50 },
  tier4: { perMinute: 100, burst: 100 },
  special: { perMinute: 600, burst: 100 },
  /** `chat.postMessage`, counted for each channel: a burst of three, then one a second. */
  post: { perMinute: 60, burst: 3 },
} as const;
export type Tier = keyof typeof TIERS;
