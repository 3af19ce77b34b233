import { BOT_USER_ID, PEOPLE } from '../../../../sandbox/index.ts';
import { button, type CallSlip, channel, halina, mrkdwn, option, plain, section, swallow, times } from './slip.ts';

/** Posts blocks that Slack refuses. */
const blocks = (breaks: string, slip: string, make: () => readonly object[]): CallSlip => ({
  slip,
  breaks,
  does: ({ client }) => client.chat.postMessage({ channel, text: 'Karta', blocks: make() as never }),
});
const accessory = (breaks: string, slip: string, element: object): CallSlip =>
  blocks(breaks, slip, () => [section('Wybierz', { accessory: { action_id: 'x', ...element } })]);
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] };

/** Rules of Block Kit, broken in messages (Slack contract 5.3, 5.4). */
export const BLOCK_SLIPS: readonly CallSlip[] = [
  blocks('too_many_blocks', 'posts 51 blocks', () => times(51, () => ({ type: 'divider' }))),
  blocks('text_too_long', 'posts a section of 3001 characters', () => [section('a'.repeat(3_001))]),
  blocks('empty_text', 'posts an empty section', () => [section('')]),
  blocks('missing_text', 'posts a section of nothing', () => [{ type: 'section' }]),
  blocks('plain_text_only', 'posts mrkdwn in a header', () => [{ type: 'header', text: mrkdwn('*a*') }]),
  blocks('duplicate_block_id', 'posts two blocks with one id', () => times(2, () => section('a', { block_id: 'x' }))),
  blocks('duplicate_action_id', 'posts two buttons with one id', () => [
    { type: 'actions', elements: [button('x'), button('x')] },
  ]),
  blocks('too_many_elements', 'posts 26 buttons in a row', () => [
    { type: 'actions', elements: times(26, (index) => button(`b${index}`)) },
  ]),
  blocks('too_many_fields', 'posts eleven fields', () => [{ type: 'section', fields: times(11, () => mrkdwn('a')) }]),
  blocks('unknown_block', 'posts a block that does not exist', () => [{ type: 'blink' }]),
  blocks('block_not_allowed', 'posts an alert, which is for modals', () => [{ type: 'alert', text: mrkdwn('a') }]),
  blocks('unknown_field', 'posts a field that does not exist', () => [section('a', { colour: 'red' })]),
  blocks('missing_alt_text', 'posts a picture without words', () => [
    { type: 'image', image_url: 'https://przyklad.example/a.png' },
  ]),
  blocks('invalid_image_url', 'posts a picture from nowhere', () => [
    { type: 'image', image_url: 'a.png', alt_text: 'a' },
  ]),
  blocks('too_many_table_blocks', 'posts two tables', () => [table, table]),
  accessory('element_not_allowed', 'puts a text field beside a text', { type: 'plain_text_input' }),
  accessory('invalid_style', 'paints a button green', button('x', { style: 'green' })),
  accessory('value_too_long', 'packs 2001 characters into a button', button('x', { value: 'a'.repeat(2_001) })),
  accessory('missing_options', 'offers a select of nothing', { type: 'static_select' }),
  accessory('too_many_options', 'offers 101 options', {
    type: 'static_select',
    options: times(101, (i) => option(`${i}`)),
  }),
  accessory('initial_not_offered', 'chooses what is not on offer', {
    type: 'static_select',
    options: [option('a')],
    initial_option: option('b'),
  }),
  accessory('invalid_initial_date', 'starts on 30 February', { type: 'datepicker', initial_date: '2026-02-30' }),
  accessory(
    'missing_confirm',
    'asks for a confirmation without a yes',
    button('x', {
      confirm: { title: plain('Na pewno?'), text: plain('a'), deny: plain('Nie') },
    }),
  ),
  blocks('msg_blocks_too_long', 'posts 12 001 characters in blocks', () => times(5, () => section('a'.repeat(2_401)))),
];

