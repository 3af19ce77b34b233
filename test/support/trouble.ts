import type { Sandbox } from '../../sandbox/index.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Slack fails on one call in five of those that deliver: refused, lost on the way, and lost on the way back. */
export function oneCallInFive({ fault }: Sandbox, chance: () => number): void {
  for (const method of ['chat.postMessage', 'conversations.history', 'conversations.open']) {
    const share = { method, times: Number.POSITIVE_INFINITY, when: () => chance() < 0.0436 };
    fault({ ...share, kind: 'rate_limit', retryAfter: 1 });
    fault({ ...share, kind: 'server_error', status: 503 });
    fault({ ...share, kind: 'reset' });
    fault({ ...share, kind: 'server_error', status: 502, stage: 'after' });
    fault({ ...share, kind: 'reset', stage: 'after' });
  }
}

/** What was posted to a channel, by the ids the messages are marked with, in order. */
export const marksIn = ({ world }: Sandbox, channel: string): readonly string[] =>
  world.posted(channel).flatMap(({ metadata }) => {
    const payload = metadata?.['event_payload'] as { readonly id?: unknown } | undefined;
    return typeof payload?.id === 'string' ? [payload.id] : [];
  });
