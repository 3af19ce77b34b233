import type { Delivery } from '../recorder.ts';
import type { Json } from '../world/types.ts';

/** One attempt to hand something over. */
export type Attempt = {
  readonly id: string;
  readonly type: Delivery['type'];
  readonly payload: Json;
  /** Whether Slack reads what comes back with the acknowledgement. */
  readonly acceptsBody: boolean;
  readonly retry: { readonly num: number; readonly reason: string } | null;
};

/** What became of it. `reason` is Slack's word in the next attempt's `retry_reason`. */
export type AttemptResult =
  | { readonly outcome: 'acknowledged'; readonly body: unknown }
  | {
      readonly outcome: 'timeout' | 'failed';
      readonly reason: string;
      readonly noRetry?: boolean;
      /** The app never had it, or could not answer: none of its doing. */
      readonly lost?: boolean;
    };

/** A way to the app: Socket Mode or signed HTTP. */
export type Transport = {
  readonly send: (attempt: Attempt) => Promise<AttemptResult>;
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
};