/** Rules of messages (Slack contract 5.6, 5.7). */
export const MESSAGE_SLIPS: readonly CallSlip[] = [
  { slip: 'posts nothing', breaks: 'no_text', does: ({ client }) => client.chat.postMessage({ channel, text: '' }) },
  {
    slip: 'posts blocks without a text for notifications',
    breaks: 'no_fallback_text',
    does: ({ client }) => client.chat.postMessage({ channel, blocks: [section('a')] } as never),
  },
  {
    slip: 'posts more than Slack keeps',
    breaks: 'text_truncated',
    does: ({ client }) => client.chat.postMessage({ channel, text: 'a'.repeat(40_001) }),
  },
  {
    slip: 'posts text and markdown at once',
    breaks: 'markdown_text_conflict',
    does: ({ client }) => client.apiCall('chat.postMessage', { channel, text: 'a', markdown_text: 'b' }),
  },
  {
    slip: 'mentions nobody',
    breaks: 'unknown_mention',
    does: ({ client }) => client.chat.postMessage({ channel, text: 'Cześć <@U0NIKT0000>' }),
  },
  {
    slip: 'forgets to escape what people typed',
    breaks: 'unescaped_text',
    does: ({ client }) => client.chat.postMessage({ channel, text: 'Fundacja <Ogród> & spółka' }),
  },
  {
    slip: 'posts old attachments',
    breaks: 'legacy_attachments',
    does: ({ client }) => client.chat.postMessage({ channel, text: 'a', attachments: [{ text: 'b' }] }),
  },
  {
    slip: 'nests its metadata',
    breaks: 'nested_metadata',
    does: ({ client }) =>
      client.chat.postMessage({ channel, text: 'a', metadata: { event_type: 'a', event_payload: { b: { c: 1 } } } }),
  },
  {
    slip: 'sends metadata of nothing',
    breaks: 'invalid_metadata_format',
    does: ({ client }) =>
      client.apiCall('chat.postMessage', { channel, text: 'a', metadata: JSON.stringify({ a: 1 }) }),
  },
  {
    slip: 'packs too much into metadata',
    breaks: 'metadata_too_large',
    does: ({ client }) =>
      client.chat.postMessage({
        channel,
        text: 'a',
        metadata: { event_type: 'a', event_payload: { b: 'a'.repeat(8_000) } },
      }),
  },
  {
    slip: 'updates a message to more than 4000 characters',
    breaks: 'msg_too_long',
    does: async ({ client }) => {
      const { ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
      await client.chat.update({ channel, ts, text: 'a'.repeat(4_001) });
    },
  },
  {
    slip: "updates somebody else's message",
    breaks: 'cant_update_message',
    does: async ({ client, sandbox }) => {
      const [theirs] = sandbox
        .as(halina)
        .messages('debiuty')
        .filter((one) => one.user === halina);
      await client.chat.update({ channel, ts: theirs?.ts ?? '', text: 'a' });
    },
  },
  {
    slip: "deletes somebody else's message",
    breaks: 'cant_delete_message',
    does: async ({ client, sandbox }) => {
      const [theirs] = sandbox
        .as(halina)
        .messages('debiuty')
        .filter((one) => one.user === halina);
      await client.chat.delete({ channel, ts: theirs?.ts ?? '' });
    },
  },
  {
    slip: 'updates an ephemeral message',
    breaks: 'ephemeral_changed',
    does: async ({ client }) => {
      const { message_ts: ts = '' } = await client.chat.postEphemeral({ channel, user: halina, text: 'a' });
      await client.chat.update({ channel, ts, text: 'b' });
    },
  },
  {
    slip: 'replaces rich text by something else',
    breaks: 'block_mismatch',
    does: async ({ client }) => {
      const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks: [rich] as never });
      await client.chat.update({ channel, ts, text: 'b', blocks: [section('b')] as never });
    },
  },
  {
    slip: 'hangs a thread on a reply',
    breaks: 'thread_of_reply',
    does: async ({ client }) => {
      const { ts: thread_ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
      const reply = await client.chat.postMessage({ channel, text: 'b', thread_ts });
      await client.chat.postMessage({ channel, text: 'c', thread_ts: reply.ts ?? '' });
    },
  },
  {
    slip: 'schedules a message with metadata',
    breaks: 'scheduled_with_metadata',
    does: ({ client, sandbox }) =>
      client.chat.scheduleMessage({
        channel,
        text: 'a',
        post_at: Math.floor(sandbox.clock.now() / 1000) + 3_600,
        metadata: { event_type: 'a', event_payload: {} },
      }),
  },
  {
    slip: 'schedules for yesterday',
    breaks: 'time_in_past',
    does: ({ client }) => client.chat.scheduleMessage({ channel, text: 'a', post_at: 1 }),
  },
  {
    slip: 'schedules for next year',
    breaks: 'time_too_far',
    does: ({ client, sandbox }) =>
      client.chat.scheduleMessage({
        channel,
        text: 'a',
        post_at: Math.floor(sandbox.clock.now() / 1000) + 365 * 86_400,
      }),
  },
];

