import { App, type CustomRoute, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { boltLog } from './bolt-log.ts';
import { patient } from './patience.ts';

export type ConnectionSettings = {
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  /** The port of Slack's requests (HTTP) and of the health addresses (both); null opens none. */
  readonly port: number | null;
  readonly routes: readonly CustomRoute[];
};

export type Connection = {
  readonly app: App;
  readonly client: WebClient;
  /** Slack's own word on who we are. */
  readonly whoAmI: () => Promise<{ readonly teamId: string; readonly botUserId: string }>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly connected: () => boolean;
};

/** No retries, no waiting out of rate limits, an answer within ten seconds: delivery is ours (Slack contract 4, rows 1 to 5). */
const strictClient = (apiUrl: string | null) => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  timeout: 10_000,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  // Bolt answers through an interaction's own address with this too, and would otherwise wait for ever.
  fetch: patient((url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(10_000) })),
});

type Wire = { readonly receiver: Receiver; readonly close: () => Promise<void>; readonly connected: () => boolean };

function socketWire(settings: ConnectionSettings, appToken: string, log: Log): Wire {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    ...(settings.port === null ? {} : { customRoutes: [...settings.routes] }),
    // An options object of its own: the socket client keeps the SDK's retries for reconnecting (row 15).
    installerOptions: {
      ...(settings.apiUrl ? { clientOptions: { slackApiUrl: settings.apiUrl } } : {}),
      ...(settings.port === null ? {} : { port: settings.port }),
    },
  });
  let open = false;
  receiver.client.on('connected', () => {
    open = true;
  });
  for (const event of ['disconnected', 'reconnecting', 'close']) {
    receiver.client.on(event, () => {
      open = false;
    });
  }
  // `stop` resolves before the socket is closed (row 8), so wait for it; a socket that never opened has nothing to wait for.
  const closed = () =>
    open ? new Promise<void>((done) => receiver.client.once('disconnected', () => done())) : Promise.resolve();
  return { receiver, close: closed, connected: () => open };
}

function httpWire(settings: ConnectionSettings, signingSecret: string, log: Log): Wire {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: boltLog(log),
    customRoutes: [...settings.routes],
    port: settings.port ?? 3000,
  });
  return { receiver, close: () => Promise.resolve(), connected: () => true };
}

/** Bolt wired as the measured behaviour of the SDK demands (Slack contract 4). */
export function connection(settings: ConnectionSettings, log: Log): Connection {
  const { mode } = settings;
  const wire =
    mode.kind === 'socket' ? socketWire(settings, mode.appToken, log) : httpWire(settings, mode.signingSecret, log);
  const app = new App({
    token: settings.botToken,
    receiver: wire.receiver,
    logger: boltLog(log),
    clientOptions: strictClient(settings.apiUrl),
    deferInitialization: true,
    // Bolt would keep every conversation in memory; our state is in the database.
    convoStore: false,
  });
  let started = false;
  return {
    app,
    client: app.client,
    whoAmI: async () => {
      const answer = await app.client.auth.test({ token: settings.botToken });
      return { teamId: String(answer.team_id), botUserId: String(answer.user_id) };
    },
    start: async () => {
      await app.init();
      await app.start(settings.port ?? 3000);
      started = true;
    },
    stop: async () => {
      if (!started) return;
      const closed = wire.close();
      await app.stop();
      await Promise.race([closed, new Promise((done) => setTimeout(done, 2000).unref())]);
    },
    connected: () => started && wire.connected(),
  };
}
