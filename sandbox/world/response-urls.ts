import { RESPONSE_URL_MS, RESPONSE_URL_USES } from '../contract/limits.ts';
import type { SandboxClock } from './clock.ts';

/** Where answers sent to a `response_url` go: the place and person of the interaction. */
export type ResponseTarget = {
  readonly person: string;
  readonly channel: string;
  /** The message that carried the pressed element, if any. */
  readonly messageTs: string | null;
};

export type ResponseUrls = {
  readonly issue: (target: ResponseTarget) => string;
  /** One of the five uses within thirty minutes (Slack contract 5.1). */
  readonly use: (token: string) => ResponseTarget | 'invalid_url' | 'used_url' | 'expired_url';
};

export const createResponseUrls = (clock: SandboxClock, url: () => string): ResponseUrls => {
  const issued = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  return {
    issue: (target) => {
      const token = `${issued.size + 1}-${Math.random().toString(36).slice(2, 14)}`;
      issued.set(token, { target, at: clock.elapsed(), uses: 0 });
      return `${url()}/response/${token}`;
    },
    use: (token) => {
      const entry = issued.get(token);
      if (!entry) return 'invalid_url';
      if (clock.elapsed() - entry.at > RESPONSE_URL_MS) return 'expired_url';
      if (entry.uses >= RESPONSE_URL_USES) return 'used_url';
      entry.uses += 1;
      return entry.target;
    },
  };
};
