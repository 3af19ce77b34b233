import { EVENT_RETRY_MS } from '../contract/limits.ts';
import type { Delivery, Recorder } from '../recorder.ts';
import type { SandboxClock } from '../world/clock.ts';
import type { Json } from '../world/types.ts';
import type { AttemptResult, Transport } from './transport.ts';

export type Outgoing = {
  readonly type: Delivery['type'];
  readonly name: string;
  readonly payload: Json;
  readonly acceptsBody: boolean;
};

/** Hands commands, clicks and events to the app and keeps the record. */
export type Dispatcher = {
  /** A command, click or submission: one attempt, no retry. */
  readonly interact: (out: Outgoing) => Promise<AttemptResult>;
  /** An event: repeated with the same `event_id` until answered, three times at most (Slack contract 5.1). */
  readonly event: (payload: Json, name: string) => void;
  /** The same thing once more, as Slack does now and then. */
  readonly redeliver: (delivery: Delivery) => Promise<AttemptResult>;
  /** The next deliveries are lost on the way. */
  readonly dropNext: (times?: number) => void;
  readonly unanswered: () => number;
  readonly connections: () => number;
};

export const createDispatcher = (transport: Transport, record: Recorder, clock: SandboxClock): Dispatcher => {
  let drops = 0;
  let waiting = 0;
  let sent = 0;

  const attempt = async (out: Outgoing, retry: { num: number; reason: string } | null): Promise<AttemptResult> => {
    sent += 1;
    const id = `envelope-${sent}-${Math.random().toString(36).slice(2, 10)}`;
    const started = performance.now();
    const entry: Delivery = {
      id,
      type: out.type,
      name: out.name,
      payload: out.payload,
      at: clock.now(),
      attempt: retry?.num ?? 0,
      answer: 'waiting',
      answeredMs: null,
      response: undefined,
    };
    record.deliveries.push(entry);
    record.lastActivity = started;
    waiting += 1;
    const dropped = drops > 0;
    if (dropped) drops -= 1;
    const result: AttemptResult = dropped
      ? { outcome: 'timeout', reason: 'http_timeout' }
      : await transport.send({ id, type: out.type, payload: out.payload, acceptsBody: out.acceptsBody, retry });
    waiting -= 1;
    record.lastActivity = performance.now();
    entry.answer = result.outcome;
    entry.answeredMs = performance.now() - started;
    entry.response = result.outcome === 'acknowledged' ? result.body : undefined;
    return result;
  };

  const event = (payload: Json, name: string): void => {
    const out: Outgoing = { type: 'events_api', name, payload, acceptsBody: false };
    const again = async (num: number, reason: string | null): Promise<void> => {
      const result = await attempt(out, reason === null ? null : { num, reason });
      const wait = EVENT_RETRY_MS[num];
      if (result.outcome === 'acknowledged' || result.noRetry || wait === undefined) return;
      clock.after(wait, () => void again(num + 1, result.reason));
    };
    void again(0, null);
  };

  return {
    interact: (out) => attempt(out, null),
    event,
    redeliver: (delivery) =>
      attempt(
        {
          type: delivery.type,
          name: delivery.name,
          payload: delivery.payload,
          acceptsBody: delivery.type !== 'events_api',
        },
        delivery.type === 'events_api' ? { num: delivery.attempt + 1, reason: 'http_timeout' } : null,
      ),
    dropNext: (times = 1) => {
      drops += times;
    },
    unanswered: () => waiting,
    connections: transport.connections,
  };
};
