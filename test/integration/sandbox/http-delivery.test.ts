import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST } from './support.ts';

type Got = { readonly headers: IncomingMessage['headers']; readonly body: string };
type Answer = (response: ServerResponse) => void;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();
const silence: Answer = () => {};

/** An app that answers with one of these after another, and keeps what it got. */
let answers: Answer[];
let got: Got[];
const app = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  got.push({ headers: request.headers, body });
  (answers.shift() ?? status(200))(response);
});

let sandbox: Sandbox;
beforeEach(async () => {
  [answers, got] = [[], []];
  app.listen(0, '127.0.0.1');
  await once(app, 'listening');
  const requestUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`;
  sandbox = await startSandbox({ manifest: MANIFEST, ackLimitMs: 500, transport: { http: { requestUrl } } });
});
afterEach(async () => {
  await sandbox.stop();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

const openHome = () => sandbox.as(PEOPLE.staff).act({ do: 'open_home' });
const answered = (count: number) =>
  sandbox.waitFor(() => sandbox.deliveries.length === count && sandbox.delivery.unanswered() === 0, {
    what: `${count} deliveries`,
  });
const retryOf = ({ headers }: Got) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']];
const eventId = ({ body }: Got) => (JSON.parse(body) as { event_id: string }).event_id;

describe('an event over HTTP', () => {
  it('comes again three times, at once, after a minute and after five, with its id and the reason', async () => {
    answers = [status(500), silence, status(302, { location: '/elsewhere' }), status(404)];
    await openHome();
    await answered(2);
    sandbox.clock.advance(59_000);
    expect(got).toHaveLength(2);
    sandbox.clock.advance(1_000);
    await answered(3);
    sandbox.clock.advance(300_000);
    await answered(4);
    sandbox.clock.advance(86_400_000);
    await answered(4);
    expect(got.map(retryOf)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
      ['3', 'http_error'],
    ]);
    expect(new Set(got.map(eventId)).size).toBe(1);
    expect(sandbox.violations.map((one) => one.name)).toEqual(['unanswered_event']);
  });

  it('is taken with 200 and nothing else', async () => {
    answers = [status(204), status(201), status(200)];
    await openHome();
    await answered(2);
    sandbox.clock.advance(60_000);
    await answered(3);
    sandbox.clock.advance(86_400_000);
    await answered(3);
    expect(sandbox.deliveries.map((one) => one.answer)).toEqual(['failed', 'failed', 'acknowledged']);
  });

  it('does not come again when the app says so', async () => {
    answers = [status(500, { 'X-Slack-No-Retry': '1' })];
    await openHome();
    await answered(1);
    sandbox.clock.advance(86_400_000);
    await answered(1);
    expect(sandbox.violations).toEqual([]);
  });

  it('fails where nobody listens', async () => {
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
    await openHome();
    await answered(2);
    app.listen(0, '127.0.0.1');
    expect(sandbox.deliveries.map((one) => one.answer)).toEqual(['failed', 'failed']);
  });
});

describe('a click over HTTP', () => {
  it.each([
    [500, 'dispatch_failed'],
    [204, 'dispatch_failed'],
    [302, 'dispatch_failed'],
    [null, 'operation_timeout'],
  ] as const)('answered with %s is never repeated: the person sees %s', async (code, error) => {
    answers = [code === null ? silence : status(code, { location: '/' })];
    const slash = sandbox.as(PEOPLE.staff).act({ do: 'slash', channel: CHANNELS.debiuty, command: '/probe', text: '' });
    expect(await slash).toEqual({ ok: false, error });
    sandbox.clock.advance(86_400_000);
    expect(got.map(retryOf)).toEqual([[undefined, undefined]]);
    expect(sandbox.violations.map((one) => one.name)).toEqual(code === null ? ['unanswered_command'] : []);
  });
});
