import type { WebClient } from '@slack/web-api';
import { type CanvasGateway, canvasGateway } from './canvases.ts';
import { asFailure, isFailure, SlackFailure } from './failure.ts';
import { type FileGateway, fileGateway } from './files.ts';
import type { Home, Message } from './message.ts';
import { saying } from './plainer.ts';

export type SlackPerson = {
  readonly teamId: string;
  readonly userId: string;
  readonly name: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly isAdmin: boolean;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  readonly isDeactivated: boolean;
};

export type Posted = { readonly channelId: string; readonly ts: string };
/** A mark that lets a doubtful message be found again: an event type and our id. */
export type Mark = { readonly type: string; readonly id: string };
export type InviteRefusal = { readonly userId: string; readonly code: string };

/**
 * The Slack calls that jobs and operations' effects use. Every failure is a `SlackFailure`. What does no harm twice is
 * called once more when Slack breaks down quickly; nothing that posts or creates is.
 */
export type SlackGateway = FileGateway &
  CanvasGateway & {
    /** Posts to a channel, or to a person by user id. */
    readonly post: (channelOrUser: string, message: Message, mark?: Mark) => Promise<Posted>;
    readonly update: (channelId: string, ts: string, message: Message) => Promise<void>;
    readonly ephemeral: (channelId: string, userId: string, message: Message) => Promise<void>;
    /** Pins a message; one that is pinned already is fine. */
    readonly pin: (channelId: string, ts: string) => Promise<void>;
    /** Refuses with `name_taken` when the name is in use, archived channels included. */
    readonly createChannel: (name: string, isPrivate: boolean) => Promise<string>;
    /** The channel of this name that the bot itself made and that is not archived, or null: finds one again after a doubtful creation. */
    readonly findOwnChannel: (name: string) => Promise<string | null>;
    readonly setPurpose: (channelId: string, text: string) => Promise<void>;
    /** Invites each person; those who cannot be invited are listed, those already there are fine. */
    readonly invite: (channelId: string, userIds: readonly string[]) => Promise<readonly InviteRefusal[]>;
    /** Takes a person out of a channel; one who is not there is fine. */
    readonly remove: (channelId: string, userId: string) => Promise<void>;
    readonly person: (userId: string) => Promise<SlackPerson>;
    readonly publishHome: (userId: string, home: Home) => Promise<void>;
    /**
     * The message with this mark among those since a moment (without one: among the newest 200) of a channel, or null.
     * Refuses with `history_too_long` when there are more than can be searched.
     */
    readonly findMarked: (channelId: string, mark: Mark, since?: Date) => Promise<Posted | null>;
    readonly directChannel: (userId: string) => Promise<string>;
  };

async function calling<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw asFailure(error);
  }
}

/** Whoever calls may be waited for: what took longer than this is not called again. */
const QUICK_MS = 1_000;

/** For calls with the same outcome however often they are made: an answer that got lost is asked for once more. */
async function twice<T>(call: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await calling(call());
  } catch (error) {
    const isQuick = performance.now() - begun < QUICK_MS;
    if (!isQuick || !isFailure(error) || !error.doubtful) throw error;
    return calling(call());
  }
}

type UserInfo = {
  id?: string;
  team_id?: string;
  name?: string;
  real_name?: string;
  locale?: string;
  tz?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_bot?: boolean;
  deleted?: boolean;
  profile?: { display_name?: string; real_name?: string };
};

function asPerson(user: UserInfo, userId: string): SlackPerson {
  return {
    teamId: user.team_id ?? '',
    userId: user.id ?? userId,
    name: user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || userId,
    locale: user.locale ?? null,
    timeZone: user.tz ?? null,
    isAdmin: Boolean(user.is_admin || user.is_owner),
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted),
    isBot: Boolean(user.is_bot) || userId === 'USLACKBOT',
    isDeactivated: Boolean(user.deleted),
  };
}

const body = (message: Message) => ({ text: message.text, blocks: [...message.blocks] });

async function inviteOne(client: WebClient, channel: string, userId: string): Promise<InviteRefusal | null> {
  try {
    await twice(() => client.conversations.invite({ channel, users: userId }));
    return null;
  } catch (error) {
    if (isFailure(error, 'already_in_channel', 'cant_invite_self')) return null;
    if (isFailure(error) && !error.doubtful && error.code !== 'ratelimited') return { userId, code: error.code };
    throw error;
  }
}

