import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMON_ERRORS, type MethodSpec } from '../../../sandbox/contract/method-types.ts';
import { METHODS } from '../../../sandbox/contract/methods.ts';
import { SLIPS } from '../../../sandbox/contract/slips.ts';
import { CHANNELS, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { HANDLERS } from '../../../sandbox/web-api/dispatch.ts';
import { MANIFEST } from './support.ts';

const rows = Object.entries<MethodSpec>(METHODS);
const botMethods = rows.filter(([, spec]) => spec.token === 'bot');

let sandbox: Sandbox;
let client: WebClient;
/** Refusals are what these tests are about: the SDK need not report each. */
const silent = () => {};
const logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  setName: silent,
  getLevel: () => LogLevel.ERROR,
};

const start = async (scopes: readonly string[]): Promise<void> => {
  sandbox = await startSandbox({ manifest: { ...MANIFEST, oauth_config: { scopes: { bot: scopes } } }, pace: 1_000 });
  client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, logger, retryConfig: { retries: 0 } });
};

describe('the table of methods', () => {
  it('has a handler for every row, and a row for every handler', () => {
    expect(Object.keys(HANDLERS).toSorted()).toEqual(Object.keys(METHODS).toSorted());
  });

  it('names every method of Slack that the SDK knows by the same name', () => {
    const known = (name: string) =>
      name
        .split('.')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], new WebClient());
    expect(rows.map(([name]) => name).filter((name) => typeof known(name) !== 'function')).toEqual([]);
  });

  it('every slip is a refusal that some row or every method may give', () => {
    const given = new Set([...COMMON_ERRORS, ...rows.flatMap(([, spec]) => spec.errors)]);
    expect([...SLIPS].filter((one) => !given.has(one))).toEqual([]);
  });
});

describe('without any scope', () => {
  beforeAll(() => start([]));
  afterAll(() => sandbox.stop());

  it.each(botMethods.filter(([, spec]) => Object.keys(spec.scopes).length > 0))('%s is refused', async (name) => {
    await expect(client.apiCall(name)).rejects.toMatchObject({ data: { error: 'missing_scope' } });
  });
  it.each(rows)('%s refuses a token of the other kind', async (name, spec) => {
    const token = spec.token === 'bot' ? sandbox.appToken : sandbox.botToken;
    await expect(client.apiCall(name, { token })).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
  });
});

describe('with every scope', () => {
  const all = rows.flatMap(([, { scopes }]) => (Array.isArray(scopes) ? scopes : Object.values(scopes).flat()));
  beforeAll(() => start([...new Set(all)]));
  afterAll(() => sandbox.stop());

  it.each(botMethods.filter(([, spec]) => spec.required.length > 0))('%s misses what it requires', async (name) => {
    const error = await client.apiCall(name).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ data: { error: 'invalid_arguments' } });
  });

  it('validates blocks, messages and views, one at a time', async () => {
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Dzień dobry' } }];
    await client.blocks.validate({ blocks });
    await client.blocks.validate({ message: { blocks } });
    const view = { type: 'home' as const, blocks };
    await client.blocks.validate({ view });
    await expect(client.blocks.validate({ blocks, view })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
    const bad = [...blocks, { type: 'header' as const, text: { type: 'plain_text' as const, text: 'a'.repeat(151) } }];
    const pointed = (pointer: string) => [{ pointer, code: 'failed_constraint' }];
    for (const [given, error, pointer] of [
      [{ blocks: bad }, 'invalid_blocks', '/1/text/text'],
      [{ message: { blocks: bad } }, 'invalid_message', '/blocks/1/text/text'],
      [{ view: { ...view, blocks: bad } }, 'invalid_view', '/blocks/1/text/text'],
    ] as const)
      await expect(client.blocks.validate(given)).rejects.toMatchObject({ data: { error, errors: pointed(pointer) } });
  });

  it('keeps one canvas for a channel', async () => {
    const channel_id = CHANNELS.debiuty;
    const words = (markdown: string) => ({ type: 'markdown' as const, markdown });
    const { canvas_id = '' } = await client.conversations.canvases.create({ channel_id, document_content: words('b') });
    await expect(client.conversations.canvases.create({ channel_id })).rejects.toMatchObject({
      data: { error: 'channel_canvas_already_exists' },
    });
    const change = (operation: 'insert_at_start' | 'insert_at_end', text: string) =>
      client.canvases.edit({ canvas_id, changes: [{ operation, document_content: words(text) }] });
    await change('insert_at_start', 'a');
    await change('insert_at_end', 'c');
    expect(sandbox.world.channel(channel_id)?.canvas?.markdown).toBe('a\nb\nc');
    await expect(change('insert_at_end', 'a'.repeat(1_048_576))).rejects.toMatchObject({
      data: { error: 'canvas_editing_failed' },
    });
  });
});
