import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST } from './support.ts';

const START = Date.UTC(2026, 10, 23, 9);
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const channel = CHANNELS.debiuty;

let sandbox: Sandbox;
let client: WebClient;

const open = async (options: Partial<SandboxOptions> = {}): Promise<void> => {
  sandbox = await startSandbox({ manifest: MANIFEST, pace: 100, now: () => START, ...options });
  client = new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
};
/** @param after seconds from the sandbox's now. */
const plan = (after: number, text = 'Przypomnienie', more: object = {}) =>
  client.chat.scheduleMessage({ channel, text, post_at: Math.floor(sandbox.clock.now() / 1000) + after, ...more });
const texts = () => sandbox.as(PEOPLE.staff).texts('#debiuty');
const waiting = async () => (await client.chat.scheduledMessages.list({})).scheduled_messages ?? [];
const refused = (error: string) => ({ data: { error } });

beforeEach(() => open());
afterEach(() => sandbox.stop());

describe('a scheduled message', () => {
  it('is posted at its moment, not before, and leaves the list', async () => {
    await plan(60 * MINUTE, 'Drugie');
    await plan(30 * MINUTE, 'Pierwsze');
    sandbox.clock.advance((30 * MINUTE - 1) * 1000);
    expect(texts()).toEqual([]);
    expect(await waiting()).toMatchObject([{ text: 'Drugie' }, { text: 'Pierwsze', channel_id: channel }]);
    sandbox.clock.advance(DAY * 1000);
    expect(texts()).toEqual(['Pierwsze', 'Drugie']);
    const stamps = sandbox.world.posted(channel).map((one) => Math.floor(Number(one.ts)) - START / 1000);
    expect(stamps).toEqual([30 * MINUTE, 60 * MINUTE]);
    expect(await waiting()).toEqual([]);
    expect(sandbox.violations).toEqual([]);
  });

  it('goes into the thread it was meant for', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'Wątek' });
    await plan(MINUTE, 'Odpowiedź', { thread_ts: ts });
    sandbox.clock.advance(MINUTE * 1000);
    expect(sandbox.as(PEOPLE.staff).replies('#debiuty', ts).at(-1)?.text).toBe('Odpowiedź');
  });

  it('is refused in the past, beyond 120 days and beyond 30 in five minutes of a channel', async () => {
    await expect(plan(0)).rejects.toMatchObject(refused('time_in_past'));
    await expect(plan(120 * DAY + 1)).rejects.toMatchObject(refused('time_too_far'));
    await plan(120 * DAY);
    for (let count = 0; count < 30; count += 1) await plan(10 * MINUTE + count * 9);
    await expect(plan(10 * MINUTE + 299)).rejects.toMatchObject(refused('restricted_too_many'));
    await expect(plan(10 * MINUTE - 1)).rejects.toMatchObject(refused('restricted_too_many'));
    await plan(15 * MINUTE);
    const post_at = START / 1000 + 10 * MINUTE;
    await client.chat.scheduleMessage({ channel: CHANNELS.general, text: 'Inny kanał', post_at });
    expect(sandbox.violations.map((one) => one.name)).toEqual(['time_in_past', 'time_too_far']);
  });

  it('a far one waits as long as a near one is sure: 119 days later it is still there', async () => {
    await plan(120 * DAY, 'Daleko');
    sandbox.clock.advance(119 * DAY * 1000);
    await expect.poll(async () => (await waiting()).length).toBe(1);
    sandbox.clock.advance(DAY * 1000);
    expect(texts()).toEqual(['Daleko']);
  });

  it('with metadata is never posted, and that is recorded', async () => {
    await plan(MINUTE, 'Nigdy', { metadata: { event_type: 'notice', event_payload: { id: '1' } } });
    sandbox.clock.advance(DAY * 1000);
    expect(texts()).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(sandbox.violations.map((one) => one.name)).toEqual(['scheduled_with_metadata']);
  });

  it('can be taken back until a minute before', async () => {
    const { scheduled_message_id: id = '' } = await plan(10 * MINUTE, 'Cofnięte');
    const { scheduled_message_id: late = '' } = await plan(MINUTE, 'Za późno');
    await client.chat.deleteScheduledMessage({ channel, scheduled_message_id: id });
    sandbox.clock.advance(1_000);
    for (const scheduled_message_id of [id, late, 'Q0NIEMA000']) {
      const again = client.chat.deleteScheduledMessage({ channel, scheduled_message_id });
      await expect(again).rejects.toMatchObject(refused('invalid_scheduled_message_id'));
    }
    sandbox.clock.advance(DAY * 1000);
    expect(texts()).toEqual(['Za późno']);
  });

  it('is lost where the channel has been archived', async () => {
    await plan(MINUTE);
    const archived = sandbox.world.channel(channel);
    if (archived) archived.archived = true;
    sandbox.clock.advance(MINUTE * 1000);
    expect(sandbox.world.posted(channel)).toEqual([]);
  });
});

it('schedules and files outlive a restart; what fell due meanwhile is posted at once', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'schedule-'));
  try {
    await sandbox.stop();
    const stateFile = join(dir, 'state.json');
    await open({ stateFile });
    await plan(MINUTE, 'Zaległe');
    await plan(DAY, 'Przyszłe');
    await sandbox.stop();
    await open({ stateFile, now: () => START + 60 * MINUTE * 1000 });
    await sandbox.waitFor(() => texts().length === 1);
    expect(texts()).toEqual(['Zaległe']);
    expect(await waiting()).toMatchObject([{ text: 'Przyszłe' }]);
    sandbox.clock.advance(DAY * 1000);
    expect(texts()).toEqual(['Zaległe', 'Przyszłe']);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
