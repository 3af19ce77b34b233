import type { ZodType } from 'zod';
import type { Locale } from '../core/locale.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Db, Tx } from './db/client.ts';
import type {
  ActionEndedHook,
  ActionReopenedHook,
  ActionSettledOffer,
  ActWords,
  AttendedOffer,
  AwayHook,
  BookedOffer,
  BriefOffer,
  CardOffer,
  CohortCardOffer,
  CorrectionPlan,
  Deps,
  Doing,
  ForeseenOffer,
  HandOverHook,
  HomeOffer,
  LeadOffer,
  NoticeRenderer,
  ObligationKind,
  ObligationSource,
  Offers,
  OwedHook,
  QuietOffer,
  RecordHook,
  SilenceOffer,
  WaitingKind,
  WaitingOffer,
} from './deps.ts';
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  OptionsHandler,
  ShortcutHandler,
  ViewHandler,
} from './slack/handlers.ts';
import type { Message } from './slack/message.ts';

export type * from './deps.ts';

/** A queue worker. Runs at least once for each job, so it must be idempotent. */
export type QueueHandler = {
  readonly queue: string;
  readonly run: (deps: Deps, data: unknown) => Promise<void>;
};

/**
 * Work in lanes, such as the messages to one channel: in order and at a pace within a lane, whatever the others wait
 * for. It lies in a table of the feature's own, which also says who has the turn, for other processes ask as well.
 */
export type LaneHandler = {
  readonly queue: string;
  /** One step; in how many milliseconds the next is wanted, null when nothing is left. May run at any time and twice. */
  readonly turn: (deps: Deps, lane: string) => Promise<number | null>;
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
  /** What `/debiuty` without words says before the help. */
  readonly briefs?: readonly HomeOffer[];
  /** The words of the matters that this feature's sources say are owed. */
  readonly obligations?: readonly ObligationKind[];
  readonly sources?: readonly ObligationSource[];
  readonly onRecord?: readonly RecordHook[];
  readonly leads?: readonly LeadOffer[];
  readonly quiet?: readonly QuietOffer[];
  readonly onOwed?: readonly OwedHook[];
  readonly onHandOver?: readonly HandOverHook[];
  readonly handOverBriefs?: readonly BriefOffer[];
  readonly silences?: readonly SilenceOffer[];
  readonly onAway?: readonly AwayHook[];
  /** What people were at, for those who ask them about it. */
  readonly attended?: readonly AttendedOffer[];
  /** The absence is ended: plans changed, or the expert is back early. */
  readonly onBack?: readonly AwayHook[];
  readonly booked?: readonly BookedOffer[];
  /** What follows from how the action of an organisation went (OR-7), and when that can no longer be corrected. */
  readonly actionEnded?: ActionEndedHook;
  readonly actionReopened?: ActionReopenedHook;
  readonly actionSettled?: ActionSettledOffer;
  /** What the outbox lists of this feature's beside written notices and planned reminders; nothing can be done with it there. */
  readonly foreseen?: ForeseenOffer;
  /** Acts of this feature that wait some minutes, in which staff can take them back. */
  readonly waitingActs?: readonly WaitingKind[];
  readonly waiting?: readonly WaitingOffer[];
  readonly queues?: readonly QueueHandler[];
  readonly lanes?: readonly LaneHandler[];
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
  render: (deps: Deps, params: T, locale: Locale, isSaid: boolean) => Promise<Message | null>,
  says: Pick<NoticeRenderer, 'tellsClosing' | 'receivers'> = {},
): NoticeRenderer {
  return {
    kind,
    render: (deps, raw, locale, isSaid = false) => render(deps, params.parse(raw), locale, isSaid),
    ...says,
  };
}

/** A waiting act as its feature writes it; see `WaitingKind` for each part. */
export type WaitingSpec<P, V, R extends string> = {
  readonly kind: string;
  readonly params: ZodType<P>;
  /** What is kept of the value that `perform` gives. */
  readonly result: ZodType<V>;
  readonly seconds?: number;
  readonly about: (tx: Tx, params: P) => Promise<{ readonly key: string; readonly cohortId: string } | null>;
  readonly check: (doing: Doing, params: P) => Promise<Outcome<unknown, R>>;
  readonly perform: (doing: Doing, params: P) => Promise<Outcome<V, R>>;
  readonly words: (deps: Deps, params: P, locale: Locale) => Promise<ActWords>;
  readonly refusal: (reason: R, locale: Locale) => string;
  readonly correction: (db: Db | Tx, params: P, result: V) => Promise<CorrectionPlan | null>;
  readonly takeBack?: (doing: Doing, params: P, result: V) => Promise<Outcome<unknown>>;
};

/** A waiting act whose parameters, value and refusals are known to those who ask for it. */
export type WaitingAct<P, V, R extends string> = WaitingKind & { readonly typed: WaitingSpec<P, V, R> };

/** Types a waiting act; stored parameters that no longer fit it are a surprise and throw. */
export function defineWaitingAct<P, V, R extends string>(typed: WaitingSpec<P, V, R>): WaitingAct<P, V, R> {
  const { kind, seconds, params, result, takeBack } = typed;
  return {
    kind,
    typed,
    ...(seconds === undefined ? {} : { seconds }),
    about: (tx, raw) => typed.about(tx, params.parse(raw)),
    check: (doing, raw) => typed.check(doing, params.parse(raw)),
    perform: (doing, raw) => typed.perform(doing, params.parse(raw)),
    words: (deps, raw, locale) => typed.words(deps, params.parse(raw), locale),
    refusal: (reason, locale) => typed.refusal(reason as R, locale),
    correction: (db, raw, gave) => typed.correction(db, params.parse(raw), result.parse(gave)),
    ...(takeBack ? { takeBack: (doing, raw, gave) => takeBack(doing, params.parse(raw), result.parse(gave)) } : {}),
  };
}

/** Collects what the features offer to each other's surfaces. Two contributions of one kind are a mistake of ours. */
export function collectOffers(features: readonly Feature[]): Offers {
  const all = <T>(pick: (feature: Feature) => readonly T[] | undefined): T[] => features.flatMap((f) => pick(f) ?? []);
  return {
    notices: byKind(all((f) => f.notices)),
    obligations: byKind(all((f) => f.obligations)),
    sources: all((f) => f.sources),
    onRecord: all((f) => f.onRecord),
    leads: all((f) => f.leads),
    quiet: all((f) => f.quiet),
    onOwed: all((f) => f.onOwed),
    onHandOver: all((f) => f.onHandOver),
    handOverBriefs: all((f) => f.handOverBriefs),
    silences: all((f) => f.silences),
    onAway: all((f) => f.onAway),
    attended: all((f) => f.attended),
    onBack: all((f) => f.onBack),
    booked: all((f) => f.booked),
    actionEnded: all((f) => f.actionEnded && [f.actionEnded]),
    actionReopened: all((f) => f.actionReopened && [f.actionReopened]),
    actionSettled: all((f) => f.actionSettled && [f.actionSettled]),
    foreseen: all((f) => f.foreseen && [f.foreseen]),
    waitingActs: byKind(all((f) => f.waitingActs)),
    waiting: all((f) => f.waiting),
    cards: all((f) => f.cards),
    cohortCards: all((f) => f.cohortCards),
    homes: all((f) => f.homes),
    briefs: all((f) => f.briefs),
    commands: all((f) => f.commands),
  };
}

function byKind<T extends { readonly kind: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const kinds = new Map(all.map((one) => [one.kind, one]));
  if (kinds.size !== all.length) throw new Error('Two contributions of one kind');
  return kinds;
}
