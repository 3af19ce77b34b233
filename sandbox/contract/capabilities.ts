import type { PersonKind } from '../page-api.ts';

export type Surface = 'command' | 'shortcut' | 'button' | 'modal' | 'home' | 'dm';
/**
 * `yes`: anywhere they can be; `shared`: only in channels shared with their workspace;
 * `own`: only in a channel they are a member of (not in direct messages); `no`: never.
 */
export type Allowance = 'yes' | 'own' | 'shared' | 'no';

/**
 * What each kind of person may do with an app (Slack contract 5.10, 5.11). Where Slack's rule is not known the
 * stricter one stands here, so that nothing an organisation needs depends on it.
 */
export const CAPABILITIES: Readonly<Record<PersonKind, Readonly<Record<Surface, Allowance>>>> = {
  admin: { command: 'yes', shortcut: 'yes', button: 'yes', modal: 'yes', home: 'yes', dm: 'yes' },
  member: { command: 'yes', shortcut: 'yes', button: 'yes', modal: 'yes', home: 'yes', dm: 'yes' },
  guest: { command: 'yes', shortcut: 'yes', button: 'yes', modal: 'yes', home: 'yes', dm: 'yes' },
  single_channel_guest: { command: 'own', shortcut: 'no', button: 'yes', modal: 'yes', home: 'no', dm: 'yes' },
  foreign: { command: 'no', shortcut: 'no', button: 'shared', modal: 'shared', home: 'no', dm: 'no' },
  deactivated: { command: 'no', shortcut: 'no', button: 'no', modal: 'no', home: 'no', dm: 'no' },
  bot: { command: 'no', shortcut: 'no', button: 'no', modal: 'no', home: 'no', dm: 'no' },
};
