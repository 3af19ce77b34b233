import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/index.ts';
import type { Manifest } from '../../../sandbox/manifest.ts';

/** A manifest with everything these tests use. */
export const MANIFEST: Manifest = {
  display_information: { name: 'Tester' },
  features: {
    bot_user: { display_name: 'Tester' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [{ command: '/probe', description: 'Probe', should_escape: true }],
    shortcuts: [
      { name: 'Zgłoś organizację', type: 'global', callback_id: 'apply' },
      { name: 'Zachowaj', type: 'message', callback_id: 'keep' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:join',
        'channels:manage',
        'channels:read',
        'chat:write',
        'commands',
        'groups:history',
        'groups:read',
        'groups:write',
        'im:history',
        'im:read',
        'im:write',
        'pins:read',
        'pins:write',
        'reactions:write',
        'users:read',
        'users:read.email',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'member_joined_channel',
        'message.channels',
        'message.im',
        'team_join',
        'user_change',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

const { oauth_config: grants, settings } = MANIFEST;
const events = settings?.event_subscriptions?.bot_events ?? [];

/** The same for an app that works in shared channels. */
export const CONNECT_MANIFEST: Manifest = {
  ...MANIFEST,
  oauth_config: {
    scopes: {
      bot: [
        ...(grants?.scopes?.bot ?? []),
        'conversations.connect:read',
        'conversations.connect:write',
        'users.profile:read',
      ],
    },
  },
  settings: {
    ...settings,
    event_subscriptions: {
      bot_events: [
        ...events,
        'channel_shared',
        'channel_unshared',
        'member_left_channel',
        'message.groups',
        'shared_channel_invite_accepted',
        'shared_channel_invite_approved',
        'shared_channel_invite_declined',
        'shared_channel_invite_requested',
      ],
    },
  },
};

export type Rig = { readonly sandbox: Sandbox; readonly app: App; readonly stop: () => Promise<void> };

const quiet = (): void => {};
/** What goes wrong on purpose is not printed; what goes wrong by mistake fails the test. */
export const QUIET: Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  getLevel: () => LogLevel.ERROR,
  setName: quiet,
};

/** The wiring production must use: own receiver, no SDK retries, rejected rate limits (Slack contract 4). */
const socketRig = async (prepare: (app: App) => void, options: Partial<SandboxOptions>): Promise<Rig> => {
  const sandbox = await startSandbox({ manifest: MANIFEST, pace: 100, ...options });
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    logger: QUIET,
    installerOptions: { clientOptions: { slackApiUrl: sandbox.apiUrl } },
  });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    logger: QUIET,
    clientOptions: {
      slackApiUrl: sandbox.apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: QUIET,
    },
  });
  prepare(app);
  await app.start();
  const stop = async () => {
    const gone = new Promise((resolve) => receiver.client.once('disconnected', resolve));
    await app.stop();
    await gone;
    await sandbox.stop();
  };
  return { sandbox, app, stop };
};

const httpRig = async (prepare: (app: App) => void, options: Partial<SandboxOptions>): Promise<Rig> => {
  const secret = 'another-made-up-secret';
  const receiver = new HTTPReceiver({ signingSecret: secret, logger: QUIET });
  const server = await receiver.start(0);
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const sandbox = await startSandbox({
    manifest: MANIFEST,
    pace: 100,
    ...options,
    transport: { http: { requestUrl, signingSecret: secret } },
  });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    logger: QUIET,
    clientOptions: {
      slackApiUrl: sandbox.apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: QUIET,
    },
  });
  prepare(app);
  const stop = async () => {
    await sandbox.stop();
    server.closeAllConnections();
    await receiver.stop();
  };
  return { sandbox, app, stop };
};

/** Counts what a bot is still doing, so that people wait for it and not for a moment of silence. */
const counting = (prepare: (app: App) => void) => {
  let busy = 0;
  const failures: unknown[] = [];
  const counted = (app: App): void => {
    app.error(async (error) => void failures.push(error));
    app.use(async ({ next }) => {
      busy += 1;
      try {
        await next();
      } finally {
        busy -= 1;
      }
    });
    prepare(app);
  };
  return { counted, isBusy: () => busy > 0, failures };
};

/** Runs one bolt app against one sandbox for the length of `use`, over either transport. @throws what its handlers threw */
export const withRig = async (
  transport: 'socket' | 'http',
  prepare: (app: App) => void,
  use: (rig: Rig) => Promise<void>,
  options: Partial<SandboxOptions> = {},
): Promise<void> => {
  const { counted, isBusy, failures } = counting(prepare);
  const rig = await (transport === 'socket' ? socketRig : httpRig)(counted, { isBusy, ...options });
  try {
    await use(rig);
  } finally {
    await rig.stop();
  }
  if (failures.length > 0) throw failures[0];
};

/** A modal with one required text field and a note. */
export const nameModal = (callbackId: string, extra: Readonly<Record<string, unknown>> = {}) => ({
  type: 'modal' as const,
  callback_id: callbackId,
  title: { type: 'plain_text' as const, text: 'Zgłoszenie' },
  submit: { type: 'plain_text' as const, text: 'Dalej' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: { type: 'plain_text' as const, text: 'Nazwa organizacji' },
      element: { type: 'plain_text_input' as const, action_id: 'name', max_length: 20 },
    },
  ],
  ...extra,
});
