import { TIERS, type Tier } from '../contract/limits.ts';
import type { SandboxClock } from '../world/clock.ts';

export type Rates = {
  /** Takes one call out of the bucket; `null` when allowed, else the seconds to wait (`Retry-After`). */
  readonly take: (tier: Tier, key: string) => number | null;
};

/** Token buckets (Slack contract 5.8). @param pace 1 is Slack's pace; tests may run faster. */
export const createRates = (clock: SandboxClock, pace: number): Rates => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take: (tier, key) => {
      const { perMinute, burst } = TIERS[tier];
      const perMs = (perMinute * pace) / 60_000;
      const now = clock.elapsed();
      const bucket = buckets.get(key) ?? { tokens: burst * Math.max(1, pace), at: now };
      const tokens = Math.min(burst * Math.max(1, pace), bucket.tokens + (now - bucket.at) * perMs);
      const allowed = tokens >= 1;
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return allowed ? null : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
    },
  };
};
