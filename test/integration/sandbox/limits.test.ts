import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BOOKMARK,
  CANVAS,
  CHANNEL,
  MESSAGE,
  SCHEDULE,
  SUGGESTION,
  VALIDATE,
  VIEW,
} from '../../../sandbox/contract/limits.ts';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { EVERYTHING } from './planted/everything.ts';
import { nameModal, QUIET } from './support.ts';

/** Tries a size through the Web API; gives `ok`, or Slack's word for the refusal. */
type Tries = (size: number) => Promise<string>;
type Limit = { readonly word: string; readonly tries: Tries };

const channel = CHANNELS.debiuty;
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const letters = (count: number) => 'ł'.repeat(count);
/** Sections that hold so many characters together. */
const sections = (size: number) => [
  ...many(Math.floor(size / 3_000), () => section(letters(3_000))),
  ...(size % 3_000 ? [section(letters(size % 3_000))] : []),
];

let sandbox: Sandbox;
let client: WebClient;
let made = 0;
const name = (): string => {
  made += 1;
  return `kanal-${made}`;
};

beforeAll(async () => {
  sandbox = await startSandbox({ manifest: EVERYTHING, pace: 1_000_000 });
  client = new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
  });
});
afterAll(() => sandbox.stop());

const word = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return 'ok';
  if (error instanceof WebAPIPlatformError) return error.data.error;
  throw error;
};
const call = (method: string, args: Readonly<Record<string, unknown>>): Promise<string> =>
  word(client.apiCall(method, args));
const post = (args: Readonly<Record<string, unknown>>): Promise<string> =>
  call('chat.postMessage', { channel, text: 'a', ...args });
const publish = (args: Readonly<Record<string, unknown>>): Promise<string> =>
  call('views.publish', { user_id: PEOPLE.staff, view: { type: 'home', blocks: [section('a')], ...args } });

/** A trigger as a person gives it; nobody listens, so it is read from the record. */
const trigger = async (): Promise<string> => {
  await sandbox.as(PEOPLE.staff).act({ do: 'slash', channel, command: '/probe', text: '' });
  return String(sandbox.deliveries.at(-1)?.payload['trigger_id']);
};
const open = async (args: Readonly<Record<string, unknown>>): Promise<string> =>
  call('views.open', { trigger_id: await trigger(), view: nameModal('form', args) });

/** Opens one modal and pushes others until there are so many. */
const stack: Tries = async (size) => {
  const button = {
    type: 'actions',
    block_id: 'b',
    elements: [{ type: 'button', action_id: 'go', text: plain('Dalej') }],
  };
  const view = { ...nameModal('form'), blocks: [button, ...nameModal('form').blocks] };
  let result = await call('views.open', { trigger_id: await trigger(), view });
  for (let level = 2; level <= size; level += 1) {
    const viewId = sandbox.as(PEOPLE.staff).modal()?.id ?? '';
    await sandbox.as(PEOPLE.staff).act({ do: 'press', place: { in: 'modal', viewId }, blockId: 'b', actionId: 'go' });
    result = await call('views.push', { trigger_id: sandbox.deliveries.at(-1)?.payload['trigger_id'], view });
  }
  return result;
};

/** A Home of exactly so many bytes as JSON. */
const ofBytes: Tries = (size) => {
  const blocks = many(86, () => section('a'.repeat(2_800)));
  const bare = Buffer.byteLength(JSON.stringify({ type: 'home', blocks, private_metadata: '' }));
  const view = { type: 'home', blocks: [...blocks], private_metadata: 'a'.repeat(Math.min(2_900, size - bare)) };
  for (let index = 0; Buffer.byteLength(JSON.stringify(view)) < size; index += 1)
    view.blocks[index] = section('a'.repeat(2_800 + Math.min(200, size - Buffer.byteLength(JSON.stringify(view)))));
  return call('views.publish', { user_id: PEOPLE.staff, view });
};

