import type { Core } from '../core.ts';
import type { FaultKind } from '../faults/faults.ts';
import type { Json } from '../world/types.ts';
import { rateKey } from './rates.ts';

/** An answer on the wire: JSON, or words; `reset` cuts the connection instead. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | string;
  readonly reset?: true;
};

export const limited = (seconds: number): Answer => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: { ok: false, error: 'ratelimited' },
});

type Refused = (error: string) => Answer;

const faulty = (fault: FaultKind, refused: Refused): Answer | null => {
  if (fault.kind === 'rate_limit') return limited(fault.retryAfter ?? 1);
  if (fault.kind === 'server_error') return { status: fault.status ?? 503, body: 'upstream connect error' };
  if (fault.kind === 'reset') return { status: 0, body: '', reset: true };
  return fault.kind === 'error' ? refused(fault.error) : null;
};

const outcome = ({ status, body, reset }: Answer): { readonly ok: boolean; readonly error: string | null } => {
  if (reset) return { ok: false, error: 'reset' };
  if (typeof body !== 'string')
    return { ok: body['ok'] === true, error: typeof body['error'] === 'string' ? body['error'] : null };
  if (status < 300) return { ok: true, error: null };
  return { ok: false, error: /^\w+$/.test(body) ? body : `http_${status}` };
};

/**
 * Answers one request of the app: planned trouble before and after the effect, and a line in the record.
 * @param method as faults and the record name it; @param perform has the effect; @param refused how a planned refusal looks.
 */
export const answering = async (
  core: Core,
  method: string,
  given: Json,
  perform: () => Answer,
  refused: Refused,
): Promise<Answer> => {
  const strike = async (stage: 'before' | 'after'): Promise<Answer | null> => {
    const fault = core.faults.strike(method, given, stage);
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    return fault ? faulty(fault, refused) : null;
  };
  const key = rateKey(method, given['channel']);
  if (core.rates.ignored(key)) core.record.violate('rate_limit_ignored', `${key}: again before Retry-After was over`);
  core.record.inFlight += 1;
  try {
    let answer = await strike('before');
    if (!answer) {
      const done = perform();
      answer = (await strike('after')) ?? done;
    }
    const retryAfter = answer.headers?.['retry-after'];
    if (retryAfter !== undefined) core.rates.told(key, Number(retryAfter));
    const { token: _secret, ...args } = given;
    core.record.call({ method, args, at: core.clock.now(), ...outcome(answer), status: answer.status });
    return answer;
  } finally {
    core.record.inFlight -= 1;
    core.record.lastActivity = performance.now();
  }
};
