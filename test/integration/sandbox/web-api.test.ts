import { WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST } from './support.ts';

let sandbox: Sandbox;
let client: WebClient;

const connect = (token = sandbox.botToken) =>
  new WebClient(token, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });

/** Slack's word for the refusal of a call, with what came along. */
const refusal = async (call: Promise<unknown>): Promise<Record<string, unknown> & { readonly error: string }> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WebAPIPlatformError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { ...error.data };
};
const names = () => sandbox.takeViolations().map((one) => one.name);
const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' as const }));

beforeEach(async () => {
  sandbox = await startSandbox({ manifest: MANIFEST, pace: 50 });
  client = connect();
});
afterEach(async () => {
  const left = sandbox.violations;
  await sandbox.stop();
  expect(left).toEqual([]);
});

describe('who may call', () => {
  it('knows the app by its token', async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, team: 'Fundacja Przykładowa', user: 'debiuty' });
  });
  it('refuses no token, a wrong one, and one of the wrong kind', async () => {
    expect(await refusal(connect('').auth.test())).toMatchObject({ error: 'not_authed' });
    expect(await refusal(connect('xoxb-other').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusal(connect(sandbox.appToken).auth.test())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(names()).toEqual(['not_authed', 'invalid_auth', 'not_allowed_token_type']);
  });
  it('names the scope that is missing and those that are there', async () => {
    const answer = await refusal(client.bookmarks.list({ channel_id: CHANNELS.debiuty }));
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'bookmarks:read' });
    expect(String(answer['provided'])).toContain('chat:write');
    expect(names()).toEqual(['missing_scope']);
  });
  it('reports an argument that Slack would silently ignore, and a method it does not have', async () => {
    await client.apiCall('chat.postMessage', { channel: CHANNELS.debiuty, text: 'a', chanel: 'typo' });
    expect(await refusal(client.apiCall('chat.shout'))).toMatchObject({ error: 'unknown_method' });
    expect(names()).toEqual(['unknown_argument', 'unknown_method']);
  });
  it('takes JSON as well as forms', async () => {
    const response = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
      body: JSON.stringify({ channel: CHANNELS.debiuty, text: 'Żółć', blocks: dividers(1) }),
    });
    expect(await response.json()).toMatchObject({ ok: true, message: { text: 'Żółć' } });
  });
});