const VIEW_LIMITS: Readonly<Record<keyof typeof VIEW, Limit>> = {
  blocks: { word: 'invalid_arguments', tries: (size) => publish({ blocks: many(size, () => ({ type: 'divider' })) }) },
  bytes: { word: 'view_too_large', tries: ofBytes },
  title: { word: 'invalid_arguments', tries: (size) => open({ title: plain(letters(size)) }) },
  submit: { word: 'invalid_arguments', tries: (size) => open({ submit: plain(letters(size)) }) },
  close: { word: 'invalid_arguments', tries: (size) => open({ close: plain(letters(size)) }) },
  privateMetadata: { word: 'invalid_arguments', tries: (size) => publish({ private_metadata: letters(size) }) },
  callbackId: { word: 'invalid_arguments', tries: (size) => publish({ callback_id: letters(size) }) },
  externalId: { word: 'invalid_arguments', tries: (size) => publish({ external_id: letters(size) }) },
  stack: { word: 'push_limit_reached', tries: stack },
};

/** What Slack warns of instead of refusing. */
const warned = async (size: number): Promise<string> => {
  const answer = await client.chat.postMessage({ channel, text: letters(size) });
  const shown = sandbox.as(PEOPLE.staff).texts('debiuty').at(-1)?.length;
  if (shown !== Math.min(size, MESSAGE.text)) return `shows ${shown}`;
  return answer.response_metadata?.warnings?.[0] ?? 'ok';
};
const updated: Tries = async (size) => {
  const { ts } = await client.chat.postMessage({ channel, text: 'a' });
  return call('chat.update', { channel, ts, text: letters(size) });
};
const metadata: Tries = (size) => {
  const made_of = (text: string) => ({ event_type: 'a', event_payload: { b: text } });
  const bare = Buffer.byteLength(JSON.stringify(made_of('')));
  return post({ metadata: made_of('a'.repeat(size - bare)) });
};

const MESSAGE_LIMITS: Readonly<Record<keyof typeof MESSAGE, Limit>> = {
  blocks: { word: 'invalid_blocks', tries: (size) => post({ blocks: many(size, () => ({ type: 'divider' })) }) },
  blockText: { word: 'msg_blocks_too_long', tries: (size) => post({ blocks: sections(size) }) },
  text: { word: 'message_truncated', tries: warned },
  updateText: { word: 'msg_too_long', tries: updated },
  markdownText: {
    word: 'msg_too_long',
    tries: (size) => call('chat.postMessage', { channel, markdown_text: letters(size) }),
  },
  attachments: {
    word: 'too_many_attachments',
    tries: (size) => post({ attachments: many(size, () => ({ text: 'a' })) }),
  },
  metadata: { word: 'metadata_too_large', tries: metadata },
};

const channelOf = async (): Promise<string> => (await client.conversations.create({ name: name() })).channel?.id ?? '';
/** Does a thing so many times in a new channel; the answer to the last. */
const inChannel =
  (once: (id: string, index: number) => Promise<string>): Tries =>
  async (size) => {
    const id = await channelOf();
    let result = '';
    for (let index = 0; index < size; index += 1) result = await once(id, index);
    return result;
  };
