import type { ScopesByKind } from './method-types.ts';

const ABOUT_CHANNELS: ScopesByKind = { public: ['channels:read'], private: ['groups:read'], im: [] };
/** Slack's pages differ on these; the stricter one stands here. */
const ABOUT_INVITATIONS = ['conversations.connect:read', 'conversations.connect:manage'];

/**
 * Scopes an event needs before Slack sends it: any one is enough, where it matters by the kind of channel; none for
 * those not listed (Slack contract 5.9, 5.11).
 */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[] | ScopesByKind>> = {
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_mention: ['app_mentions:read'],
  member_joined_channel: ABOUT_CHANNELS,
  member_left_channel: ABOUT_CHANNELS,
  channel_shared: ABOUT_CHANNELS,
  channel_unshared: ABOUT_CHANNELS,
  shared_channel_invite_requested: ABOUT_INVITATIONS,
  shared_channel_invite_accepted: ABOUT_INVITATIONS,
  shared_channel_invite_approved: ABOUT_INVITATIONS,
  shared_channel_invite_declined: ABOUT_INVITATIONS,
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_rename: ['channels:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  group_rename: ['groups:read'],
  file_shared: ['files:read'],
  file_deleted: ['files:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
};
