import type { PersonKind } from '../page-api.ts';

/**
 * `yes`: wherever they can be; `own`: only in a channel they are a member of (not in direct messages);
 * `shared`: only where a channel is shared with their workspace; `no`: never.
 */
type Allowance = 'yes' | 'own' | 'shared' | 'no';
type Row = Readonly<Record<PersonKind, Allowance>>;

/** Deactivated people and bots use nothing. */
const row = (admin: Allowance, member: Allowance, guest: Allowance, single: Allowance, foreign: Allowance): Row => ({
  admin,
  member,
  guest,
  single_channel_guest: single,
  foreign,
  deactivated: 'no',
  bot: 'no',
});

/**
 * What each kind of person may use (Slack contract 5.10, 5.11), in the order: admin, member, guest, single-channel
 * guest, person of another workspace. Where Slack's rule is not known the stricter one stands here, so that nothing an
 * organisation needs depends on it.
 */
export const CAPABILITIES = {
  command: row('yes', 'yes', 'yes', 'own', 'no'),
  shortcut: row('yes', 'yes', 'yes', 'no', 'no'),
  /** Pressing and choosing in messages. */
  button: row('yes', 'yes', 'yes', 'yes', 'shared'),
  modal: row('yes', 'yes', 'yes', 'yes', 'shared'),
  home: row('yes', 'yes', 'yes', 'no', 'no'),
  dm: row('yes', 'yes', 'yes', 'yes', 'no'),
  /** Writing, and mentioning the app, where they are a member. */
  message: row('yes', 'yes', 'yes', 'yes', 'shared'),
  /** Looking into public channels without being in them, and coming in. */
  browse: row('yes', 'yes', 'no', 'no', 'no'),
  /** Bringing somebody in, the app too. */
  invite: row('own', 'own', 'no', 'no', 'no'),
  /** Accepting an invitation to a Slack Connect channel that is for them. */
  accept: row('no', 'no', 'no', 'no', 'yes'),
  /** Deciding about Slack Connect for the home workspace. */
  approve: row('yes', 'no', 'no', 'no', 'no'),
} as const satisfies Readonly<Record<string, Row>>;
export type Surface = keyof typeof CAPABILITIES;

/** Slack's word when the app writes to somebody it cannot reach; nothing for those it can (Slack contract 5.9). */
export const DM_REFUSALS = {
  bot: 'cannot_dm_bot',
  deactivated: 'user_disabled',
  foreign: 'user_not_visible',
} as const satisfies Partial<Record<PersonKind, string>>;

/** Slack's words when somebody of this kind cannot be brought into a channel; each has its own condition. */
export const INVITE_REFUSALS = {
  deactivated: ['cant_invite'],
  foreign: ['no_external_invite_permission'],
  single_channel_guest: ['ura_max_channels', 'user_is_restricted'],
  guest: ['user_is_restricted'],
} as const satisfies Partial<Record<PersonKind, readonly string[]>>;
