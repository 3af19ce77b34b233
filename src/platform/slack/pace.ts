/** How fast messages may follow each other, in real milliseconds whatever the app's clock says. */
export type Pace = {
  /** Between two posts to one channel or person (Slack contract 5.8). */
  readonly postMs: number;
  /** Between two readings of a channel's history, counted for the whole workspace (Tier 3: 50 a minute). */
  readonly lookUpMs: number;
  /** Before the first repetition of what failed; it doubles with each. */
  readonly retryMs: number;
  /** Between two repetitions at most. */
  readonly retryMostMs: number;
  /** How long a call without an answer may still take effect: nobody looks for its message before. */
  readonly doubtMs: number;
  /** How long a turn may take before another process may take the next: longer than a call may last. */
  readonly turnMs: number;
};

/**
 * Slack's own pace, divided by `factor`: 1 is Slack itself; a local workspace may run faster, and everything that
 * waits for it then waits as much less. A turn is never given up within three seconds.
 */
export const paceOf = (factor: number): Pace => ({
  postMs: 1_000 / factor,
  lookUpMs: 1_200 / factor,
  retryMs: 2_000 / factor,
  retryMostMs: 600_000 / factor,
  doubtMs: 5_000 / factor,
  turnMs: Math.max(3_000, 20_000 / factor),
});
