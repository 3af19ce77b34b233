import { EVENT_RETRY_MS } from '../contract/limits.ts';
import type { Delivery, Recorder } from '../recorder.ts';
import type { SandboxClock } from '../world/clock.ts';
import type { Json } from '../world/types.ts';
import type { AttemptResult, Transport } from './transport.ts';

type Outgoing = {
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

type Retry = { readonly num: number; readonly reason: string } | null;

/** `event`, `command`, `block_actions`, `view_submission` … */
const kindOf = ({ type, payload }: Outgoing): string =>
  ({ events_api: 'event', slash_commands: 'command', interactive: String(payload['type']) })[type];

/** Takes down an app that did not answer, or said something where nobody listens (Slack contract 5.1). */
const judge = (record: Recorder, out: Outgoing, result: AttemptResult): void => {
  if (result.outcome === 'timeout' && !result.lost)
    record.violate(`unanswered_${kindOf(out)}`, `${out.name} was not acknowledged in time`);
  if (result.outcome === 'acknowledged' && !out.acceptsBody && !isEmpty(result.body))
    record.violate('ack_body_ignored', `Slack does not read what comes with the acknowledgement of ${out.name}`);
};

const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);

/** Makes one attempt after another, each with its line in the record. */
const createAttempts = (transport: Transport, record: Recorder, clock: SandboxClock) => {
  const state = { drops: 0, waiting: 0, sent: 0 };

  const note = (id: string, out: Outgoing, retry: Retry): Delivery => {
    const { type, name, payload } = out;
    const blank = { answer: 'waiting', answeredMs: null, response: undefined } as const;
    const entry: Delivery = { id, type, name, payload, at: clock.now(), attempt: retry?.num ?? 0, ...blank };
    record.deliveries.push(entry);
    return entry;
  };

  const send = (id: string, { type, payload, acceptsBody }: Outgoing, retry: Retry): Promise<AttemptResult> => {
    if (state.drops === 0) return transport.send({ id, type, payload, acceptsBody, retry });
    state.drops -= 1;
    return Promise.resolve({ outcome: 'timeout', reason: 'http_timeout', lost: true });
  };

  const attempt = async (out: Outgoing, retry: Retry): Promise<AttemptResult> => {
    state.sent += 1;
    const id = `envelope-${state.sent}-${Math.random().toString(36).slice(2, 10)}`;
    const started = performance.now();
    const entry = note(id, out, retry);
    record.lastActivity = started;
    state.waiting += 1;
    const result = await send(id, out, retry);
    state.waiting -= 1;
    record.lastActivity = performance.now();
    entry.answer = result.outcome;
    entry.answeredMs = performance.now() - started;
    entry.response = result.outcome === 'acknowledged' ? result.body : undefined;
    judge(record, out, result);
    return result;
  };
  return { attempt, state };
};

export const createDispatcher = (transport: Transport, record: Recorder, clock: SandboxClock): Dispatcher => {
  const { attempt, state } = createAttempts(transport, record, clock);

  const tell = async (out: Outgoing, num: number, reason: string | null): Promise<void> => {
    const result = await attempt(out, reason === null ? null : { num, reason });
    const wait = EVENT_RETRY_MS[num];
    if (result.outcome === 'acknowledged' || result.noRetry || wait === undefined) return;
    clock.after(wait, () => void tell(out, num + 1, result.reason));
  };

  return {
    interact: (out) => attempt(out, null),
    event: (payload, name) => void tell({ type: 'events_api', name, payload, acceptsBody: false }, 0, null),
    redeliver: ({ type, name, payload, attempt: num }) => {
      const event = type === 'events_api';
      return attempt(
        { type, name, payload, acceptsBody: !event },
        event ? { num: num + 1, reason: 'http_timeout' } : null,
      );
    },
    dropNext: (times = 1) => {
      state.drops += times;
    },
    unanswered: () => state.waiting,
    connections: transport.connections,
  };
};
