import { FILE } from './contract/file-types.ts';
import { ACK_MS } from './contract/limits.ts';
import type { Core } from './core.ts';
import { createDispatcher } from './delivery/dispatcher.ts';
import { createHttpTransport } from './delivery/http.ts';
import { createSocketTransport, type SocketTransport } from './delivery/sockets.ts';
import type { Transport } from './delivery/transport.ts';
import { createFaults } from './faults/faults.ts';
import { createOutage } from './faults/outage.ts';
import { loadManifest } from './manifest.ts';
import type { Change } from './page-api.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { SandboxOptions } from './sandbox-types.ts';
import { APP_ID, APP_TOKEN, BOT_ID, BOT_TOKEN, BOT_USER_ID, SIGNING_SECRET, seedWorld } from './seed.ts';
import { createRates } from './web-api/rates.ts';
import { createClock, type SandboxClock } from './world/clock.ts';
import { createKeeper } from './world/persist.ts';
import { createResponseUrls } from './world/response-urls.ts';
import { nextScheduled, resumeSchedule } from './world/schedule.ts';
import { createTriggers } from './world/triggers.ts';
import type { WorldState } from './world/types.ts';
import { createWorld, emptyState } from './world/world.ts';

type Ways = { readonly way: Transport; readonly sockets: SocketTransport | null };
type Tell = (change: Change) => void;

/** The way to the app that the options ask for. */
const openWay = (
  options: SandboxOptions,
  url: () => string,
  clock: SandboxClock,
  { violate }: Recorder,
  changed: Tell,
): Ways => {
  const ackLimitMs = options.ackLimitMs ?? ACK_MS;
  const transport = options.transport ?? 'socket';
  if (transport === 'socket') {
    const tell = () => changed({ changed: 'app' });
    const { connectionSeconds } = options;
    const told = { violate, changed: tell };
    const sockets = createSocketTransport({ url, appId: APP_ID, ackLimitMs, clock, connectionSeconds, ...told });
    return { way: sockets, sockets };
  }
  const { requestUrl, signingSecret = SIGNING_SECRET } = transport.http;
  return { way: createHttpTransport({ requestUrl, signingSecret, ackLimitMs, violate }), sockets: null };
};

/**
 * A kept world after a restart: clients that lose the server come back without their open modals; ids given out in the
 * last moments before a kill may not have been written down, so numbering goes on well beyond them.
 */
const revived = (kept: WorldState): WorldState => ({
  ...emptyState(),
  ...kept,
  modals: {},
  counter: kept.counter + 1_000,
});

/** Everything of a sandbox but its server: world, clock, record, and the way to the app. @param url own address, once known. */
export const assemble = (options: SandboxOptions, url: () => string) => {
  const listeners = new Set<Tell>();
  const base = options.now ?? Date.now;
  const keeper = createKeeper(options.stateFile, () => ({ ...state, clockOffset: clock.offset() }));
  const kept = keeper.load();
  const state: WorldState = kept ? revived(kept) : (options.seed ?? seedWorld)(base());
  const changed = (change: Change): void => {
    keeper.touch();
    for (const listener of listeners) listener(change);
  };
  const clock = createClock(base, state.clockOffset, () => changed({ changed: 'clock' }));
  const record = createRecorder(clock.now, () => changed({ changed: 'violations' }));
  const { way, sockets } = openWay(options, url, clock, record, changed);
  const outage = createOutage(clock);
  outage.whenDown(() => sockets?.cut());
  const core: Core = {
    world: createWorld(state, clock, { botUserId: BOT_USER_ID, appId: APP_ID, botId: BOT_ID, url }),
    clock,
    manifest: loadManifest(options.manifest),
    record,
    faults: createFaults(),
    rates: createRates(clock, options.pace ?? 1),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock, url),
    dispatcher: createDispatcher(way, record, clock, outage),
    outage,
    nextMoment: options.nextMoment ?? (() => Promise.resolve(nextScheduled(core.world.state))),
    tokens: { bot: BOT_TOKEN, app: APP_TOKEN },
    url,
    processingMs: options.processingMs ?? FILE.processingMs,
    ticket: () => sockets?.ticket() ?? null,
    scene: null,
    changed,
  };
  resumeSchedule(core);
  return { core, keeper, sockets, way, listeners };
};