describe('messages', () => {
  it('keeps text, blocks and metadata, and gives metadata only when asked', async () => {
    const metadata = { event_type: 'notice', event_payload: { id: '7' } };
    const { ts } = await client.chat.postMessage({ channel: CHANNELS.debiuty, text: 'Zażółć', metadata });
    const history = (include_all_metadata: boolean) =>
      client.conversations.history({ channel: CHANNELS.debiuty, include_all_metadata });
    expect((await history(true)).messages?.[0]).toMatchObject({ ts, text: 'Zażółć', metadata });
    expect((await history(false)).messages?.[0]?.metadata).toBeUndefined();
  });
  it('refuses 51 blocks, naming the place, and text that is too long in total', async () => {
    const post = (blocks: object[]) =>
      client.chat.postMessage({ channel: CHANNELS.debiuty, text: 'a', blocks: blocks as never });
    await post(dividers(50));
    const answer = await refusal(post(dividers(51)));
    expect(answer).toMatchObject({ error: 'invalid_blocks' });
    expect(JSON.stringify(answer['response_metadata'])).toContain(
      'no more than 50 items allowed [json-pointer:/blocks]',
    );
    const long = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'a'.repeat(2_500) },
    }));
    expect(await refusal(post(long))).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(names()).toEqual(['too_many_blocks', 'msg_blocks_too_long']);
  });
  it('reports a message of blocks without a text to read out', async () => {
    await client.chat.postMessage({ channel: CHANNELS.debiuty, blocks: dividers(1) } as never);
    expect(names()).toEqual(['no_fallback_text']);
  });
  it('an update without blocks keeps them, and a foreign message is not ours to change', async () => {
    const channel = CHANNELS.debiuty;
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks: dividers(2) });
    await client.chat.update({ channel, ts, text: 'b' });
    const [message] = (await client.conversations.history({ channel })).messages ?? [];
    expect(message).toMatchObject({ text: 'b', edited: expect.anything() });
    expect(message?.blocks).toHaveLength(2);
    await sandbox.as(PEOPLE.staff).say('#debiuty', 'moje');
    const [mine] = (await client.conversations.history({ channel, limit: 1 })).messages ?? [];
    expect(await refusal(client.chat.update({ channel, ts: mine?.ts ?? '', text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusal(client.chat.update({ channel, ts, text: 'x'.repeat(4_001) }))).toMatchObject({
      error: 'msg_too_long',
    });
    expect(names()).toEqual(['cant_update_message', 'msg_too_long']);
  });
  it('an ephemeral message is seen by one person, is not in history and cannot be updated', async () => {
    const [channel, user] = [CHANNELS.debiuty, PEOPLE.staff];
    const { message_ts = '' } = await client.chat.postEphemeral({ channel, user, text: 'Tylko Ty' });
    expect(sandbox.as(user).texts('#debiuty')).toContain('Tylko Ty');
    expect(sandbox.as(PEOPLE.admin).texts('#debiuty')).not.toContain('Tylko Ty');
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
    expect(await refusal(client.chat.update({ channel, ts: message_ts, text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    expect(names()).toEqual(['ephemeral_changed']);
    const stranger = client.chat.postEphemeral({ channel, user: PEOPLE.foreign, text: 'a' });
    expect(await refusal(stranger)).toMatchObject({ error: 'user_not_in_channel' });
  });
  it('writes to a person by id, but not to bots, people who left, and foreigners', async () => {
    await client.chat.postMessage({ channel: PEOPLE.staff, text: 'Cześć' });
    expect(
      sandbox
        .as(PEOPLE.staff)
        .dms()
        .map((one) => one.text),
    ).toEqual(['Cześć']);
    for (const channel of [PEOPLE.deactivated, PEOPLE.foreign]) {
      expect(await refusal(client.chat.postMessage({ channel, text: 'a' }))).toMatchObject({
        error: 'channel_not_found',
      });
    }
    expect(await refusal(client.chat.postMessage({ channel: PEOPLE.otherBot, text: 'a' }))).toMatchObject({
      error: 'cannot_dm_bot',
    });
    const open = (users: string) => refusal(client.conversations.open({ users }));
    expect(await open(PEOPLE.deactivated)).toMatchObject({ error: 'user_disabled' });
    expect(await open(PEOPLE.foreign)).toMatchObject({ error: 'user_not_visible' });
    expect(names()).toEqual(['cannot_dm_bot']);
  });
  it('threads hang on their first message', async () => {
    const channel = CHANNELS.debiuty;
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'wątek' });
    await client.chat.postMessage({ channel, text: 'odpowiedź', thread_ts: ts });
    const { messages = [] } = await client.conversations.replies({ channel, ts });
    expect(messages.map((one) => one.text)).toEqual(['wątek', 'odpowiedź']);
    expect(messages[0]).toMatchObject({ reply_count: 1, thread_ts: ts });
    expect((await client.conversations.history({ channel })).messages).toHaveLength(1);
  });
  it('pages through history, newest first', async () => {
    for (const text of ['1', '2', '3']) await client.chat.postMessage({ channel: CHANNELS.debiuty, text });
    const seen: unknown[] = [];
    for await (const page of client.paginate('conversations.history', { channel: CHANNELS.debiuty, limit: 2 })) {
      seen.push(...((page as { messages?: { text?: string }[] }).messages ?? []).map((one) => one.text));
    }
    expect(seen).toEqual(['3', '2', '1']);
  });
  it('pins, reacts and links', async () => {
    const channel = CHANNELS.debiuty;
    const { ts: timestamp = '' } = await client.chat.postMessage({ channel, text: 'karta' });
    await client.pins.add({ channel, timestamp });
    expect(await refusal(client.pins.add({ channel, timestamp }))).toMatchObject({ error: 'already_pinned' });
    expect((await client.pins.list({ channel })).items).toHaveLength(1);
    expect(sandbox.as(PEOPLE.staff).messages('#debiuty')[0]).toMatchObject({ pinned: true });
    await client.pins.remove({ channel, timestamp });
    expect(await refusal(client.pins.remove({ channel, timestamp }))).toMatchObject({ error: 'no_pin' });
    await client.reactions.add({ channel, timestamp, name: 'tada' });
    expect(await refusal(client.reactions.add({ channel, timestamp, name: 'tada' }))).toMatchObject({
      error: 'already_reacted',
    });
    expect((await client.chat.getPermalink({ channel, message_ts: timestamp })).permalink).toContain(channel);
    await client.chat.delete({ channel, ts: timestamp });
    expect(await refusal(client.chat.delete({ channel, ts: timestamp }))).toMatchObject({ error: 'message_not_found' });
  });
});

describe('rates and planned trouble', () => {
  it('answers 429 with Retry-After after a burst of three into one channel', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({ manifest: MANIFEST });
    client = connect();
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'a' });
    for (let call = 0; call < 3; call += 1) await post(CHANNELS.debiuty);
    const error = await post(CHANNELS.debiuty).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WebAPIRateLimitedError);
    expect((error as WebAPIRateLimitedError).retryAfter).toBe(1);
    await post(CHANNELS.general);
    sandbox.clock.advance(1_000);
    await post(CHANNELS.debiuty);
  });
  it('loses an answer after the effect, or refuses before it', async () => {
    const post = (text: string) => client.chat.postMessage({ channel: CHANNELS.debiuty, text });
    const method = 'chat.postMessage';
    sandbox.fault({ method, kind: 'server_error', stage: 'after' });
    await expect(post('jest')).rejects.toMatchObject({ statusCode: 503 });
    sandbox.fault({ method, kind: 'reset', when: (args) => args['text'] === 'nie ma' });
    await post('też jest');
    await expect(post('nie ma')).rejects.toThrow();
    sandbox.fault({ method, kind: 'error', error: 'is_archived' });
    expect(await refusal(post('nie ma'))).toMatchObject({ error: 'is_archived' });
    sandbox.fault({ method, kind: 'rate_limit', retryAfter: 7 });
    await expect(post('nie ma')).rejects.toMatchObject({ retryAfter: 7 });
    sandbox.fault({ method, kind: 'delay', ms: 40 });
    const started = performance.now();
    await post('później');
    expect(performance.now() - started).toBeGreaterThan(35);
    expect(sandbox.as(PEOPLE.staff).texts('#debiuty')).toEqual(['jest', 'też jest', 'później']);
  });
});
