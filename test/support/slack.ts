import type { CanvasGateway } from '../../src/platform/slack/canvases.ts';
import { SlackFailure } from '../../src/platform/slack/failure.ts';
import type { FileGateway } from '../../src/platform/slack/files.ts';
import type { SlackGateway, SlackPerson } from '../../src/platform/slack/gateway.ts';
import type { Message } from '../../src/platform/slack/message.ts';

export type GatewayCall = { readonly method: keyof SlackGateway; readonly args: readonly unknown[] };
export type StoredFile = { name: string; title: string; text: string; thread: string | null };
export type StoredMessage = { channelId: string; ts: string; message: Message; mark: string | null };

/** A Slack without a network: it keeps channels and messages, notes every call, and fails when told to. */
export type RecordingSlack = SlackGateway & {
  readonly calls: GatewayCall[];
  readonly messages: StoredMessage[];
  readonly channels: Map<string, string>;
  /** By id; those with a thread are to be seen in it. */
  readonly files: Map<string, StoredFile>;
  /** The canvas of a channel, by the channel. */
  readonly canvases: Map<string, { readonly id: string; readonly title: string; markdown: string }>;
  readonly pins: Set<string>;
  readonly invited: Map<string, Set<string>>;
  readonly people: Map<string, SlackPerson>;
  /** The next call of the method fails with this; `after`: Slack does it all the same. */
  readonly failNext: (method: keyof SlackGateway, failure: Error, when?: 'before' | 'after') => void;
  /** People who cannot be invited, with Slack's code. */
  readonly uninvitable: Map<string, string>;
  /** People whom Slack does not let the bot take out of a channel. */
  readonly unremovable: Set<string>;
  readonly takenNames: Set<string>;
};

export const slackPerson = (userId: string, facts: Partial<SlackPerson> = {}): SlackPerson => ({
  teamId: 'T0TEST',
  userId,
  name: `Osoba ${userId}`,
  locale: 'pl-PL',
  timeZone: 'Europe/Warsaw',
  isAdmin: false,
  isGuest: false,
  isBot: false,
  isDeactivated: false,
  ...facts,
});

type Store = Pick<
  RecordingSlack,
  | 'messages'
  | 'files'
  | 'canvases'
  | 'channels'
  | 'pins'
  | 'invited'
  | 'people'
  | 'uninvitable'
  | 'unremovable'
  | 'takenNames'
>;

const stampOf = (count: number): string => `1700000000.${String(count).padStart(6, '0')}`;

function plainFiles({ files }: Store): FileGateway {
  let announced = 0;
  return {
    announceFile: async (name) => {
      announced += 1;
      const fileId = `F${announced}`;
      files.set(fileId, { name, title: name, text: '', thread: null });
      return { fileId, url: `https://files.example/${fileId}` };
    },
    sendFile: async (url, content) => {
      const file = files.get(url.split('/').at(-1) ?? '');
      if (file) file.text = Buffer.from(content).toString('utf8');
    },
    shareFile: async ({ fileId, title }, { channelId, ts }) => {
      const file = files.get(fileId);
      if (!file?.text) throw new SlackFailure('file_not_found');
      Object.assign(file, { title, thread: `${channelId}/${ts}` });
    },
    keepFile: async (fileId, title) => {
      const file = files.get(fileId);
      if (!file?.text) throw new SlackFailure('file_not_found');
      file.title = title;
    },
    deleteFile: async (fileId) => {
      files.delete(fileId);
    },
  };
}

function plainCanvases({ canvases }: Store): CanvasGateway {
  return {
    createCanvas: async (channelId, canvas) => {
      if (canvases.has(channelId)) throw new SlackFailure('channel_canvas_already_exists');
      const id = `F0CANVAS${canvases.size}`;
      canvases.set(channelId, { id, ...canvas });
      return id;
    },
    addToCanvas: async (canvasId, markdown) => {
      const found = [...canvases.values()].find(({ id }) => id === canvasId);
      if (!found) throw new SlackFailure('canvas_not_found');
      found.markdown = `${markdown}\n${found.markdown}`;
    },
  };
}

function plainGateway(store: Store): SlackGateway {
  const find = (channelId: string, ts: string) => store.messages.find((m) => m.channelId === channelId && m.ts === ts);
  return {
    post: async (channelId, message, mark) => {
      const ts = stampOf(store.messages.length + 1);
      store.messages.push({ channelId, ts, message, mark: mark?.id ?? null });
      return { channelId, ts };
    },
    update: async (channelId, ts, message) => {
      const found = find(channelId, ts);
      if (!found) throw new SlackFailure('message_not_found');
      found.message = message;
    },
    ephemeral: async () => undefined,
    pin: async (channelId, ts) => {
      store.pins.add(`${channelId}/${ts}`);
    },
    createChannel: async (name) => {
      if (store.takenNames.has(name) || [...store.channels.values()].includes(name))
        throw new SlackFailure('name_taken');
      const id = `C${store.channels.size + 1}`;
      store.channels.set(id, name);
      return id;
    },
    findOwnChannel: async (name) => [...store.channels].find(([, taken]) => taken === name)?.[0] ?? null,
    setPurpose: async () => undefined,
    invite: async (channelId, userIds) => {
      const members = store.invited.get(channelId) ?? new Set();
      store.invited.set(channelId, members);
      for (const userId of userIds) if (!store.uninvitable.has(userId)) members.add(userId);
      return userIds.flatMap((userId) => {
        const code = store.uninvitable.get(userId);
        return code ? [{ userId, code }] : [];
      });
    },
    remove: async (channelId, userId) => {
      if (store.unremovable.has(userId)) throw new SlackFailure('restricted_action');
      store.invited.get(channelId)?.delete(userId);
    },
    person: async (userId) => {
      const person = store.people.get(userId);
      if (!person) throw new SlackFailure('user_not_found');
      return person;
    },
    publishHome: async () => undefined,
    findMarked: async (channelId, mark) => {
      const found = store.messages.find((m) => m.channelId === channelId && m.mark === mark.id);
      return found ? { channelId, ts: found.ts } : null;
    },
    directChannel: async (userId) => userId,
    ...plainFiles(store),
    ...plainCanvases(store),
  };
}

export function recordingSlack(): RecordingSlack {
  const store: Store = {
    messages: [],
    files: new Map(),
    canvases: new Map(),
    channels: new Map(),
    pins: new Set(),
    invited: new Map(),
    people: new Map(),
    uninvitable: new Map(),
    unremovable: new Set(),
    takenNames: new Set(),
  };
  const calls: GatewayCall[] = [];
  const planned: { method: keyof SlackGateway; failure: Error; when: 'before' | 'after' }[] = [];
  const plain = plainGateway(store);
  const watched = Object.entries(plain).map(([name, call]) => {
    const method = name as keyof SlackGateway;
    const around = async (...args: unknown[]): Promise<unknown> => {
      calls.push({ method, args });
      const index = planned.findIndex((plan) => plan.method === method);
      const plan = index >= 0 ? planned.splice(index, 1)[0] : undefined;
      if (plan?.when === 'before') throw plan.failure;
      const result = await (call as (...given: unknown[]) => Promise<unknown>)(...args);
      if (plan) throw plan.failure;
      return result;
    };
    return [method, around];
  });
  return {
    ...(Object.fromEntries(watched) as unknown as SlackGateway),
    ...store,
    calls,
    failNext: (method, failure, when = 'before') => planned.push({ method, failure, when }),
  };
}
