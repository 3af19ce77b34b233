import { type App, RespondError, type RespondFn } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { CHANNELS, PEOPLE, type Sandbox, type SandboxOptions } from '../../../../sandbox/index.ts';
import type { Rig } from '../support.ts';

/** What a command of the planted bot has in its hands. */
export type Hands = {
  readonly client: WebClient;
  readonly trigger_id: string;
  readonly respond: RespondFn;
  readonly sandbox: Sandbox;
};

/** One rule broken by the bot when a person types `/probe`; `breaks` is the name the sandbox must report, and no other. */
export type CallSlip = {
  readonly slip: string;
  readonly breaks: string;
  readonly does: (hands: Hands) => Promise<unknown>;
};

/** One rule broken by the way the bot is built; `person` does what brings it to light. */
export type BotSlip = {
  readonly slip: string;
  readonly breaks: string;
  /** What comes to light along the way, before or after. */
  readonly along?: readonly string[];
  readonly over?: readonly ('socket' | 'http')[];
  readonly options?: Partial<SandboxOptions>;
  readonly bot: (app: App) => void;
  readonly person: (rig: Rig) => Promise<unknown>;
};

export const channel = CHANNELS.debiuty;
export const [halina] = PEOPLE.representatives;
export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
export const section = (text: string, more: object = {}) => ({ type: 'section', text: mrkdwn(text), ...more });
export const option = (value: string) => ({ text: plain(value), value });
export const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain('Dalej'),
  ...more,
});
export const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What Slack answers to a slip is no fault of the test. @throws everything else */
export const swallow = (error: unknown): void => {
  const known = [WebAPIPlatformError, WebAPIRateLimitedError, RespondError].some((kind) => error instanceof kind);
  if (!known) throw error;
};
