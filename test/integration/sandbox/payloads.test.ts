import { once } from 'node:events';
import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ANSWER_KEYS } from '../../../sandbox/contract/keys/answers.ts';
import { EVENT_KEYS } from '../../../sandbox/contract/keys/events.ts';
import { INTERACTION_KEYS } from '../../../sandbox/contract/keys/interactions.ts';
import { METHODS } from '../../../sandbox/contract/methods.ts';
import { deliveryName, eventName, keyFaults } from '../../../sandbox/contract/payload-keys.ts';
import { CHANNELS, FOREIGN_TEAM_ID, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { EVERYTHING } from './planted/everything.ts';
import { nameModal, withRig } from './support.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const [halina] = PEOPLE.representatives;
const channel = CHANNELS.debiuty;
const option = { text: plain('Pierwsza'), value: '1' };

/** A button and a select that asks the app, in one block. */
const interactive = (label: string) => [
  {
    type: 'actions' as const,
    block_id: `${label}-block`,
    elements: [
      { type: 'button' as const, action_id: 'go', text: plain(label) },
      { type: 'external_select' as const, action_id: 'ask', min_query_length: 0, placeholder: plain(`${label}?`) },
    ],
  },
];

const where = {
  type: 'input',
  block_id: 'where',
  label: plain('Gdzie'),
  element: { type: 'channels_select', action_id: 'where', response_url_enabled: true },
};
const form = (label: string) =>
  nameModal('form', { blocks: [...interactive(label), where, ...nameModal('form').blocks], notify_on_close: true });

const prepare = (app: App): void => {
  app.action('ask', async ({ ack }) => ack());
  app.options('ask', async ({ ack }) => ack({ options: [option] }));
  app.shortcut('apply', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form('W formularzu') as never });
  });
  app.shortcut('keep', async ({ ack }) => ack());
  app.command('/probe', async ({ ack, body, client }) => {
    await ack();
    const { view } = await client.views.open({ trigger_id: body.trigger_id, view: form('Dalej') });
    await client.views.update({ view_id: view?.id ?? '', view: form('Dalej') });
  });
  app.action('go', async ({ ack, body, client }) => {
    await ack();
    if ('view' in body && body.view?.type === 'modal' && body.view.previous_view_id === null)
      await client.views.push({ trigger_id: body.trigger_id, view: form('Nad nim') });
  });
  app.view('form', async ({ ack, body, respond }) => {
    await ack();
    expect('response_urls' in body && body.response_urls).toMatchObject([
      { block_id: 'where', action_id: 'where', channel_id: channel },
    ]);
    await respond({ text: 'Przyjęte', response_type: 'in_channel' });
  });
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
};

/** People do everything that people can do. */
const interactions = async (sandbox: Sandbox, client: WebClient): Promise<void> => {
  const anna = sandbox.as(halina);
  await client.chat.postMessage({ channel, text: 'Karta', blocks: interactive('W wiadomości') });
  await client.chat.postEphemeral({ channel, user: halina, text: 'Karta', blocks: interactive('Dla jednej osoby') });
  await client.views.publish({ user_id: halina, view: { type: 'home', blocks: interactive('W Home') } });
  await anna.openHome();
  for (const label of ['W wiadomości', 'Dla jednej osoby']) {
    await anna.click(label);
    await anna.suggestions(`${label}?`, 'a');
  }
  await anna.click('W Home', { home: true });
  await anna.suggestions('W Home?', 'a');
  await anna.slash('#debiuty', '/probe');
  await anna.click('Dalej');
  for (const _level of [1, 2]) await anna.close();
  await anna.shortcut('Zgłoś organizację');
  await anna.suggestions('W formularzu?', 'a');
  await anna.close();
  await anna.shortcut('Zgłoś organizację');
  await anna.fill({ 'Nazwa organizacji': 'Ogród', Gdzie: 'debiuty' });
  await anna.submit();
  expect(anna.texts('debiuty').at(-1)).toBe('Przyjęte');
  await anna.say('debiuty', 'do zachowania');
  await anna.shortcut('Zachowaj', { channel: 'debiuty', ts: anna.messages('debiuty').at(-1)?.ts ?? '' });
};

