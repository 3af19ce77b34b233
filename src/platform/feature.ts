import type { ZodType } from 'zod';
import type { Locale } from '../core/locale.ts';
import type { CardOffer, CohortCardOffer, Deps, HomeOffer, NoticeRenderer } from './deps.ts';
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  OptionsHandler,
  ShortcutHandler,
  ViewHandler,
} from './slack/handlers.ts';
import type { Message } from './slack/message.ts';

export type { CardOffer, CardPart, CohortCardOffer, HomeOffer, NoticeRenderer, Offers } from './deps.ts';

/** A queue worker. Runs at least once for each job, so it must be idempotent. */
export type QueueHandler = {
  readonly queue: string;
  readonly run: (deps: Deps, data: unknown) => Promise<void>;
};

/** Work at set moments. It only asks "what is due?", so several processes may tick. */
export type Tick = {
  readonly name: string;
  readonly cron: string;
  readonly run: (deps: Deps, now: Date) => Promise<void>;
};

/** The next moment after `after` at which something of this feature happens by itself, named for those who wait for it. */
export type Upcoming = { readonly at: Date; readonly what: string };

/** A capability of the product: one folder, one line in `features/index.ts`. */
export type Feature = {
  readonly name: string;
  readonly commands?: readonly CommandHandler[];
  readonly actions?: readonly ActionHandler[];
  readonly views?: readonly ViewHandler[];
  readonly options?: readonly OptionsHandler[];
  readonly shortcuts?: readonly ShortcutHandler[];
  readonly events?: readonly EventHandler[];
  readonly notices?: readonly NoticeRenderer[];
  readonly cards?: readonly CardOffer[];
  readonly cohortCards?: readonly CohortCardOffer[];
  readonly homes?: readonly HomeOffer[];
  readonly queues?: readonly QueueHandler[];
  readonly ticks?: readonly Tick[];
  readonly upcoming?: (deps: Deps, after: Date) => Promise<Upcoming | null>;
  /** Throws with a readable list when the feature's own data (such as definition files) are wrong. Run before anything starts. */
  readonly check?: (deps: Deps) => void;
};

/** Types a queue worker's data. */
export function defineQueue<T>(
  queue: string,
  data: ZodType<T>,
  run: (deps: Deps, data: T) => Promise<void>,
): QueueHandler {
  return { queue, run: (deps, raw) => run(deps, data.parse(raw)) };
}

/** Types a notice's parameters; a stored notice that no longer fits its kind is a surprise and throws. */
export function defineNotice<T>(
  kind: string,
  params: ZodType<T>,
  render: (deps: Deps, params: T, locale: Locale) => Promise<Message | null>,
): NoticeRenderer {
  return { kind, render: (deps, raw, locale) => render(deps, params.parse(raw), locale) };
}
