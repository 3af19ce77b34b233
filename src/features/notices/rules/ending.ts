import type { NoticeState } from './states.ts';

/** What became of a notice in one turn of its lane. */
export type Ending = {
  readonly state: NoticeState;
  readonly attempts: number;
  readonly failure: string | null;
  /** It may have arrived all the same; said of failed ones. */
  readonly isDoubtful: boolean;
  readonly posted: { readonly channelId: string; readonly ts: string } | null;
  /** Files may have to follow it into its thread. */
  readonly hasFiles: boolean;
  /** Before the lane's next turn: nothing, what the pace asks for, or so many milliseconds. */
  readonly pause: 'none' | 'pace' | number;
};

/** How far the attempt had come. */
export type Phase = 'preparing' | 'looking' | 'posting';

/** What went wrong. `code` is Slack's, or `unexpected` for what is not Slack's doing. */
export type Trouble = {
  readonly code: string;
  /** Slack may have posted it all the same. */
  readonly isDoubtful: boolean;
  readonly retryAfterMs: number | null;
};

type Attempt = { readonly state: NoticeState; readonly attempts: number; readonly phase: Phase };

/** Of these waits: see `Pace` of the platform. */
type Waits = { readonly retryMs: number; readonly retryMostMs: number; readonly doubtMs: number };

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
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'invalid_blocks',
  'invalid_arguments',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'missing_scope',
  'no_permission',
  'access_denied',
  'no_text',
  // Ours: the channel has more messages since the attempt than can be searched.
  'history_too_long',
]);

/** After so many attempts (about an hour and a quarter) a notice waits for staff instead of being tried for ever. */
const MOST_ATTEMPTS = 16;
/** What is our own mistake is given up after a minute, so that the rest of the lane goes on. */
const MOST_SURPRISES = 6;

/** The failure of a notice that may have arrived and whose channel cannot be read: staff look there themselves. */
export const UNREADABLE = 'unreadable';

/** Milliseconds before the next attempt after so many: doubling, up to a limit. */
const backoffMs = (attempts: number, waits: Waits): number =>
  Math.min(waits.retryMostMs, waits.retryMs * 2 ** (Math.max(1, attempts) - 1));

const ended = (state: NoticeState, attempts: number, more: Partial<Ending> = {}): Ending => ({
  ...{ state, attempts, failure: null, isDoubtful: false, posted: null, hasFiles: false, pause: 'none' },
  ...more,
});

type Arrival = Pick<Ending, 'pause' | 'hasFiles'> & { readonly posted: NonNullable<Ending['posted']> };

export const arrived = (attempts: number, arrival: Arrival): Ending => ended('sent', attempts, arrival);

export const dropped = (attempts: number): Ending => ended('dropped', attempts);

/** It cannot be sent to where it should go, and Slack was not asked. */
export const undeliverable = ({ state, attempts }: Attempt, failure: string): Ending =>
  ended('failed', attempts + 1, { failure, isDoubtful: state === 'sending' });

/** It is not yet its turn to be looked up; that is no attempt. */
export const putOff = ({ state, attempts }: Attempt, waitMs: number): Ending =>
  ended(state, attempts, { failure: 'ratelimited', pause: waitMs });

/** The place it should go to is not there yet. */
export function notYet(attempt: Attempt, code: string, waits: Waits): Ending {
  const attempts = attempt.attempts + 1;
  if (attempts >= MOST_ATTEMPTS) return undeliverable(attempt, code);
  return ended(attempt.state, attempts, { failure: code, pause: backoffMs(attempts, waits) });
}

/** What a failed attempt means for the notice and for its lane. A doubt stays until the channel was looked at. */
export function afterTrouble(attempt: Attempt, trouble: Trouble, waits: Waits): Ending {
  const { phase } = attempt;
  const { code } = trouble;
  const attempts = attempt.attempts + 1;
  // Once the channel was searched and nothing begun since, what was in doubt is known not to be there.
  const before = phase === 'posting' ? 'pending' : attempt.state;
  const isDoubtful = before === 'sending' || (phase === 'posting' && trouble.isDoubtful);
  const state = isDoubtful ? 'sending' : 'pending';
  // Waiting for one's turn is no attempt.
  if (code === 'ratelimited')
    return ended(state, attempt.attempts, { failure: code, pause: trouble.retryAfterMs ?? waits.retryMs });
  const most = code === 'unexpected' ? MOST_SURPRISES : MOST_ATTEMPTS;
  const pause = phase === 'posting' ? 'pace' : 'none';
  if (FINAL.has(code) || attempts >= most) {
    const failure = phase === 'looking' ? UNREADABLE : code;
    return ended('failed', attempts, { failure, isDoubtful, pause });
  }
  const patience = backoffMs(attempts, waits);
  return ended(state, attempts, { failure: code, pause: isDoubtful ? Math.max(patience, waits.doubtMs) : patience });
}
