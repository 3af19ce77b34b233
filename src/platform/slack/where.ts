import type { WebClient } from '@slack/web-api';
import type { Locale } from '../../core/locale.ts';
import type { SlackGateway } from './gateway.ts';
import type { Message } from './message.ts';

/** Where the person is, and the ways to answer them there. */
export type Where = {
  readonly client: WebClient;
  readonly slack: SlackGateway;
  readonly userId: string;
  readonly locale: Locale;
  readonly channelId: string | null;
  /** Opens one modal within three seconds of the interaction; null when there is none. */
  readonly triggerId: string | null;
  /** The modal the person is in, or the waiting modal opened for them. */
  readonly viewId: string | null;
  /** True when `viewId` is a waiting modal, to be replaced instead of covered. */
  readonly waiting: boolean;
  /** Answers through the interaction's own address; works also where the bot is no member. */
  readonly respond: ((message: Message) => Promise<void>) | null;
};