/** Whatever happens in a workspace that an app may be told of. */
const events = async (sandbox: Sandbox, client: WebClient): Promise<void> => {
  const anna = sandbox.as(halina);
  await anna.say('debiuty', 'Cześć @debiuty');
  await anna.upload([{ name: 'plik.txt', content: 'YQ==' }], 'debiuty', 'Plik');
  sandbox.addPerson({ id: 'U0NOWA0000', name: 'Nowa Osoba', kind: 'member' });
  await sandbox.as('U0NOWA0000').join('#debiuty');
  sandbox.changePerson('U0NOWA0000', { kind: 'deactivated' });
  for (const is_private of [false, true]) {
    const made = await client.conversations.create({ name: is_private ? 'zamkniety' : 'otwarty', is_private });
    const id = made.channel?.id ?? '';
    await client.conversations.setTopic({ channel: id, topic: 'Temat' });
    await client.conversations.setPurpose({ channel: id, purpose: 'Cel' });
    await client.conversations.rename({ channel: id, name: is_private ? 'zamkniety-2' : 'otwarty-2' });
    await client.conversations.invite({ channel: id, users: halina });
    await client.conversations.kick({ channel: id, user: halina });
    await client.conversations.archive({ channel: id });
    await client.conversations.unarchive({ channel: id });
  }
};

/** Every method is called once with success. */
const calls = async (sandbox: Sandbox, client: WebClient): Promise<void> => {
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'Wątek' });
  await client.chat.postMessage({ channel, text: 'Odpowiedź', thread_ts: ts });
  const { ts: gone = '' } = await client.chat.postMessage({ channel, text: 'Do usunięcia' });
  await client.chat.update({ channel, ts, text: 'Wątek, zmieniony' });
  await client.chat.delete({ channel, ts: gone });
  await client.chat.getPermalink({ channel, message_ts: ts });
  const post_at = Math.floor(sandbox.clock.now() / 1000) + 3_600;
  const { scheduled_message_id = '' } = await client.chat.scheduleMessage({ channel, text: 'Później', post_at });
  await client.chat.scheduledMessages.list({});
  await client.chat.deleteScheduledMessage({ channel, scheduled_message_id });
  await client.auth.test();
  await client.team.info();
  await client.apiCall('blocks.validate', { blocks: JSON.stringify([{ type: 'divider' }]) });
  await client.users.info({ user: halina, include_locale: true });
  await client.users.info({ user: PEOPLE.deactivated });
  await client.users.list({});
  await client.users.lookupByEmail({ email: 'bartek@przyklad.example' });
  await client.users.profile.get({ user: halina });
  await client.users.conversations({ types: 'public_channel,private_channel,im' });
  await client.conversations.info({ channel, include_num_members: true });
  await client.conversations.list({});
  await client.conversations.members({ channel });
  await client.conversations.history({ channel, include_all_metadata: true });
  await client.conversations.replies({ channel, ts });
  await client.conversations.open({ users: halina, return_im: true });
  const { channel: left } = await client.conversations.create({ name: 'na-chwile' });
  await client.conversations.leave({ channel: left?.id ?? '' });
  await client.conversations.join({ channel: left?.id ?? '' });
  await client.pins.add({ channel, timestamp: ts });
  await client.pins.list({ channel });
  await client.pins.remove({ channel, timestamp: ts });
  await client.reactions.add({ channel, timestamp: ts, name: 'tada' });
  await client.conversations.history({ channel });
  await client.reactions.remove({ channel, timestamp: ts, name: 'tada' });
  const link = 'https://przyklad.example';
  const { bookmark } = await client.bookmarks.add({ channel_id: channel, title: 'a', type: 'link', link });
  await client.bookmarks.list({ channel_id: channel });
  await client.bookmarks.remove({ channel_id: channel, bookmark_id: bookmark?.id ?? '' });
  const canvas = await client.conversations.canvases.create({ channel_id: channel });
  const changes = [{ operation: 'replace', document_content: { type: 'markdown', markdown: 'a' } }] as never;
  await client.canvases.edit({ canvas_id: canvas.canvas_id ?? '', changes });
  const uploaded = await client.filesUploadV2({ channel_id: channel, filename: 'a.txt', file: Buffer.from('a') });
  const file = uploaded.files[0]?.files?.[0]?.id ?? '';
  await sandbox.settled();
  await client.files.info({ file });
  await client.files.delete({ file });
};

