import type { AnyBlock, Button } from '@slack/types';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import type { Locale } from '../core/locale.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Owed, Owner } from '../core/owed.ts';
import type { Solve } from '../core/program.ts';
import type { Db, Tx } from './db/client.ts';
import type { Obligation } from './db/generated/client.ts';
import type { Jobs } from './jobs/boss.ts';
import type { Log } from './log.ts';
import type { SlackGateway } from './slack/gateway.ts';
import type { Message } from './slack/message.ts';
import type { Pace } from './slack/pace.ts';

/** A text file handed in by `main`, such as a programme definition. */
export type SourceFile = { readonly name: string; readonly text: string };

/** Everything that operations, queries and jobs may use of the outside world. */
export type Deps = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly db: Db;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly slack: SlackGateway;
  readonly pace: Pace;
  /** Solves programs to proven optimality, in a thread of its own. */
  readonly solve: Solve;
  /** The workspace the bot is installed in. */
  readonly home: { readonly teamId: string; readonly botUserId: string };
  readonly programmeFiles: readonly SourceFile[];
  /** What features offer to each other's surfaces: cards, homes, notices. */
  readonly offers: Offers;
};

/** Words of a notice, made at the moment of sending so that they are never stale. Null: no longer worth saying. */
export type NoticeRenderer = {
  readonly kind: string;
  /** `isSaid`: it was sent already, and is put into the words that hold now. Null: not worth saying, or stays as it is. */
  readonly render: (deps: Deps, params: unknown, locale: Locale, isSaid?: boolean) => Promise<Message | null>;
  /** Its words name the closing of a call, so the message is put right when that moves. */
  readonly tellsClosing?: true;
  /** Plain words that lists of staff have in the place of its receiver's name, which would tell what is nobody's business. */
  readonly receivers?: (locale: Locale) => string;
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

/** What a matter is called where it is shown: what is to be done, why, and the buttons that do it. */
export type MatterWords = { readonly what: string; readonly why?: string; readonly buttons?: readonly Button[] };

/**
 * Who owes what in the present state of a feature's things, by the id of the thing. `touchedBy` names the journal
 * subjects whose acts may change it, and finds the things that acts on these ids concern.
 */
export type ObligationSource = {
  readonly name: string;
  readonly touchedBy: Readonly<Record<string, (tx: Tx, ids: readonly string[]) => Promise<readonly string[]>>>;
  readonly owed: (deps: Deps, db: Db | Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Owed[]>>;
  /** Every thing that may owe something. */
  readonly everything: (db: Db) => Promise<readonly string[]>;
};

/** Who leads organisations: person by participation. */
export type LeadOffer = (db: Db | Tx, participationIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
/** Names of the organisations of a cohort in whose matter nothing has moved since a moment. */
export type QuietOffer = (db: Db, cohortId: string, since: Date) => Promise<readonly string[]>;
/** Told whose matters have changed, in the transaction of the act. */
export type OwedHook = (deps: Deps, tx: Tx, owners: readonly Owner[]) => Promise<void>;

/** Told of each journal line, in the transaction of the act. */
export type RecordHook = (
  deps: Deps,
  tx: Tx,
  now: Date,
  line: { readonly subject: string; readonly subjectId: string },
) => void;

/** The words of matters of one kind, or of a family of kinds (`deadlines.*`) whose names are data. */
export type ObligationKind = {
  readonly kind: string;
  /** Words by obligation id, asked once for all of a list; a matter without words is not shown. */
  readonly words: (
    deps: Deps,
    rows: readonly Obligation[],
    locale: Locale,
  ) => Promise<ReadonlyMap<string, MatterWords>>;
  /** Several of this kind in one list are said in one line, for lists of staff. */
  readonly together?: (deps: Deps, rows: readonly Obligation[], locale: Locale) => Promise<MatterWords>;
};

/** Something that will be said to somebody, as the outbox lists it: when, to whom, its first words, and the cause in a sentence. Plain words. */
export type Foreseen = { readonly at: Date; readonly to: string; readonly what: string; readonly why: string };

/** What a feature knows that it will say about a cohort after `from`, up to `to`, beside its notices and reminders. */
export type ForeseenOffer = (
  deps: Deps,
  db: Db | Tx,
  cohortId: string,
  span: { readonly from: Date; readonly to: Date },
  locale: Locale,
) => Promise<readonly Foreseen[]>;

/** What the parts of one act share: the outside world, its transaction, who acts, and the moment of the act. */
export type Doing = { readonly deps: Deps; readonly tx: Tx; readonly actor: Actor; readonly now: Date };

/** An act in words: what it is, and what comes of it for others. Both are mrkdwn. */
export type ActWords = { readonly what: string; readonly effect: string };

/** How an act that was done is set right: the notices by which people were told, and words to begin with. */
export type CorrectionPlan = {
  /** By the key of each notice, who heard it as staff know them. */
  readonly told: readonly { readonly key: string; readonly name: string }[];
  readonly draft: Readonly<Record<Locale, string>>;
  /** The words of the offer to take the act back as well; absent when it cannot be. */
  readonly takeBack?: Readonly<Record<Locale, string>>;
};

/**
 * An act with consequences for others: asked for by staff, it waits some minutes before it is done, and leaves no
 * trace when it is taken back until then. Made by `defineWaitingAct`; `params` are what was asked for, `result` is
 * what `perform` gave, both as JSON.
 */
export type WaitingKind = {
  readonly kind: string;
  /** Seconds that doing it may take. */
  readonly seconds?: number;
  /** What it is about, so that the same is not asked for twice; null when there is no such thing. */
  readonly about: (tx: Tx, params: unknown) => Promise<{ readonly key: string; readonly cohortId: string } | null>;
  /** Refuses what `perform` would refuse, and writes nothing. */
  readonly check: (doing: Doing, params: unknown) => Promise<Outcome<unknown>>;
  /** Does it in the transaction at hand. A refusal has written nothing. */
  readonly perform: (doing: Doing, params: unknown) => Promise<Outcome<unknown>>;
  readonly words: (deps: Deps, params: unknown, locale: Locale) => Promise<ActWords>;
  readonly refusal: (reason: string, locale: Locale) => string;
  readonly correction: (db: Db | Tx, params: unknown, result: unknown) => Promise<CorrectionPlan | null>;
  /** Takes back what was done, and tells nobody: the correction does. */
  readonly takeBack?: (doing: Doing, params: unknown, result: unknown) => Promise<Outcome<unknown>>;
};

/** An act that waits, as it is shown where it was asked for: what and until when, with the buttons for it. */
export type WaitingOffer = (deps: Deps, actId: string, locale: Locale) => Promise<Message | null>;

/** An organisation that passes from one expert to another (CO-10); without a successor it waits for one. */
export type HandOver = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly formerId: string;
  readonly successorId: string | null;
};

/** What a feature does with its own when an organisation gets another expert, in the transaction of the act. */
export type HandOverHook = (doing: Doing, handOver: HandOver) => Promise<void>;

/** What a feature's record says of an organisation, for the expert who takes over: plain sentences, the newest first. */
export type BriefOffer = (
  deps: Deps,
  db: Db | Tx,
  participationId: string,
  locale: Locale,
) => Promise<readonly string[]>;

/** A fact by which an expert is silent: what is missing, and since when. Never the words of messages. */
export type Silence = {
  readonly participationId: string;
  readonly expertId: string;
  readonly fact: 'no_booking' | 'unanswered_request' | 'overdue_card' | 'overdue_opinion';
  readonly since: Date;
};

/** The silences of a cohort as they stand at a moment, however short they are. */
export type SilenceOffer = (deps: Deps, db: Db | Tx, cohortId: string, now: Date) => Promise<readonly Silence[]>;

/** A time in which an expert is away, or no longer to be had as before; the substitute is who stands in, if anybody. */
export type Away = {
  readonly absenceId: string;
  readonly expertId: string;
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
  readonly substituteId: string | null;
};

/** What a feature does with its own when an absence is written, or ended, in the transaction of the act. */
export type AwayHook = (doing: Doing, away: Away) => Promise<void>;

/** Something people were at, and who of them was there (person ids). */
export type Attended = {
  readonly kind: 'event' | 'consultation';
  readonly id: string;
  readonly cohortId: string;
  readonly endedAt: Date;
  readonly people: readonly string[];
  /** Who was there as an expert, where that is known; `people` are the others then. */
  readonly experts?: readonly string[];
};

/** What ended after `since`, up to `until`, as it is known now; what turns out later is asked about again. */
export type AttendedOffer = (db: Db, since: Date, until: Date) => Promise<readonly Attended[]>;

/** How the action of an organisation ended: the answer for its last date, or a correction of one. */
export type EndedAction = {
  readonly actionId: string;
  readonly participationId: string;
  readonly cohortId: string;
  readonly how: 'held' | 'partly' | 'cancelled';
  /** The civil day from which terms after it count (T4): when its last date was over, or was said not to be. */
  readonly lastDay: string;
  readonly zone: string;
};

/**
 * What a feature does when an action has ended, in the transaction of the answer. A correction tells it again, with what
 * holds now.
 */
export type ActionEndedHook = (deps: Deps, tx: Tx, actor: Actor, now: Date, ended: EndedAction) => Promise<void>;

/** What a feature does when an action that had ended turns out to be moved: it is ahead again. */
export type ActionReopenedHook = (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  action: Pick<EndedAction, 'actionId' | 'participationId' | 'cohortId'>,
) => Promise<void>;

/** Whether what was said of an action stays as it is from now on, because something was built on it. */
export type ActionSettledOffer = (db: Db | Tx, actionId: string) => Promise<boolean>;

/** A stretch of an expert's time that is taken, with the buffers as `busy`; `isHeld`: for a form or the queue only. */
export type TakenTime = {
  readonly start: Date;
  readonly end: Date;
  readonly busyFrom: Date;
  readonly busyUntil: Date;
  readonly isHeld: boolean;
};

/** What takes an expert's time between two moments, the second not included; what has run out by `now` does not. */
export type BookedOffer = (
  db: Db | Tx,
  expertId: string,
  span: { readonly from: Date; readonly until: Date; readonly now: Date },
) => Promise<readonly TakenTime[]>;

/** A sub-command as help shows it: its words, and a line for this person or null when it is not for them. */
export type HelpOffer = {
  /** Longest match first: `cohort new`. */
  readonly words: readonly string[];
  readonly help: (actor: Actor, locale: Locale) => string | null;
};

/** What features offer to each other's surfaces, collected by `createApp`. */
export type Offers = {
  readonly notices: ReadonlyMap<string, NoticeRenderer>;
  readonly cards: readonly CardOffer[];
  readonly cohortCards: readonly CohortCardOffer[];
  readonly homes: readonly HomeOffer[];
  readonly briefs: readonly HomeOffer[];
  readonly obligations: ReadonlyMap<string, ObligationKind>;
  readonly sources: readonly ObligationSource[];
  readonly onRecord: readonly RecordHook[];
  readonly leads: readonly LeadOffer[];
  readonly quiet: readonly QuietOffer[];
  readonly onOwed: readonly OwedHook[];
  readonly onHandOver: readonly HandOverHook[];
  readonly handOverBriefs: readonly BriefOffer[];
  readonly silences: readonly SilenceOffer[];
  readonly onAway: readonly AwayHook[];
  readonly attended: readonly AttendedOffer[];
  readonly onBack: readonly AwayHook[];
  readonly booked: readonly BookedOffer[];
  readonly actionEnded: readonly ActionEndedHook[];
  readonly actionReopened: readonly ActionReopenedHook[];
  readonly actionSettled: readonly ActionSettledOffer[];
  readonly foreseen: readonly ForeseenOffer[];
  readonly waitingActs: ReadonlyMap<string, WaitingKind>;
  readonly waiting: readonly WaitingOffer[];
  readonly commands: readonly HelpOffer[];
};
