/** Where a notice goes: a person (direct message), a Slack channel, or the staff channel of a cohort. */
export type Target = { readonly person: string } | { readonly channel: string } | { readonly staffOf: string };

export type NoticeState = 'pending' | 'sending' | 'sent' | 'failed' | 'dropped';
export type NoticeAct = 'claim' | 'sent' | 'fail' | 'drop' | 'release' | 'retry';

const STEPS: Readonly<Record<NoticeState, Partial<Record<NoticeAct, NoticeState>>>> = {
  pending: { claim: 'sending' },
  // A second claim is the doubtful case: whoever claimed first did not say how it ended.
  sending: { claim: 'sending', sent: 'sent', fail: 'failed', drop: 'dropped', release: 'pending' },
  // It may have arrived before it was given up, so a retry looks first.
  failed: { retry: 'sending' },
  sent: {},
  dropped: {},
};

/** The state after an act, or null when the act is not possible now. */
export const next = (state: NoticeState, act: NoticeAct): NoticeState | null => STEPS[state][act] ?? null;

/** Refusals of Slack that no repetition can mend; everything else is tried again. */
const FINAL = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'restricted_action',
  'invalid_blocks',
  'invalid_arguments',
  'msg_blocks_too_long',
  'msg_too_long',
  'missing_scope',
  'no_text',
]);

export const isFinal = (code: string): boolean => FINAL.has(code);

/** After so many attempts (about an hour and a quarter) a notice waits for staff instead of being tried for ever. */
export const MOST_ATTEMPTS = 16;

/** Seconds to wait before the next attempt: doubling from 2 s, at most 10 minutes. */
export const backoffSeconds = (attempts: number): number => Math.min(600, 2 ** Math.max(1, attempts));
