/**
 * The yardstick: a bare Bolt app, wired as ours, that answers `/debiuty` with a given modal and does nothing else.
 * Reads SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL and VIEW_FILE.
 */
import { readFileSync } from 'node:fs';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';

const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
};

const slackApiUrl = given('SLACK_API_URL');
const view = JSON.parse(readFileSync(given('VIEW_FILE'), 'utf8')) as ModalView;
const receiver = new SocketModeReceiver({
  appToken: given('SLACK_APP_TOKEN'),
  logLevel: LogLevel.ERROR,
  installerOptions: { clientOptions: { slackApiUrl } },
});
const app = new App({
  token: given('SLACK_BOT_TOKEN'),
  receiver,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl, timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
});
app.command('/debiuty', async ({ ack, client, command }) => {
  await ack();
  await client.views.open({ trigger_id: command.trigger_id, view });
});
await app.start();
