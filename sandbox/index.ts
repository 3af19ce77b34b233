import type { AddressInfo } from 'node:net';
import { ACK_MS } from './contract/limits.ts';
import type { Core } from './core.ts';
import { createDispatcher } from './delivery/dispatcher.ts';
import { emit, emitTeamJoin } from './delivery/events.ts';
import { createHttpTransport } from './delivery/http.ts';
import { createSocketTransport, type SocketTransport } from './delivery/sockets.ts';
import { createFaults, type Fault } from './faults/faults.ts';
import { loadManifest, type Manifest } from './manifest.ts';
import type { Change } from './page-api.ts';
import { createDriver, type PersonDriver } from './people/driver.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { APP_ID, APP_TOKEN, BOT_ID, BOT_TOKEN, BOT_USER_ID, SIGNING_SECRET, seedWorld } from './seed.ts';
import { listen } from './server/http-server.ts';
import { createStream } from './server/stream.ts';
import { settled, waitFor } from './settle.ts';
import { createRates } from './web-api/rates.ts';
import { createClock, type SandboxClock } from './world/clock.ts';
import { createKeeper } from './world/persist.ts';
import { createResponseUrls } from './world/response-urls.ts';
import { createTriggers } from './world/triggers.ts';
import type { Json, Person, WorldState } from './world/types.ts';
import { createWorld, type World } from './world/world.ts';

export type SandboxOptions = {
  /** Path of `manifest.yml` or the manifest itself: the grants, commands, shortcuts and events. */
  readonly manifest: string | Manifest;
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** The world to start with; the seeded foundation when absent. */
  readonly seed?: (now: number) => WorldState;
  /** Base of the clock in milliseconds since 1970; real time when absent. */
  readonly now?: () => number;
  /** How long the app may take to answer, in milliseconds. */
  readonly ackLimitMs?: number;
  readonly transport?: 'socket' | { readonly http: { readonly requestUrl: string; readonly signingSecret?: string } };
  /** A JSON file that keeps the world over restarts. */
  readonly stateFile?: string;
  /** Built page, served at `/`. */
  readonly pageDir?: string;
  /** Rate limits that many times faster than Slack's; 1 when absent. */
  readonly pace?: number;
  /** How long the app must be still before a driver's act returns, in milliseconds. */
  readonly quietMs?: number;
};

export type Sandbox = {
  readonly url: string;
  /** For `slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly world: World;
  readonly clock: SandboxClock;
  readonly calls: Recorder['calls'];
  readonly deliveries: Recorder['deliveries'];
  readonly violations: Recorder['violations'];
  /** Takes the violations out (all, or those of one name), for tests that cause them on purpose. */
  readonly takeViolations: (name?: string) => Recorder['violations'];
  readonly as: (personId: string) => PersonDriver;
  readonly fault: (fault: Fault) => () => void;
  readonly clearFaults: () => void;
  /** `redeliver`, `dropNext`, `connections`, `unanswered`. */
  readonly delivery: Core['dispatcher'];
  /** Socket Mode only: `disconnect(reason)`, `cut()`. */
  readonly sockets: SocketTransport | null;
  /** Waits until nothing is unanswered and no call was made for a moment. */
  readonly settled: (quietMs?: number) => Promise<void>;
  readonly waitFor: typeof waitFor;
  /** A new person joins the workspace (`team_join`). */
  readonly addPerson: (person: Partial<Person> & Pick<Person, 'id' | 'name' | 'kind'>) => Person;
  /** Sends any event the manifest subscribes to. */
  readonly emit: (name: string, event: Json) => void;
  /** Told of every change; returns the way to stop listening. */
  readonly onChange: (listener: (change: Change) => void) => () => void;
  /** Closes the server and every connection, writes the state file, forgets timers. */
  readonly stop: () => Promise<void>;
};

export type { PersonDriver, Seen, Submitted } from './people/driver.ts';
export { APP_TOKEN, BOT_TOKEN, BOT_USER_ID, CHANNELS, PEOPLE, SIGNING_SECRET, TEAM_ID } from './seed.ts';
export { waitFor } from './settle.ts';

