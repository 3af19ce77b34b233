/** Why a notice did not arrive, as staff are told: what they can do differs from one to the next. */
export const REASONS = [
  'not_in_slack',
  'account_off',
  'person_unreachable',
  'is_bot',
  'messages_off',
  'no_channel',
  'no_channel_yet',
  'not_in_channel',
  'archived',
  'no_posting',
  'no_permission',
  'bot_refused',
  'content',
  'unreadable',
  'outage',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

const BY_CODE: Readonly<Record<string, Reason>> = {
  not_in_slack: 'not_in_slack',
  user_disabled: 'account_off',
  user_not_found: 'person_unreachable',
  user_not_visible: 'person_unreachable',
  cannot_dm_bot: 'is_bot',
  messages_tab_disabled: 'messages_off',
  channel_not_found: 'no_channel',
  no_channel_yet: 'no_channel_yet',
  not_in_channel: 'not_in_channel',
  is_archived: 'archived',
  restricted_action: 'no_posting',
  restricted_action_read_only_channel: 'no_posting',
  restricted_action_thread_only_channel: 'no_posting',
  missing_scope: 'no_permission',
  no_permission: 'no_permission',
  access_denied: 'no_permission',
  invalid_auth: 'bot_refused',
  not_authed: 'bot_refused',
  account_inactive: 'bot_refused',
  token_revoked: 'bot_refused',
  invalid_blocks: 'content',
  invalid_arguments: 'content',
  metadata_too_large: 'content',
  msg_blocks_too_long: 'content',
  msg_too_long: 'content',
  no_text: 'content',
  no_renderer: 'content',
  unexpected: 'content',
  unreadable: 'unreadable',
  no_answer: 'outage',
  internal_error: 'outage',
  fatal_error: 'outage',
  request_timeout: 'outage',
  service_unavailable: 'outage',
};

/** The reason behind a stored failure. Slack's "no such channel" means of a person that they take no messages of ours. */
export function reasonOf({
  failure,
  targetKind,
}: {
  readonly failure: string | null;
  readonly targetKind: string;
}): Reason {
  if (targetKind === 'person' && failure === 'channel_not_found') return 'person_unreachable';
  if (failure?.startsWith('http_5')) return 'outage';
  return BY_CODE[failure ?? ''] ?? 'other';
}
