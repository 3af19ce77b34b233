import { mayAnswer } from '../contract/methods.ts';
import type { Json } from '../world/types.ts';

/** What goes wrong. `rate_limit` answers 429, `server_error` 5xx, `reset` drops the connection, `error` is Slack's own refusal. */
export type FaultKind =
  | { readonly kind: 'rate_limit'; readonly retryAfter?: number }
  | { readonly kind: 'server_error'; readonly status?: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'error'; readonly error: string };

export type Fault = FaultKind & {
  /** A method, `response_url`, or `*` for all. */
  readonly method: string;
  readonly when?: (args: Json) => boolean;
  /** How often it strikes; once when absent. */
  readonly times?: number;
  /** `after`: the effect has happened, only the answer is lost. */
  readonly stage?: 'before' | 'after';
};

export type Faults = {
  /** Plans a fault; returns the way to take it back. @throws when the method never gives that error. */
  readonly add: (fault: Fault) => () => void;
  /** The fault that strikes this call at this stage, used up by asking. */
  readonly strike: (method: string, args: Json, stage: 'before' | 'after') => FaultKind | null;
  readonly clear: () => void;
};

export const createFaults = (): Faults => {
  const planned = new Set<{ readonly fault: Fault; left: number }>();
  return {
    add: (fault) => {
      if (fault.kind === 'error' && !mayAnswer(fault.method, fault.error)) {
        throw new Error(`${fault.method} never answers "${fault.error}"; see sandbox/contract/methods*.ts`);
      }
      const entry = { fault, left: fault.times ?? 1 };
      planned.add(entry);
      return () => planned.delete(entry);
    },
    strike: (method, args, stage) => {
      for (const entry of planned) {
        const { fault } = entry;
        if (fault.method !== '*' && fault.method !== method) continue;
        if ((fault.stage ?? 'before') !== stage || (fault.when && !fault.when(args))) continue;
        entry.left -= 1;
        if (entry.left <= 0) planned.delete(entry);
        return fault;
      }
      return null;
    },
    clear: () => planned.clear(),
  };
};