const blankPerson: Omit<Person, 'id' | 'name' | 'kind'> = {
  teamId: '',
  handle: '',
  title: '',
  email: null,
  locale: 'pl-PL',
  tz: 'Europe/Warsaw',
  owner: false,
};

/** Everything but the network: world, clock, record, and the way to the app. */
const build = (options: SandboxOptions, url: () => string) => {
  const listeners = new Set<(change: Change) => void>();
  const base = options.now ?? Date.now;
  const keeper = createKeeper(options.stateFile, () => ({ ...state, clockOffset: clock.offset() }));
  const state: WorldState = keeper.load() ?? (options.seed ?? seedWorld)(base());
  const changed = (change: Change): void => {
    keeper.touch();
    for (const listener of listeners) listener(change);
  };
  const clock = createClock(base, state.clockOffset, () => changed({ changed: 'clock' }));
  const record = createRecorder(clock.now, () => changed({ changed: 'violations' }));
  const violate = record.violate;
  const ackLimitMs = options.ackLimitMs ?? ACK_MS;
  const transport = options.transport ?? 'socket';
  const sockets =
    transport === 'socket'
      ? createSocketTransport({ url, appId: APP_ID, ackLimitMs, violate, changed: () => changed({ changed: 'app' }) })
      : null;
  const way =
    sockets ??
    createHttpTransport({
      requestUrl: transport === 'socket' ? '' : transport.http.requestUrl,
      signingSecret: transport === 'socket' ? '' : (transport.http.signingSecret ?? SIGNING_SECRET),
      ackLimitMs,
      violate,
    });
  const core: Core = {
    world: createWorld(state, clock, { botUserId: BOT_USER_ID, appId: APP_ID, botId: BOT_ID }),
    clock,
    manifest: loadManifest(options.manifest),
    record,
    faults: createFaults(),
    rates: createRates(clock, options.pace ?? 1),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock, url),
    dispatcher: createDispatcher(way, record, clock),
    tokens: { bot: BOT_TOKEN, app: APP_TOKEN },
    url,
    changed,
  };
  return { core, keeper, sockets, way, listeners };
};

/** Starts a strict local Slack workspace on 127.0.0.1 (Slack contract 3). @throws when the port is taken or the manifest unreadable. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  let url = '';
  const { core, keeper, sockets, way, listeners } = build(options, () => url);
  const stream = createStream();
  listeners.add(stream.tell);
  const server = await listen({ core, stream, sockets, pageDir: options.pageDir }, options.port ?? 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const quiet = options.quietMs ?? 60;
  const { record } = core;

  const stop = async (): Promise<void> => {
    keeper.flush();
    stream.stop();
    core.clock.stop();
    await way.stop();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  const addPerson: Sandbox['addPerson'] = (given) => {
    const person: Person = { ...blankPerson, teamId: core.world.home.id, handle: given.id.toLowerCase(), ...given };
    core.world.state.persons.push(person);
    emitTeamJoin(core, person);
    core.changed({ changed: 'people' });
    return person;
  };
  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    world: core.world,
    clock: core.clock,
    calls: record.calls,
    deliveries: record.deliveries,
    violations: record.violations,
    takeViolations: (name) => {
      const taken = record.violations.filter((one) => name === undefined || one.name === name);
      const left = record.violations.filter((one) => !taken.includes(one));
      record.violations.splice(0, record.violations.length, ...left);
      return taken;
    },
    as: (id) => {
      const person = core.world.person(id);
      if (!person) throw new Error(`The sandbox knows nobody with the id ${id}`);
      return createDriver(core, person, () => settled(core, quiet));
    },
    fault: core.faults.add,
    clearFaults: core.faults.clear,
    delivery: core.dispatcher,
    sockets,
    settled: (quietMs = quiet) => settled(core, quietMs),
    waitFor,
    addPerson,
    emit: (name, event) => emit(core, name, event),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop,
  };
};