/** Two invitations to another workspace, approved twice: one accepted and ended again, one declined at last. */
const sharing = async (sandbox: Sandbox, client: WebClient): Promise<void> => {
  sandbox.world.home.connect = { invitations: 'all', approvals: ['before_sending', 'before_joining'] };
  for (const end of ['approve', 'decline'] as const) {
    const { channel: made } = await client.conversations.create({ name: `wspolny-${end}` });
    const id = made?.id ?? '';
    const emails = ['romana@z-zewnatrz.example'];
    const { invite_id = '' } = (await client.apiCall('conversations.inviteShared', { channel: id, emails })) as Invited;
    sandbox.connect.approve(invite_id);
    sandbox.connect.accept(invite_id);
    sandbox.connect[end](invite_id);
    if (end === 'approve') sandbox.connect.unshare(id, FOREIGN_TEAM_ID);
  }
};
type Invited = { readonly invite_id?: string };

describe('what the sandbox sends', () => {
  it('has the listed keys, each listed payload is sent, and each method of the table answers', async () => {
    await withRig(
      'socket',
      prepare,
      async ({ sandbox, app }) => {
        for (const part of [interactions, events, calls, sharing]) await part(sandbox, app.client);
        await sandbox.settled();
        expect(sandbox.violations).toEqual([]);
        const sent = sandbox.deliveries.map(({ payload }) => {
          const event = payload['event'] as Readonly<Record<string, unknown>> | undefined;
          return event ? eventName(event) : deliveryName(payload);
        });
        const listed = [...Object.keys(INTERACTION_KEYS), ...Object.keys(EVENT_KEYS)].filter(isPayload);
        expect(listed.filter((name) => !sent.includes(name))).toEqual([]);
        const answered = sandbox.calls.filter((one) => one.ok).map((one) => one.method);
        expect(Object.keys(METHODS).filter((name) => !answered.includes(name))).toEqual([]);
      },
      { manifest: EVERYTHING },
    );
  });

  it('on a Socket Mode line has the listed keys', async () => {
    const sandbox = await startSandbox({ manifest: EVERYTHING, ackLimitMs: 500 });
    const client = new WebClient(sandbox.appToken, { slackApiUrl: sandbox.apiUrl });
    const socket = new WebSocket((await client.apps.connections.open({})).url ?? '');
    const frames: Readonly<Record<string, unknown>>[] = [];
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Readonly<Record<string, unknown>>;
      frames.push(frame);
      if (frame['envelope_id']) socket.send(JSON.stringify({ envelope_id: frame['envelope_id'] }));
    });
    await once(socket, 'message');
    const anna = sandbox.as(halina);
    await anna.slash('#debiuty', '/probe');
    await anna.shortcut('Zgłoś organizację');
    await anna.openHome();
    sandbox.sockets?.disconnect('warning');
    await sandbox.waitFor(() => frames.some((one) => one['type'] === 'disconnect'));
    const named = frames.map(
      (one) => [one['envelope_id'] ? `envelope of ${String(one['type'])}` : String(one['type']), one] as const,
    );
    expect(named.flatMap(([name, frame]) => keyFaults(name, frame))).toEqual([]);
    expect(new Set(named.map(([name]) => name))).toEqual(
      new Set(['hello', 'disconnect', ...Object.keys(INTERACTION_KEYS).filter((name) => name.startsWith('envelope'))]),
    );
    socket.terminate();
    await sandbox.stop();
  });

  it('is listed for every method, and a key too many or too few is a violation', () => {
    expect(Object.keys(METHODS).filter((name) => !ANSWER_KEYS[name])).toEqual([]);
    const post = {
      ok: true,
      channel: 'C1',
      ts: '1.1',
      message: { type: 'message', ts: '1.1', text: '', user: 'U1', team: 'T1' },
    };
    expect(keyFaults('chat.postMessage', post)).toEqual([]);
    const { ts: _none, ...less } = post;
    expect(keyFaults('chat.postMessage', less)).toEqual(['/ts is missing']);
    expect(keyFaults('chat.postMessage', { ...post, message: { ...post.message, colour: 'red' } })).toEqual([
      '/message/colour is not listed',
    ]);
  });
});

/** Names of whole payloads, not of what stands inside them or around them. */
const isPayload = (name: string): boolean =>
  name.startsWith('event ') ||
  /^block_\w+ in /.test(name) ||
  ['slash_commands', 'view_submission', 'view_closed', 'shortcut', 'message_action'].includes(name);
