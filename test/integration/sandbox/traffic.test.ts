import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { ClockState, Traffic } from '../../../sandbox/page-api.ts';
import { MANIFEST, withRig } from './support.ts';

const get = async <T>(sandbox: Sandbox, path: string): Promise<T> =>
  (await fetch(`${sandbox.url}/sandbox/${path}`)).json() as Promise<T>;
const moveClock = async (sandbox: Sandbox, body: unknown) => {
  const answer = await fetch(`${sandbox.url}/sandbox/clock`, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
};

it('lists calls and deliveries newest first, marks problems, and keeps secrets to itself', async () => {
  await withRig(
    'socket',
    (app) => {
      app.command('/probe', async ({ ack, client }) => {
        await ack({ text: 'Już' });
        await client.chat.postMessage({ channel: CHANNELS.debiuty, text: 'token xoxb-1234-abcd nie dla oczu' });
        await client.conversations.info({ channel: 'C0NIGDZIE0' }).catch(() => undefined);
      });
    },
    async ({ sandbox }) => {
      await sandbox.as(PEOPLE.staff).slash('#debiuty', '/probe');
      const { entries } = await get<Traffic>(sandbox, 'traffic');
      const numbers = entries.map((one) => one.n);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
      const of = (name: string) => entries.find((one) => one.name === name);
      expect(of('chat.postMessage')).toMatchObject({ kind: 'call', outcome: 'ok', problem: false, ms: null });
      expect(of('conversations.info')).toMatchObject({ outcome: 'channel_not_found', problem: true });
      expect(of('/probe')).toMatchObject({ kind: 'slash_commands', outcome: 'acknowledged', attempt: 0 });
      expect(of('/probe')?.ms).toBeGreaterThan(0);
      expect(of('/probe')?.detail).toContain('"text": "Już"');
      const all = entries.map((one) => one.detail).join('\n');
      expect(all).toContain('token xoxb-••• nie dla oczu');
      expect(all).toMatch(/"response_url": "[^"]+\/response\/•••"/);
      for (const { token } of [{ token: sandbox.botToken }, { token: sandbox.appToken }])
        expect(all).not.toContain(token);

      const newest = numbers[0] ?? 0;
      expect((await get<Traffic>(sandbox, `traffic?after=${newest}`)).entries).toEqual([]);
      await sandbox.as(PEOPLE.staff).slash('#debiuty', '/probe');
      const later = await get<Traffic>(sandbox, `traffic?after=${newest}`);
      expect(new Set(later.entries.map((one) => one.name))).toEqual(
        new Set(['/probe', 'chat.postMessage', 'conversations.info', 'message']),
      );
      sandbox.takeViolations();
    },
  );
});

it('gives at most the newest four hundred', async () => {
  const sandbox = await startSandbox({ manifest: MANIFEST });
  for (let n = 0; n < 401; n += 1)
    sandbox.calls.push({ method: `m${n}`, args: {}, at: n, ok: true, error: null, status: 200 });
  const { entries } = await get<Traffic>(sandbox, 'traffic');
  expect([entries.length, entries.at(0)?.name, entries.at(-1)?.name]).toEqual([400, 'm400', 'm1']);
  await sandbox.stop();
});

it('moves the clock by a step or to an instant, never back, and asks the app what comes next', async () => {
  const next = { at: Date.UTC(2023, 4, 8, 7), label: 'Przypomnienie o sprawozdaniu' };
  const start = Date.UTC(2023, 4, 4, 7);
  const sandbox = await startSandbox({ manifest: MANIFEST, now: () => start, nextMoment: async () => next });
  expect(await get<ClockState>(sandbox, 'clock')).toEqual({ now: start, next });
  expect(await moveClock(sandbox, { ms: 60_000 })).toEqual({ status: 200, body: { ok: true, now: start + 60_000 } });
  expect((await moveClock(sandbox, { to: next.at })).body).toEqual({ ok: true, now: next.at });
  expect((await moveClock(sandbox, { to: start })).body).toEqual({ ok: true, now: next.at });
  for (const wrong of [{}, { ms: -1 }, { ms: 'x' }, { to: '9:00' }]) {
    expect(await moveClock(sandbox, wrong)).toEqual({ status: 400, body: { ok: false, error: 'invalid_ms' } });
  }
  await sandbox.stop();
});

it('goes by the next scheduled message when the app says nothing', async () => {
  const sandbox = await startSandbox({ manifest: MANIFEST });
  expect((await get<ClockState>(sandbox, 'clock')).next).toBeNull();
  const scheduled = async (minutes: number) => {
    const postAt = Math.floor(sandbox.clock.now() / 1000) + minutes * 60;
    const { ok, error } = await new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl }).chat.scheduleMessage({
      channel: CHANNELS.debiuty,
      text: 'Przypominamy',
      post_at: postAt,
    });
    expect({ ok, error }).toEqual({ ok: true, error: undefined });
    return postAt * 1000;
  };
  await scheduled(120);
  const first = await scheduled(60);
  expect((await get<ClockState>(sandbox, 'clock')).next).toEqual({ at: first, label: 'Zaplanowana wiadomość' });
  await sandbox.stop();
});
