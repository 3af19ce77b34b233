import type { AnyBlock, Button } from '@slack/types';
import type { ZodType } from 'zod';
import type { Actor } from '../core/actor.ts';
import type { Locale } from '../core/locale.ts';
import type { Deps } from './deps.ts';
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  OptionsHandler,
  ShortcutHandler,
  ViewHandler,
} from './slack/handlers.ts';
import type { Message } from './slack/message.ts';

/** Words of a notice, made at the moment of sending so that they are never stale. Null: no longer worth saying. */
export type NoticeRenderer = {
  readonly kind: string;
  readonly render: (deps: Deps, params: unknown, locale: Locale) => Promise<Message | null>;
};

/** What a feature adds to the card of an organisation's place in a cohort. */
export type CardPart = {
  readonly order: number;
  readonly fields?: readonly (readonly [label: string, value: string])[];
  readonly blocks?: readonly AnyBlock[];
  readonly buttons?: readonly Button[];
  /** What comes next for the organisation; the card shows the earliest due, or the first without a date. */
  readonly next?: { readonly text: string; readonly due?: Date };
  /** People who belong to the organisation's channel because of this feature, with their role in plain words. */
  readonly people?: readonly { readonly personId: string; readonly role: string }[];
};
export type CardOffer = (deps: Deps, participationId: string, locale: Locale) => Promise<CardPart | null>;

/** What a feature adds to the pinned card of a cohort. */
export type CohortCardOffer = (deps: Deps, cohortId: string, locale: Locale) => Promise<CardPart | null>;

/** A section of App Home for this person; null when there is nothing for them. */
export type HomeOffer = (deps: Deps, actor: Actor, now: Date) => Promise<readonly AnyBlock[] | null>;

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

/** What features offer to each other's surfaces, collected by `createApp`. */
export type Offers = {
  readonly notices: ReadonlyMap<string, NoticeRenderer>;
  readonly cards: readonly CardOffer[];
  readonly cohortCards: readonly CohortCardOffer[];
  readonly homes: readonly HomeOffer[];
  readonly commands: readonly CommandHandler[];
};

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
