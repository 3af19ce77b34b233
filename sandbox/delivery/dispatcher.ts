import { EVENT_RETRY_MS } from '../contract/limits.ts';
import { createLine, type Line } from '../faults/line.ts';
import type { Outage } from '../faults/outage.ts';
import type { Delivery, Recorder } from '../recorder.ts';
import type { SandboxClock } from '../world/clock.ts';
import type { Json } from '../world/types.ts';
import { createAttempts, type Outgoing } from './attempts.ts';
import { createEventQuota, rateLimitedPayload, type Verdict } from './event-quota.ts';
import type { AttemptResult, Transport } from './transport.ts';

/** Hands commands, clicks and events to the app and keeps the record. */
export type Dispatcher = Pick<Line, 'dropNext' | 'reorder'> & {
  /** A command, click or submission: one attempt, no retry. */
  readonly interact: (out: Outgoing) => Promise<AttemptResult>;
  /** An event: repeated with the same `event_id` until answered, three times at most (Slack contract 5.1). */
  readonly event: (payload: Json, name: string) => void;
  /** The same thing once more, as Slack does now and then. */
  readonly redeliver: (delivery: Delivery) => Promise<AttemptResult>;
  readonly unanswered: () => number;
  readonly connections: () => number;
};

/** What Slack reads an answer of, besides commands. */
const ANSWERED = ['view_submission', 'block_suggestion'];

/** @param judged what becomes of each new event. */
export const createDispatcher = (
  transport: Transport,
  record: Recorder,
  clock: SandboxClock,
  outage: Outage,
  judged: () => Verdict = createEventQuota(clock),
): Dispatcher => {
  const line = createLine(transport, outage.isDown);
  const { attempt, unanswered } = createAttempts(line, record, clock);

  const tell = async (out: Outgoing, num: number, reason: string | null): Promise<void> => {
    const result = await attempt(out, reason === null ? null : { num, reason });
    const wait = EVENT_RETRY_MS[num];
    if (result.outcome === 'acknowledged' || result.noRetry || wait === undefined) return;
    clock.after(wait, () => void tell(out, num + 1, result.reason));
  };
  const first = (name: string, payload: Json): void =>
    void tell({ type: 'events_api', name, payload, acceptsBody: false }, 0, null);

  return {
    interact: (out) => attempt(out, null),
    event: (payload, name) => {
      const verdict = judged();
      if (verdict === 'send') first(name, payload);
      if (verdict === 'tell') first('app_rate_limited', rateLimitedPayload(payload, clock.now()));
    },
    redeliver: ({ type, name, payload, attempt: num }) => {
      const acceptsBody = type === 'slash_commands' || ANSWERED.includes(String(payload['type']));
      const retry = type === 'events_api' ? { num: num + 1, reason: 'http_timeout' } : null;
      return attempt({ type, name, payload, acceptsBody }, retry);
    },
    dropNext: line.dropNext,
    reorder: line.reorder,
    unanswered,
    connections: transport.connections,
  };
};