/** Rules of places and people (Slack contract 5.9, 5.10). */
export const PLACE_SLIPS: readonly CallSlip[] = [
  {
    slip: 'posts where it is no member',
    breaks: 'not_in_channel',
    does: async ({ client }) => {
      const { channel: left } = await client.conversations.create({ name: 'opuszczony' });
      await client.conversations.leave({ channel: left?.id ?? '' });
      await client.chat.postMessage({ channel: left?.id ?? '', text: 'a' });
    },
  },
  {
    slip: 'posts to a channel by its name',
    breaks: 'channel_by_name',
    does: ({ client }) => client.chat.postMessage({ channel: '#debiuty', text: 'a' }),
  },
  {
    slip: 'writes to another bot',
    breaks: 'cannot_dm_bot',
    does: ({ client }) => client.chat.postMessage({ channel: PEOPLE.otherBot, text: 'a' }),
  },
  {
    slip: "asks for a foreign person's e-mail",
    breaks: 'foreign_email_lookup',
    does: ({ client }) => client.users.lookupByEmail({ email: 'romana@z-zewnatrz.example' }),
  },
  {
    slip: 'publishes Home for a foreign person',
    breaks: 'unreachable_home',
    does: ({ client }) =>
      client.views.publish({ user_id: PEOPLE.foreign, view: { type: 'home', blocks: [section('a')] as never } }),
  },
  {
    slip: 'names a channel with capitals',
    breaks: 'invalid_name_specials',
    does: ({ client }) => client.conversations.create({ name: 'Duże Litery' }),
  },
  {
    slip: 'names a channel at length',
    breaks: 'invalid_name_maxlength',
    does: ({ client }) => client.conversations.create({ name: 'a'.repeat(81) }),
  },
  {
    slip: 'sets a topic of 251 characters',
    breaks: 'too_long',
    does: ({ client }) => client.conversations.setTopic({ channel, topic: 'a'.repeat(251) }),
  },
  {
    slip: 'invites 101 people at once',
    breaks: 'too_many_users',
    does: ({ client }) => client.conversations.invite({ channel, users: times(101, (index) => `U${index}`).join(',') }),
  },
  {
    slip: 'invites itself',
    breaks: 'cant_invite_self',
    does: ({ client }) => client.conversations.invite({ channel, users: BOT_USER_ID }),
  },
  {
    slip: 'throws itself out',
    breaks: 'cant_kick_self',
    does: ({ client }) => client.conversations.kick({ channel, user: BOT_USER_ID }),
  },
  {
    slip: 'asks for 1001 members at once',
    breaks: 'invalid_limit',
    does: ({ client }) => client.conversations.members({ channel, limit: 1_001 }),
  },
  {
    slip: 'makes up a cursor',
    breaks: 'invalid_cursor',
    does: ({ client }) => client.conversations.members({ channel, cursor: 'dalej' }),
  },
  {
    slip: 'completes an upload it never sent',
    breaks: 'upload_not_sent',
    does: async ({ client }) => {
      const { file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 1 });
      await client.files.completeUploadExternal({ files: [{ id: file_id }] }).catch(swallow);
    },
  },
];
