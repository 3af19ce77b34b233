import type { Attempt, AttemptResult } from './transport.ts';

type Waiting = { readonly resolve: (result: AttemptResult) => void; readonly timer: NodeJS.Timeout };

/** Keeps the envelopes that are on their way and judges the acknowledgements that come back. */
export type AckDesk = {
  /** The outcome of an envelope just sent. */
  readonly expect: (attempt: Attempt) => Promise<AttemptResult>;
  /** Something came over a socket; late, unknown and unreadable acknowledgements are violations. */
  readonly receive: (data: string) => void;
  readonly stop: () => void;
};

const parseAck = (data: string): { envelope_id?: unknown; payload?: unknown } | null => {
  try {
    const parsed: unknown = JSON.parse(data);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
};

export const createAckDesk = (limitMs: number, violate: (name: string, detail: string) => void): AckDesk => {
  const waiting = new Map<string, Waiting>();
  const done = new Map<string, 'acknowledged' | 'timeout'>();

  const settle = (id: string, outcome: 'acknowledged' | 'timeout', result: AttemptResult): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    waiting.delete(id);
    done.set(id, outcome);
    entry.resolve(result);
  };

  const expect = (attempt: Attempt): Promise<AttemptResult> =>
    new Promise((resolve) => {
      const giveUp = () => settle(attempt.id, 'timeout', { outcome: 'timeout', reason: 'http_timeout' });
      waiting.set(attempt.id, { resolve, timer: setTimeout(giveUp, limitMs) });
    });

  const receive = (data: string): void => {
    const ack = parseAck(data);
    if (typeof ack?.envelope_id !== 'string') return violate('unreadable_ack', data.slice(0, 200));
    const id = ack.envelope_id;
    if (waiting.has(id)) return settle(id, 'acknowledged', { outcome: 'acknowledged', body: ack.payload });
    if (done.get(id) === 'timeout') return violate('late_ack', `the acknowledgement of ${id} came after ${limitMs} ms`);
    if (done.has(id)) violate('repeated_ack', `${id} was acknowledged twice`);
    else violate('unknown_ack', `${id} was never sent`);
  };

  const stop = (): void => {
    for (const id of [...waiting.keys()]) settle(id, 'timeout', { outcome: 'failed', reason: 'connection_failed' });
  };
  return { expect, receive, stop };
};
