import { createHmac } from 'node:crypto';
import type { Attempt, AttemptResult, Transport } from './transport.ts';

type Options = {
  readonly requestUrl: string;
  readonly signingSecret: string;
  readonly ackLimitMs: number;
  readonly violate: (name: string, detail: string) => void;
};

const encode = (attempt: Attempt): { readonly body: string; readonly type: string } => {
  const form = 'application/x-www-form-urlencoded';
  if (attempt.type === 'events_api') return { body: JSON.stringify(attempt.payload), type: 'application/json' };
  if (attempt.type === 'interactive')
    return { body: new URLSearchParams({ payload: JSON.stringify(attempt.payload) }).toString(), type: form };
  const fields = Object.fromEntries(Object.entries(attempt.payload).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: form };
};

/** `v0` signature of a request body, as Slack makes it. @param seconds UNIX time of the request. */
const sign = (secret: string, seconds: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;

const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return { text };
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
};

const headersOf = (attempt: Attempt, type: string, body: string, secret: string): Record<string, string> => {
  // The app compares the time with its own clock, so this is real time, never the sandbox's.
  const seconds = Math.floor(Date.now() / 1000);
  const headers = {
    'Content-Type': type,
    'X-Slack-Request-Timestamp': String(seconds),
    'X-Slack-Signature': sign(secret, seconds, body),
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
  };
  if (!attempt.retry) return headers;
  return { ...headers, 'X-Slack-Retry-Num': String(attempt.retry.num), 'X-Slack-Retry-Reason': attempt.retry.reason };
};

const post = async (options: Options, attempt: Attempt, signal: AbortSignal): Promise<AttemptResult> => {
  const { body, type } = encode(attempt);
  const headers = headersOf(attempt, type, body, options.signingSecret);
  const response = await fetch(options.requestUrl, { method: 'POST', body, signal, headers, redirect: 'manual' });
  if (response.status === 200) return { outcome: 'acknowledged', body: await readBody(response) };
  await response.body?.cancel();
  return { outcome: 'failed', reason: 'http_error', noRetry: response.headers.get('x-slack-no-retry') === '1' };
};

/** Signed HTTP delivery (Slack contract 5.1): HMAC headers, retry headers, `X-Slack-No-Retry`. */
export const createHttpTransport = (options: Options): Transport => {
  const { ackLimitMs, violate } = options;
  const open = new Set<AbortController>();

  const send = (attempt: Attempt): Promise<AttemptResult> =>
    new Promise((resolve) => {
      const controller = new AbortController();
      open.add(controller);
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        resolve({ outcome: 'timeout', reason: 'http_timeout' });
      }, ackLimitMs);
      const finish = (result: AttemptResult): void => {
        clearTimeout(timer);
        open.delete(controller);
        if (late && result.outcome === 'acknowledged') {
          violate('late_ack', `the answer to ${attempt.id} came after ${ackLimitMs} ms`);
        }
        resolve(result);
      };
      post(options, attempt, controller.signal).then(finish, () =>
        finish({ outcome: 'failed', reason: 'connection_failed' }),
      );
    });

  return {
    send,
    connections: () => 1,
    stop: async () => {
      for (const controller of open) controller.abort();
    },
  };
};
