import { expect, test } from 'vitest';
import { patient } from '../../../../src/platform/slack/patience.ts';

const API = 'https://slack.example/api/';
const post = (channel: string) => ({ method: 'POST', body: new URLSearchParams({ channel, text: 'a' }).toString() });

/** A Slack that answers from a list, with a clock that the test moves. */
function slackOf(...answers: (number | null)[]) {
  const asked: string[] = [];
  const time = { now: 0 };
  const call = patient(
    async (url) => {
      asked.push(String(url).replace(API, ''));
      const wait = answers.shift() ?? null;
      if (wait === null) return Response.json({ ok: true });
      return Response.json({ ok: false }, { status: 429, headers: { 'retry-after': String(wait) } });
    },
    () => time.now,
  );
  return { call, asked, time };
}

test('after Retry-After the same method is not called before it is over, and is told what is left', async () => {
  const { call, asked, time } = slackOf(30);
  expect((await call(`${API}conversations.history`, {})).status).toBe(429);
  time.now = 10_500;
  const refused = await call(`${API}conversations.history`, {});
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
  expect(await refused.json()).toEqual({ ok: false, error: 'ratelimited' });
  expect((await call(`${API}users.info`, {})).status).toBe(200);
  time.now = 30_000;
  expect((await call(`${API}conversations.history`, {})).status).toBe(200);
  expect(asked).toEqual(['conversations.history', 'users.info', 'conversations.history']);
});

test('posts are counted by channel: one that must wait holds up no other', async () => {
  const { call, asked } = slackOf(5);
  expect((await call(`${API}chat.postMessage`, post('C1'))).status).toBe(429);
  expect((await call(`${API}chat.postMessage`, post('C1'))).status).toBe(429);
  expect((await call(`${API}chat.postMessage`, post('C2'))).status).toBe(200);
  expect(asked).toHaveLength(2);
});

test('what is no method of the Web API goes through untouched', async () => {
  const { call, asked } = slackOf(60, null);
  await call('https://hooks.slack.example/actions/1', {});
  expect((await call('https://hooks.slack.example/actions/1', {})).status).toBe(200);
  expect(asked).toHaveLength(2);
});

test('somebody who waits for a form is not refused for another who was', async () => {
  const { call, asked } = slackOf(1);
  expect((await call(`${API}views.open`, {})).status).toBe(429);
  expect((await call(`${API}views.open`, {})).status).toBe(200);
  expect(asked).toHaveLength(2);
});
