import { PLANS } from '../contract/plans.ts';
import type { SandboxClock } from './clock.ts';
import type { Channel, Message, Person, StoredView, Team, WorldState } from './types.ts';

const DAY = 86_400;

/** The workspace as data plus the look-ups everybody needs. Handlers change `state` directly. */
export type World = {
  readonly state: WorldState;
  readonly home: Team;
  readonly bot: Person;
  readonly appId: string;
  readonly botId: string;
  /** Address of the sandbox, for links in what an app is told. */
  readonly url: () => string;
  readonly team: (id: string) => Team | undefined;
  readonly person: (id: string) => Person | undefined;
  readonly channel: (id: string) => Channel | undefined;
  readonly channelNamed: (name: string) => Channel | undefined;
  readonly im: (a: string, b: string) => Channel | undefined;
  /** What can be seen of a channel, oldest first; a free workspace hides what is older than its history. */
  readonly messages: (channel: string) => readonly Message[];
  /** The same without ephemeral messages. */
  readonly posted: (channel: string) => readonly Message[];
  readonly message: (channel: string, ts: string) => Message | undefined;
  readonly modals: (person: string) => StoredView[];
  readonly view: (match: (view: StoredView) => boolean) => StoredView | undefined;
  /** A new id with Slack's first letter: `C` channel, `D` direct message, `V` view … */
  readonly newId: (letter: string) => string;
  /** A new message time stamp, later than every one before. */
  readonly newTs: () => string;
};

export const emptyState = (): WorldState => ({
  teams: [],
  persons: [],
  channels: [],
  invitations: [],
  messages: {},
  modals: {},
  homes: {},
  files: [],
  scheduled: [],
  reads: {},
  counter: 0,
  lastTs: 0,
  clockOffset: 0,
});

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The sandbox's seed lacks ${what}`);
  return value;
};

/** What can be read of a channel: everything, or as far back as the plan's history goes. */
const readable =
  (state: WorldState, home: Team, clock: SandboxClock): World['messages'] =>
  (channel) => {
    const all = state.messages[channel] ?? [];
    const oldest = clock.now() / 1000 - PLANS[home.plan].historyDays * DAY;
    return Number.isFinite(oldest) ? all.filter((one) => Number(one.ts) >= oldest) : all;
  };

/** @param ids the app's own ids, bot user, app, bot, and the sandbox's address. @throws when the seed has no home team or bot user. */
export const createWorld = (
  state: WorldState,
  clock: SandboxClock,
  ids: { readonly botUserId: string; readonly appId: string; readonly botId: string; readonly url: () => string },
): World => {
  const person = (id: string) => state.persons.find((one) => one.id === id);
  const bot = must(person(ids.botUserId), `the bot user ${ids.botUserId}`);
  const home = must(
    state.teams.find((one) => one.id === bot.teamId),
    `the team ${bot.teamId}`,
  );
  const messages = readable(state, home, clock);
  return {
    state,
    home,
    bot,
    appId: ids.appId,
    botId: ids.botId,
    url: ids.url,
    person,
    team: (id) => state.teams.find((one) => one.id === id),
    channel: (id) => state.channels.find((one) => one.id === id),
    channelNamed: (name) => state.channels.find((one) => one.kind !== 'im' && one.name === name),
    im: (a, b) =>
      state.channels.find(
        (one) =>
          one.kind === 'im' &&
          one.members.includes(a) &&
          one.members.includes(b) &&
          (a !== b || one.members.length === 1),
      ),
    messages,
    posted: (channel) => messages(channel).filter((one) => one.onlyFor === null),
    message: (channel, ts) => messages(channel).find((one) => one.ts === ts),
    modals: (id) => {
      state.modals[id] ??= [];
      return state.modals[id];
    },
    view: (match) => [...Object.values(state.modals).flat(), ...Object.values(state.homes)].find(match),
    newId: (letter) => {
      state.counter += 1;
      return `${letter}0${state.counter.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    newTs: () => {
      state.lastTs = Math.max(state.lastTs + 1, clock.now() * 1000);
      const micro = String(Math.floor(state.lastTs)).padStart(16, '0');
      return `${micro.slice(0, -6)}.${micro.slice(-6)}`;
    },
  };
};
