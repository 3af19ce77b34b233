import { once } from 'node:events';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST } from './support.ts';

type Frame = {
  readonly type: string;
  readonly envelope_id?: string;
  readonly reason?: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly payload?: Record<string, unknown>;
};
type Line = {
  readonly socket: WebSocket;
  readonly frames: Frame[];
  readonly ack: (id: string, payload?: object) => void;
};

let sandbox: Sandbox;
const lines: Line[] = [];

const ticket = async (): Promise<string> => {
  const client = new WebClient(sandbox.appToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  return (await client.apps.connections.open({})).url ?? '';
};

/** A bare Socket Mode connection, without the SDK's own manners. */
const connect = async (): Promise<Line> => {
  const socket = new WebSocket(await ticket());
  const frames: Frame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
  await once(socket, 'message');
  const line = {
    socket,
    frames,
    ack: (id: string, payload?: object) => socket.send(JSON.stringify({ envelope_id: id, payload })),
  };
  lines.push(line);
  return line;
};

beforeEach(async () => {
  sandbox = await startSandbox({ manifest: MANIFEST, ackLimitMs: 300, quietMs: 5 });
});
afterEach(async () => {
  for (const { socket } of lines.splice(0)) socket.terminate();
  await sandbox.stop();
});

const slash = () =>
  sandbox.as(PEOPLE.staff).act({ do: 'slash', channel: CHANNELS.debiuty, command: '/probe', text: '' });
const envelopeOf = (line: Line) =>
  sandbox.waitFor(() => line.frames.find((frame) => frame.type === 'slash_commands')?.envelope_id);

describe('Socket Mode', () => {
  it('greets, and takes each ticket once', async () => {
    const { frames } = await connect();
    expect(frames[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0DEBIUTY0' } });
    const url = await ticket();
    const first = new WebSocket(url);
    await once(first, 'open');
    const second = new WebSocket(url);
    await once(second, 'error');
    first.terminate();
    expect(sandbox.violations.map((one) => one.name)).toEqual(['bad_ticket']);
  });

  it('takes ten connections and sends the eleventh away', async () => {
    for (let count = 0; count < 10; count += 1) await connect();
    const late = await connect();
    expect(late.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(sandbox.delivery.connections()).toBe(10);
  });

  it('hands each envelope to one connection, with every field of a slash command', async () => {
    const two = [await connect(), await connect()];
    const asked = slash();
    const got = await sandbox.waitFor(() => two.find((line) => line.frames.length > 1));
    got.ack((await envelopeOf(got)) ?? '');
    expect(await asked).toEqual({ ok: true });
    expect(two.flatMap((line) => line.frames).filter((frame) => frame.type === 'slash_commands')).toHaveLength(1);
    expect(Object.keys(got.frames[1]?.payload ?? {}).toSorted()).toEqual([
      'api_app_id',
      'channel_id',
      'channel_name',
      'command',
      'is_enterprise_install',
      'response_url',
      'team_domain',
      'team_id',
      'text',
      'token',
      'trigger_id',
      'user_id',
      'user_name',
    ]);
    expect(sandbox.violations).toEqual([]);
  });

  it('reports acknowledgements that are late, repeated, made up or unreadable', async () => {
    const line = await connect();
    const first = slash();
    const id = await envelopeOf(line);
    expect(await first).toEqual({ ok: false, error: 'operation_timeout' });
    line.ack(id);
    line.frames.length = 0;
    const second = slash();
    const next = await envelopeOf(line);
    line.ack(next);
    line.ack(next);
    expect(await second).toEqual({ ok: true });
    line.ack('made up');
    line.socket.send('nonsense');
    await sandbox.waitFor(() => sandbox.violations.length >= 5);
    expect(sandbox.violations.map((one) => one.name)).toEqual([
      'unanswered_command',
      'late_ack',
      'repeated_ack',
      'unknown_ack',
      'unreadable_ack',
    ]);
  });

  it('asks to reconnect, redelivers with the same event id, and cuts', async () => {
    const line = await connect();
    sandbox.sockets?.disconnect('refresh_requested');
    await sandbox.waitFor(() => line.frames.some((frame) => frame.reason === 'refresh_requested'));
    const before = line.frames.length;
    await sandbox.as(PEOPLE.staff).act({ do: 'open_home' });
    const event = await sandbox.waitFor(() => line.frames[before]);
    line.ack(event.envelope_id ?? '');
    await sandbox.waitFor(() => sandbox.deliveries[0]?.answer === 'acknowledged');
    const [delivery] = sandbox.deliveries;
    if (!delivery) throw new Error('nothing was delivered');
    const again = sandbox.delivery.redeliver(delivery);
    const twin = await sandbox.waitFor(() => line.frames[before + 1]);
    line.ack(twin.envelope_id ?? '');
    await again;
    expect(twin.payload?.['event_id']).toBe(event.payload?.['event_id']);
    expect(twin.envelope_id).not.toBe(event.envelope_id);
    sandbox.sockets?.cut();
    await once(line.socket, 'close');
    expect(await slash()).toEqual({ ok: false, error: 'dispatch_failed' });
  });

  it('chooses any of the connections', async () => {
    const two = [await connect(), await connect()];
    for (const line of two) {
      line.socket.on('message', (data) => line.ack((JSON.parse(String(data)) as Frame).envelope_id ?? ''));
    }
    for (let count = 0; count < 40; count += 1) expect(await slash()).toEqual({ ok: true });
    const counts = two.map((line) => line.frames.filter((frame) => frame.type === 'slash_commands').length);
    expect(counts.reduce((sum, one) => sum + one)).toBe(40);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it.each(['warning', 'refresh_requested'] as const)(
    'after "%s" a connection works ten more seconds',
    async (reason) => {
      const line = await connect();
      sandbox.sockets?.disconnect(reason);
      await sandbox.waitFor(() => line.frames.some((frame) => frame.reason === reason));
      const asked = slash();
      line.ack(await envelopeOf(line));
      expect(await asked).toEqual({ ok: true });
      sandbox.clock.advance(9_000);
      expect(sandbox.delivery.connections()).toBe(1);
      sandbox.clock.advance(1_000);
      await once(line.socket, 'close');
      await sandbox.waitFor(() => sandbox.delivery.connections() === 0);
      expect((await connect()).frames[0]).toMatchObject({ type: 'hello' });
    },
  );

  it('gives no way back in while the link is disabled', async () => {
    const line = await connect();
    const unused = await ticket();
    sandbox.sockets?.disconnect('link_disabled');
    await once(line.socket, 'close');
    expect(line.frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
    await expect(ticket()).rejects.toMatchObject({ data: { error: 'access_denied' } });
    await once(new WebSocket(unused), 'error');
    sandbox.sockets?.enable();
    expect((await connect()).frames[0]).toMatchObject({ type: 'hello' });
    expect(sandbox.violations).toEqual([]);
  });

  it('repeats an event three times, with its number and the reason, and then no more', async () => {
    const line = await connect();
    await sandbox.as(PEOPLE.staff).act({ do: 'open_home' });
    for (const [count, wait] of [0, 60_000, 300_000, 86_400_000].entries()) {
      await sandbox.waitFor(() => sandbox.deliveries[count]?.answer === 'timeout');
      sandbox.clock.advance(wait);
    }
    const events = line.frames.filter((frame) => frame.type === 'events_api');
    expect(events.map((frame) => [frame.retry_attempt, frame.retry_reason])).toEqual([
      [0, ''],
      [1, 'http_timeout'],
      [2, 'http_timeout'],
      [3, 'http_timeout'],
    ]);
    expect(new Set(events.map((frame) => frame.payload?.['event_id'])).size).toBe(1);
    expect(sandbox.violations.map((one) => one.name)).toEqual(Array(4).fill('unanswered_event'));
  });

  it('pings, so that the app can tell a dead line', async () => {
    const socket = new WebSocket(await ticket());
    await once(socket, 'ping');
    socket.terminate();
  });
});

it('a connection is warned before its time is over, and then refreshed', async () => {
  const brief = await startSandbox({ manifest: MANIFEST, connectionSeconds: 0.1 });
  const client = new WebClient(brief.appToken, { slackApiUrl: brief.apiUrl });
  const socket = new WebSocket((await client.apps.connections.open({})).url ?? '');
  const frames: { type: string; reason?: string; debug_info?: object }[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await once(socket, 'close');
  expect(frames.map((frame) => frame.reason ?? frame.type)).toEqual(['hello', 'warning', 'refresh_requested']);
  expect(frames[0]?.debug_info).toMatchObject({ approximate_connection_time: 0.1 });
  await brief.stop();
});
