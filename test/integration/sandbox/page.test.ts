import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { Act, ActResult, ChannelMessages, Snapshot, Status } from '../../../sandbox/page-api.ts';
import { MANIFEST, nameModal, withRig } from './support.ts';

const get = async <T>(sandbox: Sandbox, path: string): Promise<T> =>
  (await fetch(`${sandbox.url}/sandbox/${path}`)).json() as Promise<T>;
const post = (sandbox: Sandbox, path: string, body: unknown) =>
  fetch(`${sandbox.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
const act = async (sandbox: Sandbox, as: string, one: Act): Promise<ActResult> =>
  (await post(sandbox, 'act', { as, act: one })).json() as Promise<ActResult>;

const withSandbox = async (
  use: (sandbox: Sandbox) => Promise<void>,
  options: { stateFile?: string; pageDir?: string } = {},
) => {
  const sandbox = await startSandbox({ manifest: MANIFEST, ...options });
  try {
    await use(sandbox);
  } finally {
    await sandbox.stop();
  }
};
const inFolder = async (use: (folder: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe('the endpoints of the page', () => {
  it('shows a person what they see, and no more', async () => {
    await withSandbox(async (sandbox) => {
      await sandbox.as(PEOPLE.staff).say('#debiuty', 'Dzień dobry');
      const seen = await get<Snapshot>(sandbox, `snapshot?as=${PEOPLE.singleChannelGuest}`);
      expect(seen.me).toMatchObject({
        name: 'Stefan Jednokanałowy',
        kind: 'single_channel_guest',
        avatar: { initials: 'SJ' },
      });
      expect(seen.channels).toMatchObject([{ name: 'debiuty', unread: 1, isMember: true }]);
      expect(seen.commands).toMatchObject([{ command: '/probe' }]);
      const messages = await get<ChannelMessages>(sandbox, `messages?as=${PEOPLE.staff}&channel=${CHANNELS.debiuty}`);
      expect(messages.messages).toMatchObject([{ text: 'Dzień dobry', user: PEOPLE.staff, ephemeral: false }]);
      const hidden = await get<ChannelMessages>(sandbox, `messages?as=${PEOPLE.foreign}&channel=${CHANNELS.debiuty}`);
      expect(hidden.messages).toEqual([]);
      await act(sandbox, PEOPLE.singleChannelGuest, { do: 'read', channel: CHANNELS.debiuty });
      const after = await get<Snapshot>(sandbox, `snapshot?as=${PEOPLE.singleChannelGuest}`);
      expect(after.channels[0]?.unread).toBe(0);
      expect(await get<Status>(sandbox, 'status')).toEqual({
        ready: false,
        connections: 0,
        unanswered: 0,
        violations: [],
      });
    });
  });

  it('refuses what makes no sense without falling over', async () => {
    await withSandbox(async (sandbox) => {
      expect((await post(sandbox, 'act', 'nonsense')).status).toBe(400);
      expect((await post(sandbox, 'clock', { ms: -1 })).status).toBe(400);
      expect((await fetch(`${sandbox.url}/sandbox/snapshot?as=nobody`)).status).toBe(404);
      expect(await act(sandbox, PEOPLE.deactivated, { do: 'say', channel: CHANNELS.debiuty, text: 'a' })).toEqual({
        ok: false,
        error: 'not_allowed',
      });
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('carries a whole form: command, typed values, field errors, end', async () => {
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: nameModal('first') });
      });
      app.view('first', async ({ ack }) => ack());
    };
    await withRig('socket', prepare, async ({ sandbox }) => {
      const person = PEOPLE.representatives[0];
      const slash: Act = { do: 'slash', channel: CHANNELS.debiuty, command: '/probe', text: '' };
      expect(await act(sandbox, person, slash)).toEqual({ ok: true });
      const { modals } = await sandbox.waitFor(async () => {
        const seen = await get<Snapshot>(sandbox, `snapshot?as=${person}`);
        return seen.modals.length > 0 && seen;
      });
      const viewId = modals[0]?.id ?? '';
      const submit = (value: string | null): Act => ({
        do: 'submit',
        viewId,
        values: { name: { name: { type: 'plain_text_input', value } } },
      });
      expect(await act(sandbox, person, submit(null))).toMatchObject({
        response: { action: 'errors', errors: { name: expect.any(String) } },
      });
      expect(await act(sandbox, person, submit('a'.repeat(21)))).toMatchObject({ response: { action: 'errors' } });
      expect(await act(sandbox, person, submit('Łąka'))).toEqual({ ok: true, response: { action: 'closed' } });
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('streams changes and moves the clock', async () => {
    await withSandbox(async (sandbox) => {
      const stop = new AbortController();
      const stream = await fetch(`${sandbox.url}/sandbox/stream?as=${PEOPLE.staff}`, { signal: stop.signal });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      await sandbox.as(PEOPLE.staff).say('#debiuty', 'a');
      await post(sandbox, 'clock', { ms: 86_400_000 });
      let text = '';
      while (!text.includes('clock')) text += (await reader?.read())?.value ?? 'clock';
      expect(text).toContain(`data: {"changed":"messages","channel":"${CHANNELS.debiuty}"}\n\n`);
      expect(sandbox.clock.now() - Date.now()).toBeGreaterThan(86_000_000);
      stop.abort();
    });
  });

  it('serves the page, and nothing outside its folder', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'index.html'), '<h1>Piaskownica</h1>');
      await writeFile(join(folder, 'a.js'), 'let a;');
      await withSandbox(
        async (sandbox) => {
          const text = async (path: string) => (await fetch(sandbox.url + path)).text();
          expect(await text('/')).toContain('Piaskownica');
          expect(await text('/a.js')).toBe('let a;');
          expect(await text('/some/where')).toContain('Piaskownica');
          expect(await text('/..%2f..%2f..%2fetc%2fpasswd')).toContain('Piaskownica');
        },
        { pageDir: folder },
      );
    });
  });
});

describe('the state file', () => {
  it('brings channels, messages, pins and the clock back after a stop, open modals not', async () => {
    await inFolder(async (folder) => {
      const stateFile = join(folder, 'deep', 'world.json');
      await withSandbox(
        async (sandbox) => {
          await sandbox.as(PEOPLE.staff).say('#debiuty', 'zostaję');
          sandbox.clock.advance(1_000_000);
          await sandbox.waitFor(async () => (await readFile(stateFile, 'utf8')).includes('zostaję'), {
            what: 'the file',
          });
        },
        { stateFile },
      );
      await withSandbox(
        async (sandbox) => {
          expect(sandbox.as(PEOPLE.admin).texts('#debiuty')).toEqual(['zostaję']);
          expect(sandbox.clock.now() - Date.now()).toBeGreaterThan(990_000);
          const [first, second] = [sandbox.world.newId('C'), sandbox.world.newTs()];
          expect(sandbox.world.channel(first)).toBeUndefined();
          expect(Number(second)).toBeGreaterThan(Number(sandbox.world.posted(CHANNELS.debiuty)[0]?.ts));
        },
        { stateFile },
      );
    });
  });

  it('a sandbox starts and stops in less than 50 ms', async () => {
    await withSandbox(async () => {});
    const started = performance.now();
    for (let round = 0; round < 5; round += 1) await withSandbox(async () => {});
    expect((performance.now() - started) / 5).toBeLessThan(50);
  });
});
