import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../sandbox/faults/faults.ts';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST } from './support.ts';

const channel = CHANNELS.debiuty;
const scopes = [...(MANIFEST.oauth_config?.scopes?.bot ?? []), 'files:write'];

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ manifest: { ...MANIFEST, oauth_config: { scopes: { bot: scopes } } } });
});
afterEach(() => sandbox.stop());

const call = (method: string, body: object): Promise<Response> =>
  fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const post = (url: string, body: string): Promise<Response> =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

/** An address that belongs to a command nobody was there to take. */
const responseUrl = async (): Promise<string> => {
  await sandbox.as(PEOPLE.staff).act({ do: 'slash', channel, command: '/probe', text: '' });
  return String(sandbox.deliveries[0]?.payload['response_url']);
};
const uploadUrl = async (): Promise<string> => {
  const answer = await call('files.getUploadURLExternal', { filename: 'a.txt', length: 1 });
  return ((await answer.json()) as { upload_url: string }).upload_url;
};

type Surface = {
  /** Makes ready; the result sends the one request that matters. */
  readonly ready: () => Promise<() => Promise<Response>>;
  readonly happened: () => boolean;
  readonly error: string;
  readonly refusal: readonly [status: number, body: string];
};
const SURFACES: Readonly<Record<string, Surface>> = {
  'chat.postMessage': {
    ready: async () => () => call('chat.postMessage', { channel, text: 'a' }),
    happened: () => sandbox.world.posted(channel).length === 1,
    error: 'is_archived',
    refusal: [200, '{"ok":false,"error":"is_archived"}'],
  },
  response_url: {
    ready: async () => {
      const url = await responseUrl();
      return () => post(url, '{"text":"a"}');
    },
    happened: () => sandbox.as(PEOPLE.staff).texts('#debiuty').length === 1,
    error: 'expired_url',
    refusal: [404, 'expired_url'],
  },
  upload_url: {
    ready: async () => {
      const url = await uploadUrl();
      return () => post(url, 'a');
    },
    happened: () => sandbox.world.state.files[0]?.stage === 'received',
    error: 'upload_failed',
    refusal: [400, 'upload_failed'],
  },
};
const names = Object.keys(SURFACES);
const cases = names.flatMap((name) => (['before', 'after'] as const).map((stage) => [name, stage] as const));

describe.each(cases)('trouble with %s %s its effect', (name, stage) => {
  const { ready, happened, error, refusal } = SURFACES[name] as Surface;

  const struck = async (kind: FaultKind): Promise<Response> => {
    const send = await ready();
    sandbox.fault({ method: name, stage, ...kind });
    return send();
  };
  const last = () => sandbox.calls.at(-1);

  it('429 with Retry-After', async () => {
    const answer = await struck({ kind: 'rate_limit', retryAfter: 7 });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(happened()).toBe(stage === 'after');
    expect(last()).toMatchObject({ method: name, status: 429, ok: false });
  });

  it.each([500, 502, 503])('HTTP %d', async (status) => {
    expect((await struck({ kind: 'server_error', status })).status).toBe(status);
    expect(happened()).toBe(stage === 'after');
    expect(last()).toMatchObject({ method: name, status, ok: false, error: `http_${status}` });
  });

  it('a connection that breaks', async () => {
    await expect(struck({ kind: 'reset' })).rejects.toThrow('fetch failed');
    expect(happened()).toBe(stage === 'after');
    expect(last()).toMatchObject({ method: name, ok: false, error: 'reset' });
  });

  it('a refusal in words of Slack', async () => {
    const answer = await struck({ kind: 'error', error });
    expect([answer.status, await answer.text()]).toEqual(refusal);
    expect(happened()).toBe(stage === 'after');
    expect(last()).toMatchObject({ method: name, ok: false, error });
  });

  it('a delay, after which all is as usual', async () => {
    const started = performance.now();
    const answer = await struck({ kind: 'delay', ms: 40 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
    expect([answer.status, happened(), last()?.ok]).toEqual([200, true, true]);
  });
});

describe('a planned fault', () => {
  const text = async (words: string) =>
    (await (await call('chat.postMessage', { channel, text: words })).json()) as object;

  it('strikes as often as it says, where its predicate says, and can be taken back', async () => {
    const error = 'restricted_action';
    const takeBack = sandbox.fault({
      method: '*',
      kind: 'error',
      error,
      times: 3,
      when: (args) => args['text'] === 'b',
    });
    expect(await text('a')).toMatchObject({ ok: true });
    expect(await text('b')).toEqual({ ok: false, error });
    expect(await text('b')).toEqual({ ok: false, error });
    takeBack();
    expect(await text('b')).toMatchObject({ ok: true });
    sandbox.fault({ method: 'chat.postMessage', kind: 'error', error });
    sandbox.clearFaults();
    expect(await text('c')).toMatchObject({ ok: true });
    expect(sandbox.violations).toEqual([]);
  });

  it('cannot be a refusal that the method never gives', () => {
    expect(() => sandbox.fault({ method: 'chat.postMessage', kind: 'error', error: 'name_taken' })).toThrow(
      'chat.postMessage never answers "name_taken"',
    );
  });
});
