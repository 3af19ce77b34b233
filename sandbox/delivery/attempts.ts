import { deliveryName, keyFaults } from '../contract/payload-keys.ts';
import type { Line } from '../faults/line.ts';
import type { Delivery, Recorder } from '../recorder.ts';
import type { SandboxClock } from '../world/clock.ts';
import type { Json } from '../world/types.ts';
import type { AttemptResult } from './transport.ts';

export type Outgoing = {
  readonly type: Delivery['type'];
  readonly name: string;
  readonly payload: Json;
  readonly acceptsBody: boolean;
};

export type Retry = { readonly num: number; readonly reason: string } | null;

type Attempts = {
  readonly attempt: (out: Outgoing, retry: Retry) => Promise<AttemptResult>;
  /** How many the app has and has not answered; those held back are none of them. */
  readonly unanswered: () => number;
};

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
export const createAttempts = (line: Line, record: Recorder, clock: SandboxClock): Attempts => {
  let [sent, waiting] = [0, 0];

  const note = (id: string, out: Outgoing, retry: Retry): Delivery => {
    const { type, name, payload } = out;
    const blank = { answer: 'waiting', answeredMs: null, response: undefined } as const;
    const entry: Delivery = { id, type, name, payload, at: clock.now(), attempt: retry?.num ?? 0, ...blank };
    for (const fault of keyFaults(deliveryName(payload), payload))
      record.violate('undocumented_payload', `${name}: ${fault}`);
    record.deliveries.push(entry);
    return entry;
  };

  const attempt = async (out: Outgoing, retry: Retry): Promise<AttemptResult> => {
    sent += 1;
    const id = `envelope-${sent}-${Math.random().toString(36).slice(2, 10)}`;
    const started = performance.now();
    const entry = note(id, out, retry);
    record.lastActivity = started;
    waiting += 1;
    const { type, payload, acceptsBody } = out;
    const result = await line.send({ id, type, payload, acceptsBody, retry });
    waiting -= 1;
    record.lastActivity = performance.now();
    entry.answer = result.outcome;
    entry.answeredMs = performance.now() - started;
    entry.response = result.outcome === 'acknowledged' ? result.body : undefined;
    judge(record, out, result);
    return result;
  };
  return { attempt, unanswered: () => waiting - line.held() };
};
