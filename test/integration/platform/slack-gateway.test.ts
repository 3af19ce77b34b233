import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addRooms } from '../../../bench/support/rooms.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { connection } from '../../../src/platform/slack/connection.ts';
import { type SlackGateway, slackGateway } from '../../../src/platform/slack/gateway.ts';
import { say } from '../../../src/platform/slack/reply.ts';

const MANIFEST = join(import.meta.dirname, '../../../manifest.yml');
const mark = (id: string) => ({ type: 'test_mark', id });

let sandbox: Sandbox;
let slack: SlackGateway;
let channel: string;

beforeEach(async () => {
  sandbox = await startSandbox({ manifest: MANIFEST, pace: 10_000 });
  const { botToken, apiUrl, appToken } = sandbox;
  const mode = { kind: 'socket', appToken } as const;
  const { client } = connection({ botToken, apiUrl, mode, port: null, routes: [] }, silentLog());
  slack = slackGateway(client);
  channel = addRooms(sandbox, 1)[0] ?? '';
});
afterEach(() => sandbox.stop());

/** Other people's messages after those there are, a second apart. */
function talk(count: number): void {
  const messages = sandbox.world.state.messages[channel] ?? [];
  const first = messages[0];
  if (!first) throw new Error('nothing to copy');
  const last = Number(messages.at(-1)?.ts);
  for (let index = 1; index <= count; index += 1)
    messages.push({ ...first, ts: (last + index).toFixed(6), text: `Rozmowa ${index}`, metadata: null });
}

describe('the search for a marked message', () => {
  it('finds it however much was said since, when it knows since when', async () => {
    const since = new Date(Date.now() - 60_000);
    const posted = await slack.post(channel, say('Tu jestem'), mark('a'));
    talk(450);
    expect(await slack.findMarked(channel, mark('a'), since)).toEqual(posted);
    expect(await slack.findMarked(channel, mark('b'), since)).toBeNull();
    expect(sandbox.violations).toEqual([]);
  });

  it('looks at the newest 200 alone when it does not, and asks once', async () => {
    await slack.post(channel, say('Tu jestem'), mark('a'));
    talk(200);
    const before = sandbox.calls.length;
    expect(await slack.findMarked(channel, mark('a'))).toBeNull();
    expect(sandbox.calls).toHaveLength(before + 1);
  });

  it('reads nothing from before the moment', async () => {
    await slack.post(channel, say('Tu jestem'), mark('a'));
    expect(await slack.findMarked(channel, mark('a'), new Date(Date.now() + 60_000))).toBeNull();
  });

  it('says that it cannot tell when more was said than can be read', async () => {
    const since = new Date(Date.now() - 60_000);
    await slack.post(channel, say('Tu jestem'), mark('a'));
    talk(5_100);
    await expect(slack.findMarked(channel, mark('a'), since)).rejects.toMatchObject({ code: 'history_too_long' });
  });
});

describe('a call that Slack breaks down on', () => {
  const calls = (method: string) => sandbox.calls.filter((call) => call.method === method).map(({ ok }) => ok);

  it('is made once more when it does no harm twice', async () => {
    sandbox.fault({ method: 'conversations.setPurpose', kind: 'server_error' });
    await slack.setPurpose(channel, 'Rozmowa z organizacją');
    expect(calls('conversations.setPurpose')).toEqual([false, true]);
    const { ts } = await slack.post(channel, say('Karta'));
    sandbox.fault({ method: 'pins.add', kind: 'reset', stage: 'after' });
    await slack.pin(channel, ts);
    expect(calls('pins.add')).toEqual([false, false]);
    expect(sandbox.world.channel(channel)?.pins).toHaveLength(1);
  });

  it('fails after that, and at once where Slack only asks for a pause', async () => {
    sandbox.fault({ method: 'conversations.setPurpose', kind: 'server_error', times: 2 });
    await expect(slack.setPurpose(channel, 'Rozmowa')).rejects.toMatchObject({ code: 'http_503' });
    sandbox.fault({ method: 'users.info', kind: 'rate_limit', retryAfter: 1 });
    await expect(slack.person('U0ALICJA00')).rejects.toMatchObject({ code: 'ratelimited' });
    expect(calls('users.info')).toEqual([false]);
  });

  it('is never repeated here when it posts or creates', async () => {
    for (const method of ['chat.postMessage', 'conversations.create'])
      sandbox.fault({ method, kind: 'reset', stage: 'after' });
    await expect(slack.post(channel, say('Raz'))).rejects.toMatchObject({ doubtful: true });
    await expect(slack.createChannel('raz', true)).rejects.toMatchObject({ doubtful: true });
    expect([...calls('chat.postMessage'), ...calls('conversations.create')]).toEqual([false, false]);
  });
});
