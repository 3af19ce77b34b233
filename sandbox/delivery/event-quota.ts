import { EVENTS } from '../contract/limits.ts';
import type { SandboxClock } from '../world/clock.ts';
import type { Json } from '../world/types.ts';

/** What becomes of an event: sent, lost beyond the cap, or lost and the app told so (once a minute). */
export type Verdict = 'send' | 'lose' | 'tell';

/** Counts the events of an hour against Slack's cap (Slack contract 5.1). */
export const createEventQuota = (clock: SandboxClock): (() => Verdict) => {
  let [hour, count, toldAt] = [0, 0, -1];
  return () => {
    const now = clock.now();
    if (now - hour >= 3_600_000) [hour, count, toldAt] = [now, 0, -1];
    count += 1;
    if (count <= EVENTS.perHour) return 'send';
    const minute = Math.floor(now / 60_000);
    if (minute === toldAt) return 'lose';
    toldAt = minute;
    return 'tell';
  };
};

/** `app_rate_limited` in place of an event that was lost. @param now milliseconds since 1970. */
export const rateLimitedPayload = ({ token, team_id, api_app_id }: Json, now: number): Json => ({
  token,
  type: 'app_rate_limited',
  team_id,
  minute_rate_limited: Math.floor(now / 60_000) * 60,
  api_app_id,
});
