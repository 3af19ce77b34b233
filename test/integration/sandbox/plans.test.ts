import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PLANS } from '../../../sandbox/contract/plans.ts';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { CONNECT_MANIFEST } from './support.ts';

const channel = CHANNELS.debiuty;
const HISTORY_MS = PLANS.free.historyDays * 86_400_000;

let sandbox: Sandbox;
let client: WebClient;

const refused = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.catch((reason: unknown) => reason);
  return error instanceof WebAPIPlatformError ? error.data.error : error;
};
const history = async () => ((await client.conversations.history({ channel })).messages ?? []).map((one) => one.text);
const post = async (text: string, thread_ts?: string) =>
  (await client.chat.postMessage({ channel, text, ...(thread_ts !== undefined && { thread_ts }) })).ts ?? '';

beforeEach(async () => {
  // A clock that stands still, so that a message is exactly as old as the test says.
  const frozen = Date.parse('2026-01-05T08:00:00Z');
  sandbox = await startSandbox({ manifest: CONNECT_MANIFEST, pace: 100, now: () => frozen });
  client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
});
afterEach(async () => {
  const left = sandbox.violations;
  await sandbox.stop();
  expect(left).toEqual([]);
});

it('a free workspace hides what is older than ninety days from the app and from people', async () => {
  sandbox.world.home.plan = 'free';
  const ts = await post('stara');
  const staff = sandbox.as(PEOPLE.staff);
  sandbox.clock.advance(HISTORY_MS);
  const reply = await post('odpowiedź', ts);
  const fresh = await post('świeża');
  expect(await history()).toEqual(['świeża', 'stara']);
  expect(staff.texts('#debiuty')).toEqual(['stara', 'świeża']);
  expect((await client.conversations.replies({ channel, ts })).messages).toHaveLength(2);

  sandbox.clock.advance(1);
  expect(await history()).toEqual(['świeża']);
  expect(staff.texts('#debiuty')).toEqual(['świeża']);
  expect(await refused(client.conversations.replies({ channel, ts }))).toBe('thread_not_found');
  expect((await client.conversations.replies({ channel, ts: reply })).messages?.map((one) => one.ts)).toEqual([reply]);
  for (const call of [
    client.chat.update({ channel, ts, text: 'b' }),
    client.chat.delete({ channel, ts }),
    client.chat.getPermalink({ channel, message_ts: ts }),
    client.pins.add({ channel, timestamp: ts }),
    client.reactions.add({ channel, timestamp: ts, name: 'eyes' }),
  ])
    expect(await refused(call)).toBe('message_not_found');
  await client.chat.update({ channel, ts: fresh, text: 'świeża' });
});

it('what was hidden comes back with a paid plan', async () => {
  await post('stara');
  sandbox.clock.advance(HISTORY_MS + 1);
  expect(await history()).toEqual(['stara']);
  sandbox.world.home.plan = 'free';
  expect(await history()).toEqual([]);
  sandbox.world.home.plan = 'paid';
  expect(await history()).toEqual(['stara']);
});

it('a button of a hidden message cannot be pressed', async () => {
  sandbox.world.home.plan = 'free';
  const button = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Dalej' } };
  const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [button] }];
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks });
  sandbox.clock.advance(HISTORY_MS + 1);
  const place = { in: 'message' as const, channel, ts };
  expect(await sandbox.as(PEOPLE.staff).act({ do: 'press', place, blockId: 'b', actionId: 'go' })).toMatchObject({
    error: 'element_not_found',
  });
});

it('a free workspace invites nobody by Slack Connect', async () => {
  const made = await client.conversations.create({ name: 'wspolny' });
  const ask = () =>
    client.conversations.inviteShared({ channel: made.channel?.id ?? '', emails: ['romana@z-zewnatrz.example'] });
  sandbox.world.home.plan = 'free';
  expect(await refused(ask())).toBe('not_paid');
  expect(sandbox.world.state.invitations).toEqual([]);
  sandbox.world.home.plan = 'paid';
  await ask();
});
