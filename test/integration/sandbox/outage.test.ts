import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST, withRig } from './support.ts';

const MINUTE = 60_000;
const staff = PEOPLE.staff;

describe('a workspace that is down', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ manifest: MANIFEST });
  });
  afterEach(() => sandbox.stop());

  const reach = (path: string) => fetch(`${sandbox.url}${path}`).then((response) => response.status);
  const everything = ['/api/auth.test', '/response/x', '/upload/v1/x', '/files-pri/T-F1/a', '/sandbox/status', '/'];

  it('refuses every connection, and is back when its time is over', async () => {
    sandbox.down(30_000);
    for (const path of everything) await expect(reach(path)).rejects.toThrow('fetch failed');
    sandbox.clock.advance(29_000);
    await expect(reach('/sandbox/status')).rejects.toThrow('fetch failed');
    sandbox.clock.advance(1_000);
    expect(await reach('/sandbox/status')).toBe(200);
    expect(sandbox.violations).toEqual([]);
  });

  it('or by itself as time passes, or when it is called back', async () => {
    sandbox.down(20);
    await sandbox.waitFor(async () => (await reach('/sandbox/status')) === 200);
    sandbox.down();
    sandbox.clock.advance(60 * MINUTE);
    await expect(reach('/sandbox/status')).rejects.toThrow('fetch failed');
    sandbox.up();
    expect(await reach('/sandbox/status')).toBe(200);
    sandbox.down(MINUTE);
    sandbox.up();
    sandbox.down();
    sandbox.clock.advance(MINUTE);
    await expect(reach('/sandbox/status')).rejects.toThrow('fetch failed');
  });

  it('cuts the connections that are open', async () => {
    const stream = await fetch(`${sandbox.url}/sandbox/stream?as=${staff}`);
    const reader = stream.body?.getReader();
    const ended = (async () => {
      while ((await reader?.read())?.done === false);
    })();
    sandbox.down();
    await expect(ended).rejects.toThrow('terminated');
  });
});

describe.each(['socket', 'http'] as const)('an app whose Slack goes down, over %s', (transport) => {
  it('loses clicks for good; events come again with the same id when Slack is back', async () => {
    const heard: unknown[] = [];
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack }) => ack());
      app.event('app_home_opened', async ({ body }) => void heard.push(body.event_id));
    };
    await withRig(transport, prepare, async ({ sandbox, app }) => {
      const bartek = sandbox.as(staff);
      await bartek.slash('#debiuty', '/probe');
      sandbox.down(2 * MINUTE);
      await expect(
        bartek.act({ do: 'slash', channel: CHANNELS.debiuty, command: '/probe', text: '' }),
      ).resolves.toEqual({
        ok: false,
        error: 'dispatch_failed',
      });
      await bartek.act({ do: 'open_home' });
      await expect(app.client.auth.test()).rejects.toThrow();
      const events = () => sandbox.deliveries.filter((one) => one.type === 'events_api');
      await sandbox.waitFor(() => events().length === 2, { what: 'the retry at once' });
      sandbox.clock.advance(MINUTE);
      await sandbox.waitFor(() => events().length === 3, { what: 'the retry after a minute' });
      sandbox.clock.advance(MINUTE);
      // Over Socket Mode the SDK takes some seconds to come back by itself.
      await sandbox.waitFor(() => sandbox.delivery.connections() > 0, {
        timeoutMs: 15_000,
        what: 'the app to be back',
      });
      sandbox.clock.advance(4 * MINUTE);
      await sandbox.waitFor(() => heard.length === 1, { what: 'the retry after five minutes' });
      expect(events().map((one) => [one.attempt, one.payload['event_id'], one.answer])).toEqual(
        ['failed', 'failed', 'failed', 'acknowledged'].map((answer, attempt) => [attempt, heard[0], answer]),
      );
      await bartek.slash('#debiuty', '/probe');
      expect((await app.client.auth.test()).ok).toBe(true);
      expect(sandbox.deliveries.filter((one) => one.type === 'slash_commands')).toHaveLength(3);
      expect(sandbox.violations).toEqual([]);
    });
  });
});