const pin = async (id: string): Promise<string> => {
  const { ts: timestamp } = await client.chat.postMessage({ channel: id, text: 'a' });
  return call('pins.add', { channel: id, timestamp });
};
const bookmark = (id: string, args: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  call('bookmarks.add', { channel_id: id, title: 'a', type: 'link', link: 'https://przyklad.example', ...args });

const CHANNEL_LIMITS: Readonly<Record<keyof typeof CHANNEL, Limit>> = {
  name: {
    word: 'invalid_name_maxlength',
    tries: (size) => call('conversations.create', { name: name().padEnd(size, 'a') }),
  },
  topic: { word: 'too_long', tries: (size) => call('conversations.setTopic', { channel, topic: letters(size) }) },
  purpose: { word: 'too_long', tries: (size) => call('conversations.setPurpose', { channel, purpose: letters(size) }) },
  invite: {
    word: 'too_many_users',
    tries: async (size) => {
      const users = many(size, (index) => `U0TLUM${index}`);
      for (const id of users)
        if (!sandbox.world.person(id)) sandbox.addPerson({ id, name: `Osoba ${id}`, kind: 'member' });
      return call('conversations.invite', { channel: await channelOf(), users: users.join(',') });
    },
  },
  pins: { word: 'too_many_pins', tries: inChannel(pin) },
  bookmarks: { word: 'too_many_bookmarks', tries: inChannel((id) => bookmark(id)) },
};

const LINK = 'https://przyklad.example/';
const BOOKMARK_LIMITS: Readonly<Record<keyof typeof BOOKMARK, Limit>> = {
  title: { word: 'invalid_arguments', tries: async (size) => bookmark(await channelOf(), { title: letters(size) }) },
  link: { word: 'invalid_link', tries: async (size) => bookmark(await channelOf(), { link: LINK.padEnd(size, 'a') }) },
};

const seconds = (): number => Math.floor(sandbox.clock.now() / 1000);
const schedule = (id: string, post_at: number): Promise<string> =>
  call('chat.scheduleMessage', { channel: id, text: 'a', post_at });

describe.each([
  ['views', VIEW, VIEW_LIMITS],
  ['messages', MESSAGE, MESSAGE_LIMITS],
  ['channels', CHANNEL, CHANNEL_LIMITS],
  ['bookmarks', BOOKMARK, BOOKMARK_LIMITS],
] as const)('limits of %s, through the Web API', (_what, sizes, limits) => {
  const each = Object.entries<Limit>(limits).map(([limit, how]) => ({
    limit,
    max: (sizes as Readonly<Record<string, number>>)[limit] ?? 0,
    ...how,
  }));
  it.each(each)('$limit: $max and not one beyond ($word)', async ({ max, tries, word: expected }) => {
    expect(await tries(max)).toBe('ok');
    expect(await tries(max + 1)).toBe(expected);
  });
});

describe('limits of the rest', () => {
  it('thirty scheduled messages in five minutes, a hundred and twenty days ahead, and no taking back at the last moment', async () => {
    const id = await channelOf();
    const soon = seconds() + 3_600;
    for (let index = 0; index < SCHEDULE.together; index += 1) expect(await schedule(id, soon + index)).toBe('ok');
    expect(await schedule(id, soon + SCHEDULE.windowSeconds - 1)).toBe('restricted_too_many');
    expect(await schedule(id, soon + SCHEDULE.windowSeconds + SCHEDULE.together)).toBe('ok');
    const ahead = SCHEDULE.aheadMs / 1000;
    expect(await schedule(id, seconds() + ahead - 2)).toBe('ok');
    expect(await schedule(id, seconds() + ahead + 2)).toBe('time_too_far');
  });
  it('a canvas of a mebibyte, and what is validated of a hundred thousand characters', async () => {
    const canvas = async (size: number) =>
      call('conversations.canvases.create', {
        channel_id: await channelOf(),
        document_content: { type: 'markdown', markdown: 'a'.repeat(size) },
      });
    expect([await canvas(CANVAS.bytes), await canvas(CANVAS.bytes + 1)]).toEqual(['ok', 'canvas_creation_failed']);
    const validated = (size: number) => {
      const blocks = [{ type: 'section', block_id: 'a', text: plain('a') }];
      const view = { type: 'home', blocks, private_metadata: 'a' };
      const bare = JSON.stringify(view).length;
      return call('blocks.validate', { view: { ...view, private_metadata: 'a'.repeat(size - bare + 1) } });
    };
    // A view so long is not valid, but it is looked into.
    expect(await validated(VALIDATE.characters)).toBe('invalid_view');
    expect(await validated(VALIDATE.characters + 1)).toBe('invalid_arguments');
  });
  it('a search starts at three letters', async () => {
    const block = { type: 'actions', block_id: 'b', elements: [{ type: 'external_select', action_id: 'ask' }] };
    await call('views.publish', { user_id: PEOPLE.staff, view: { type: 'home', blocks: [block] } });
    const asked = async (size: number) => {
      const before = sandbox.deliveries.length;
      const query = 'a'.repeat(size);
      await sandbox
        .as(PEOPLE.staff)
        .act({ do: 'suggest', place: { in: 'home' }, blockId: 'b', actionId: 'ask', query });
      return sandbox.deliveries.length - before;
    };
    expect([await asked(SUGGESTION.minQuery), await asked(SUGGESTION.minQuery - 1)]).toEqual([1, 0]);
  });
});
