import type { App } from '@slack/bolt';
import { expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { Act } from '../../../sandbox/page-api.ts';
import { MANIFEST, nameModal, withRig } from './support.ts';

const [halina] = PEOPLE.representatives;
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });

/** Offers what `answer` says in the one select of a modal, and gives what the person is shown. */
async function suggested(answer: object) {
  const element = { type: 'external_select', action_id: 'x', min_query_length: 1 };
  const view = nameModal('ask', { blocks: [{ type: 'input', block_id: 'b', label: plain('Wybór'), element }] });
  const prepare = (app: App) => {
    app.command('/probe', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.options('x', async ({ ack }) => ack(answer as Parameters<typeof ack>[0]));
  };
  let shown: unknown;
  await withRig('socket', prepare, async ({ sandbox }) => {
    const anna = sandbox.as(halina);
    await anna.slash('#debiuty', '/probe');
    const place = { in: 'modal' as const, viewId: anna.modal()?.id ?? '' };
    const asked = await anna.act({ do: 'suggest', place, blockId: 'b', actionId: 'x', query: 'a' });
    shown = asked.ok ? { options: asked.options?.map((one) => one.value), groups: asked.groups } : asked.error;
    sandbox.takeViolations('invalid_options');
  });
  return shown;
}

it('shows options with the groups the app put them in', async () => {
  const groups = [
    { label: plain('Fundacje'), options: [option('a'), option('b')] },
    { label: plain('Koła'), options: [option('c')] },
  ];
  expect(await suggested({ option_groups: groups })).toEqual({
    options: ['a', 'b', 'c'],
    groups: ['Fundacje', 'Fundacje', 'Koła'],
  });
  expect(await suggested({ options: [option('a')] })).toEqual({ options: ['a'], groups: undefined });
});

it.each([
  ['neither options nor groups', {}],
  ['both', { options: [], option_groups: [] }],
  ['a group whose label is too long', { option_groups: [{ label: plain('a'.repeat(76)), options: [option('a')] }] }],
  ['a group of nothing', { option_groups: [{ label: plain('a'), options: [] }] }],
])('refuses %s as an answer', async (_what, answer) => {
  expect(await suggested(answer)).toBe('invalid_options');
});

const tell = (sandbox: Sandbox, who: string) => (act: Act) => sandbox.as(who).act(act);
const unread = async (sandbox: Sandbox, who: string) => {
  const messages = sandbox.as(who).messages('#debiuty');
  const answer = await fetch(`${sandbox.url}/sandbox/snapshot?as=${who}`);
  const { channels } = (await answer.json()) as { channels: { id: string; unread: number }[] };
  const channel = channels.find((one) => one.id === CHANNELS.debiuty)?.unread;
  return { channel, replies: messages.map((one) => one.unreadReplies) };
};

it('counts unread replies for those in the thread, until they open the thread', async () => {
  const sandbox = await startSandbox({ manifest: MANIFEST });
  const channel = CHANNELS.debiuty;
  try {
    await sandbox.as(halina).say('#debiuty', 'Pytanie');
    const threadTs = sandbox.as(halina).messages('#debiuty')[0]?.ts ?? '';
    await sandbox.as(PEOPLE.staff).say('#debiuty', 'Odpowiedź', threadTs);
    await sandbox.as(PEOPLE.staff).say('#debiuty', 'Jeszcze jedna', threadTs);
    const [root] = sandbox.as(halina).messages('#debiuty');
    const last = sandbox.as(halina).replies('#debiuty', threadTs).at(-1)?.ts;
    expect(root).toMatchObject({ replyCount: 2, unreadReplies: 2, lastReply: last });
    expect(await unread(sandbox, halina)).toEqual({ channel: 2, replies: [2] });
    expect(await unread(sandbox, PEOPLE.staff)).toEqual({ channel: 1, replies: [0] });
    expect(await unread(sandbox, PEOPLE.singleChannelGuest)).toEqual({ channel: 1, replies: [0] });
    await tell(sandbox, halina)({ do: 'read', channel });
    expect(await unread(sandbox, halina)).toEqual({ channel: 2, replies: [2] });
    await tell(sandbox, halina)({ do: 'read', channel, threadTs });
    expect(await unread(sandbox, halina)).toEqual({ channel: 0, replies: [0] });
    await sandbox.as(PEOPLE.staff).say('#debiuty', 'Nowa, do @Stefan Jednokanałowy', threadTs);
    expect(await unread(sandbox, halina)).toEqual({ channel: 1, replies: [1] });
    expect(await unread(sandbox, PEOPLE.singleChannelGuest)).toEqual({ channel: 4, replies: [3] });
  } finally {
    await sandbox.stop();
  }
});
