import { TIERS, type Tier } from '../contract/limits.ts';
import type { SandboxClock } from '../world/clock.ts';

/** Calls that were already on their way when the answer came are nobody's fault. */
const UNDERWAY_MS = 250;

/** What is counted together: a method, and for posts its channel. */
export const rateKey = (method: string, channel: unknown): string =>
  method === 'chat.postMessage' ? `${method} ${String(channel)}` : method;

export type Rates = {
  /** Takes one call out of the bucket; `null` when allowed, else the seconds to wait (`Retry-After`). */
  readonly take: (tier: Tier, key: string) => number | null;
  /** The caller was told to wait so many seconds. */
  readonly told: (key: string, seconds: number) => void;
  /** Whether the caller knows that it has to wait, and calls all the same. */
  readonly ignored: (key: string) => boolean;
};

/** Token buckets (Slack contract 5.8). @param pace 1 is Slack's pace; tests may run faster. */
export const createRates = (clock: SandboxClock, pace: number): Rates => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const waits = new Map<string, { readonly since: number; readonly until: number }>();
  return {
    told: (key, seconds) => {
      const now = clock.elapsed();
      const { since = now } = waits.get(key) ?? {};
      waits.set(key, { since: (waits.get(key)?.until ?? 0) > now ? since : now, until: now + seconds * 1000 });
    },
    ignored: (key) => {
      const [now, wait] = [clock.elapsed(), waits.get(key)];
      return wait !== undefined && now < wait.until && now - wait.since > UNDERWAY_MS;
    },
    take: (tier, key) => {
      const { perMinute, burst } = TIERS[tier];
      const perMs = (perMinute * pace) / 60_000;
      const now = clock.elapsed();
      const bucket = buckets.get(key) ?? { tokens: burst * Math.max(1, pace), at: now };
      const tokens = Math.min(burst * Math.max(1, pace), bucket.tokens + (now - bucket.at) * perMs);
      // A wait to the millisecond must not fail by a rounding of the last digit.
      const allowed = tokens > 1 - 1e-9;
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return allowed ? null : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
    },
  };
};
