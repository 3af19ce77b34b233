import { App, LogLevel, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { connected } from './support/bots.ts';
import { type Crowd, openAtOnce, openCrowd } from './support/crowd.ts';
import { median, quantile, report } from './support/stats.ts';

const PEOPLE_AT_ONCE = 20;
const WARM_UP = 4;

const VIEW: ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Zgłoszenie' },
  submit: { type: 'plain_text', text: 'Dalej' },
  blocks: Array.from({ length: 10 }, (_, index) => ({
    type: 'input' as const,
    block_id: `pole_${index}`,
    label: { type: 'plain_text' as const, text: `Pytanie ${index + 1}` },
    element: { type: 'plain_text_input' as const, action_id: `pole_${index}` },
  })),
};

/** The same handler in both apps: acknowledge, then open the form. */
function answer(app: App): App {
  app.command('/debiuty', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: VIEW });
  });
  return app;
}

/** An app that gets its commands by a function call and whose Web API calls are answered where they are made. */
function inProcess(): { readonly open: () => Promise<number> } {
  let app: App | undefined;
  const receiver: Receiver = {
    init: (given) => {
      app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const opened = new Map<string, () => void>();
  const answered = async (_url: unknown, options?: { body?: unknown }): Promise<Response> => {
    const trigger = new URLSearchParams(String(options?.body)).get('trigger_id') ?? '';
    opened.get(trigger)?.();
    return Response.json({ ok: true, view: { id: 'V0' } });
  };
  answer(
    new App({
      receiver,
      logLevel: LogLevel.ERROR,
      authorize: async () => ({ botToken: 'xoxb-none', botId: 'B0', botUserId: 'U0' }),
      clientOptions: { fetch: answered as typeof fetch },
    }),
  );
  let count = 0;
  const open = async (): Promise<number> => {
    count += 1;
    const trigger = `trigger-${count}`;
    const begun = performance.now();
    const shown = new Promise<void>((resolve) => opened.set(trigger, resolve));
    const body = { command: '/debiuty', text: '', user_id: 'U1', team_id: 'T0', channel_id: 'C0', trigger_id: trigger };
    const event: ReceiverEvent = { body: { token: 'none', api_app_id: 'A0', ...body }, ack: async () => undefined };
    await Promise.all([app?.processEvent(event), shown]);
    return performance.now() - begun;
  };
  return { open };
}

/** The same app over Socket Mode, with the local workspace in this process too, so that its work is counted. */
async function throughSandbox(crowd: Crowd): Promise<App> {
  const { apiUrl: slackApiUrl, appToken, botToken } = crowd.sandbox;
  const installerOptions = { clientOptions: { slackApiUrl } };
  const receiver = new SocketModeReceiver({ appToken, logLevel: LogLevel.ERROR, installerOptions });
  const app = answer(new App({ token: botToken, receiver, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } }));
  await app.start();
  await connected(crowd.sandbox);
  return app;
}

/** From the slash command to the form through the local workspace, and through nothing: what every other figure owes to it. */
export async function sandboxShare(quick: boolean): Promise<void> {
  const bare = inProcess();
  const crowd = await openCrowd(PEOPLE_AT_ONCE);
  const app = await throughSandbox(crowd);
  const times = { in_process: [] as number[], sandbox: [] as number[] };
  for (let round = -WARM_UP; round < (quick ? 5 : 40); round += 1) {
    const through = await openAtOnce(crowd, '');
    const direct = await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, bare.open));
    if (round < 0) continue;
    times.sandbox.push(...through);
    times.in_process.push(...direct);
  }
  await app.stop();
  await crowd.sandbox.waitFor(() => crowd.sandbox.delivery.connections() === 0, { what: 'the app to disconnect' });
  await crowd.sandbox.stop();
  for (const way of ['in_process', 'sandbox'] as const) {
    report(`bare_modal_${way}_median`, median(times[way]), 'ms');
    report(`bare_modal_${way}_p99`, quantile(times[way], 0.99), 'ms');
  }
  report('bare_modal_sandbox_share', 1 - median(times.in_process) / median(times.sandbox), 'ratio');
}
