import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/**
 * A call to Slack that did not succeed, in our words.
 * `doubtful`: Slack may have done it all the same (timeout, reset, 5xx), so it must be looked up before it is tried again.
 */
export class SlackFailure extends Error {
  readonly code: string;
  readonly doubtful: boolean;
  readonly retryAfterSeconds: number | null;
  /** Slack's own words about the arguments; never people's data. */
  readonly hints: readonly string[];

  constructor(
    code: string,
    options: { doubtful?: boolean; retryAfterSeconds?: number; hints?: readonly string[]; cause?: unknown } = {},
  ) {
    super(`Slack: ${code}`, { cause: options.cause });
    this.name = 'SlackFailure';
    this.code = code;
    this.doubtful = options.doubtful ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.hints = options.hints ?? [];
  }
}

/** Turns what the SDK throws into a `SlackFailure`; anything else is passed on untouched. */
export function asFailure(error: unknown): unknown {
  if (error instanceof WebAPIPlatformError) {
    const data = error.data as { error: string; response_metadata?: { messages?: string[] } };
    const doubtful =
      data.error === 'fatal_error' || data.error === 'internal_error' || data.error === 'request_timeout';
    return new SlackFailure(data.error, { doubtful, hints: data.response_metadata?.messages ?? [], cause: error });
  }
  if (error instanceof WebAPIRateLimitedError) {
    return new SlackFailure('ratelimited', { retryAfterSeconds: error.retryAfter, cause: error });
  }
  if (error instanceof WebAPIHTTPError) {
    return new SlackFailure(`http_${error.statusCode}`, { doubtful: error.statusCode >= 500, cause: error });
  }
  if (error instanceof WebAPIRequestError) return new SlackFailure('no_answer', { doubtful: true, cause: error });
  return error;
}

/** True when the error is a Slack refusal with one of these codes. */
export function isFailure(error: unknown, ...codes: readonly string[]): error is SlackFailure {
  return error instanceof SlackFailure && (codes.length === 0 || codes.includes(error.code));
}
