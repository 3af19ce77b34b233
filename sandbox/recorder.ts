import type { Problem } from './contract/rule-types.ts';
import type { Json } from './world/types.ts';

/** One Web API call as it was answered. */
type Call = {
  readonly method: string;
  readonly args: Json;
  readonly at: number;
  readonly ok: boolean;
  readonly error: string | null;
  readonly status: number;
};

/** One attempt to hand something to the app. `answeredMs` is `null` while unanswered. */
export type Delivery = {
  readonly id: string;
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  /** `app_home_opened`, `block_actions`, `/debiuty` … */
  readonly name: string;
  readonly payload: Json;
  readonly at: number;
  readonly attempt: number;
  answer: 'waiting' | 'acknowledged' | 'timeout' | 'failed';
  answeredMs: number | null;
  response: unknown;
};

/** Something the app did that Slack forbids or silently swallows. A journey must end with none. */
type Violation = { readonly name: string; readonly detail: string; readonly at: number };

export type Recorder = {
  readonly calls: Call[];
  readonly deliveries: Delivery[];
  readonly violations: Violation[];
  readonly call: (call: Call) => void;
  readonly violate: (name: string, detail: string) => void;
  /** Takes down each broken rule of the tables once, under the rule's own name. */
  readonly broken: (where: string, problems: readonly Problem[]) => void;
  /** API calls being answered right now. */
  inFlight: number;
  /** `performance.now()` of the last sign of life from the app. */
  lastActivity: number;
};

/** Old entries are dropped beyond `keep`, so that a demo can run for days. */
export const createRecorder = (now: () => number, onViolation: () => void, keep = 20_000): Recorder => {
  const recorder: Recorder = {
    calls: [],
    deliveries: [],
    violations: [],
    inFlight: 0,
    lastActivity: performance.now(),
    call: (call) => {
      recorder.calls.push(call);
      if (recorder.calls.length > keep) recorder.calls.splice(0, keep / 2);
      if (recorder.deliveries.length > keep) recorder.deliveries.splice(0, keep / 2);
    },
    violate: (name, detail) => {
      recorder.violations.push({ name, detail, at: now() });
      onViolation();
    },
    broken: (where, problems) => {
      for (const [rule, [first]] of Map.groupBy(problems, (one) => one.rule))
        recorder.violate(rule, `${where}: ${first?.message} [json-pointer:${first?.pointer}]`);
    },
  };
  return recorder;
};