const PAGE = 200;
/** So many pages of a channel are searched at most: 5 000 messages. */
const MOST_PAGES = 25;

type Marked = { readonly ts?: string; readonly metadata?: unknown };

const bears = ({ metadata }: Marked, mark: Mark): boolean => {
  const found = metadata as { event_type?: string; event_payload?: { id?: unknown } } | undefined;
  return found?.event_type === mark.type && found.event_payload?.id === mark.id;
};

async function findMarked(client: WebClient, channel: string, mark: Mark, since?: Date): Promise<Posted | null> {
  const window = since ? { oldest: (since.getTime() / 1_000).toFixed(6) } : {};
  let cursor: string | undefined;
  for (let pages = 0; pages < (since ? MOST_PAGES : 1); pages += 1) {
    const asked = { channel, limit: PAGE, include_all_metadata: true, ...window, ...(cursor ? { cursor } : {}) };
    const page = await calling(client.conversations.history(asked));
    const found = page.messages?.find((message) => bears(message, mark));
    if (found?.ts) return { channelId: channel, ts: found.ts };
    cursor = page.response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  if (since) throw new SlackFailure('history_too_long');
  return null;
}

async function findOwnChannel(client: WebClient, name: string): Promise<string | null> {
  const me = String((await twice(() => client.auth.test())).user_id);
  let cursor: string | undefined;
  do {
    const page = await twice(() =>
      client.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 999,
        ...(cursor ? { cursor } : {}),
      }),
    );
    const found = page.channels?.find((channel) => channel.name === name && channel.creator === me);
    if (found?.id) return found.id;
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return null;
}

/** Who comes into a channel and who leaves it. */
const membersGateway = (client: WebClient): Pick<SlackGateway, 'invite' | 'remove'> => ({
  invite: async (channel, userIds) => {
    const refusals: InviteRefusal[] = [];
    for (const userId of userIds) {
      const refusal = await inviteOne(client, channel, userId);
      if (refusal) refusals.push(refusal);
    }
    return refusals;
  },
  remove: async (channel, user) => {
    try {
      await twice(() => client.conversations.kick({ channel, user }));
    } catch (error) {
      if (!isFailure(error, 'not_in_channel')) throw error;
    }
  },
});

/** The gateway over a client that neither retries nor waits out rate limits (Slack contract 4). */
export function slackGateway(client: WebClient): SlackGateway {
  const files = fileGateway(client);
  return {
    post: async (channel, given, mark) => {
      const metadata = mark ? { metadata: { event_type: mark.type, event_payload: { id: mark.id } } } : {};
      const rest = { ...metadata, unfurl_links: false, unfurl_media: false };
      const answer = await saying(files, given, (message) =>
        calling(client.chat.postMessage({ channel, ...body(message), ...rest })),
      );
      return { channelId: String(answer.channel), ts: String(answer.ts) };
    },
    update: async (channel, ts, given) => {
      await saying(files, given, (message) => twice(() => client.chat.update({ channel, ts, ...body(message) })));
    },
    ephemeral: async (channel, user, given) => {
      await saying(files, given, (message) => calling(client.chat.postEphemeral({ channel, user, ...body(message) })));
    },
    pin: async (channel, timestamp) => {
      try {
        await twice(() => client.pins.add({ channel, timestamp }));
      } catch (error) {
        if (!isFailure(error, 'already_pinned')) throw error;
      }
    },
    createChannel: async (name, isPrivate) => {
      const answer = await calling(client.conversations.create({ name, is_private: isPrivate }));
      return String(answer.channel?.id);
    },
    findOwnChannel: (name) => findOwnChannel(client, name),
    setPurpose: async (channel, purpose) => {
      await twice(() => client.conversations.setPurpose({ channel, purpose }));
    },
    ...membersGateway(client),
    person: async (user) => {
      const answer = await twice(() => client.users.info({ user, include_locale: true }));
      return asPerson((answer.user ?? {}) as UserInfo, user);
    },
    publishHome: async (user, home) => {
      await twice(() => client.views.publish({ user_id: user, view: { type: 'home', blocks: [...home.blocks] } }));
    },
    findMarked: (channel, mark, since) => findMarked(client, channel, mark, since),
    ...files,
    ...canvasGateway(client),
    directChannel: async (users) => {
      const answer = await calling(client.conversations.open({ users }));
      return String(answer.channel?.id);
    },
  };
}
