import type { Receiver, ReminderSettings } from '../../../core/reminders.ts';
import { budgetOf } from './budget.ts';
import { utterances } from './lane.ts';
import type { OpenObligation, Recipient, Said } from './obligation.ts';
import { type Lane, lanesOf, type Reminder } from './track.ts';

/** Somebody who was told of the same matter before, and when last (SY-2). */
type Told = { readonly to: string; readonly at: Date };

export type PlannedItem = {
  readonly obligationKey: string;
  readonly step: string;
  /** Said at most once: the key of the reminder (invariant 12). */
  readonly key: string;
  /** Why this recipient: as the owner, or because it came to the expert or to staff. */
  readonly to: Receiver;
  /** Empty for owners. */
  readonly told: readonly Told[];
};

export type PlannedMessage = {
  readonly at: Date;
  readonly to: Recipient;
  /** Each matter once: the soonest date first, those without one last. */
  readonly items: readonly PlannedItem[];
  readonly fold: 'single' | 'digest';
};

/** A message that was said; those planned by an earlier run will do as they are. Without items it was no reminder, and only counts to the budget. */
export type SentMessage = {
  readonly at: Date;
  readonly to: { readonly key: string };
  readonly items: readonly { readonly obligationKey: string; readonly key: string }[];
};

export type PlanInput = {
  readonly obligations: readonly OpenObligation[];
  /** What these recipients were told: at least this day's and this ISO week's, for the budget. */
  readonly sent: readonly SentMessage[];
  readonly settings: ReminderSettings;
  /** The moment of the last run; what is said lies after it. */
  readonly from: Date;
  /** Included. */
  readonly to: Date;
  /** The moment of this run: what lies before it was missed and is said in one message. Without it nothing was missed. */
  readonly now?: Date;
};

/**
 * Everything that will be said about open matters after `from`, up to `to`, in the order of time (SY-1, SY-2): one
 * message for a recipient and moment, never more than the noise budget allows, nothing twice, nothing about what is
 * paused, snoozed or over. A tick asks for (last run, now], the outbox for the next two weeks, the rehearsal for a
 * whole cohort. The same input gives the same messages, in whatever order matters are given.
 */
export function plan(input: PlanInput): readonly PlannedMessage[] {
  const { obligations, sent, settings, from, to } = input;
  const saidOf = saidByMatter(sent);
  const spent = Map.groupBy(sent, (message) => message.to.key);
  const span = { from, now: input.now ?? from, to };
  const all = obligations.flatMap((one) => lanesOf(one, settings, { alsoSaid: saidOf.get(one.key), now: span.now }));
  const messages = merged(all).flatMap((lane) => {
    const budget = budgetOf(
      lane.to,
      settings,
      (spent.get(lane.to.key) ?? []).map(({ at, items }) => ({ at, isReminder: items.length > 0 })),
    );
    return utterances(lane, settings, budget, span).map(({ at, reminders }) => ({ at, to: lane.to, reminders }));
  });
  const inOrder = messages.sort((a, b) => a.at.getTime() - b.at.getTime() || compare(a.to.key, b.to.key));
  return withTold(inOrder, saidOf);
}

type Draft = { readonly at: Date; readonly to: Recipient; readonly reminders: readonly Reminder[] };

function saidByMatter(sent: readonly SentMessage[]): Map<string, Said[]> {
  const said = new Map<string, Said[]>();
  for (const message of sent) note(said, message);
  return said;
}

function note(said: Map<string, Said[]>, { at, to, items }: SentMessage): void {
  for (const { obligationKey, key } of items) {
    const list = said.get(obligationKey);
    if (list) list.push({ key, to: to.key, at });
    else said.set(obligationKey, [{ key, to: to.key, at }]);
  }
}

/** One lane for each recipient. */
const merged = (lanes: readonly Lane[]): Lane[] =>
  [...Map.groupBy(lanes, ({ to }) => to.key).values()].flatMap((of) =>
    of[0] ? [{ to: of[0].to, reminders: of.flatMap(({ reminders }) => reminders) }] : [],
  );

/** Finishes messages in the order of time: each knows who was told of its matters before it. */
function withTold(drafts: readonly Draft[], saidOf: Map<string, Said[]>): PlannedMessage[] {
  return drafts.map(({ at, to, reminders }) => {
    const items = reminders.toSorted(bySoonest).map(({ one, step, key, to: receiver }) => {
      const before = [...one.reminded, ...(saidOf.get(one.key) ?? [])];
      const told = receiver === 'owner' ? [] : toldBefore(before, one, at, to);
      return { obligationKey: one.key, step, key, to: receiver, told };
    });
    note(saidOf, { at, to, items });
    return { at, to, items, fold: items.length === 1 ? 'single' : 'digest' };
  });
}

function toldBefore(said: readonly Said[], { openedAt }: OpenObligation, at: Date, to: Recipient): Told[] {
  const last = new Map<string, Date>();
  for (const one of said) {
    const known = last.get(one.to);
    if (one.to !== to.key && one.at >= openedAt && one.at < at && (!known || known < one.at)) last.set(one.to, one.at);
  }
  return [...last].map(([key, when]) => ({ to: key, at: when })).sort((a, b) => compare(a.to, b.to));
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

function bySoonest(a: Reminder, b: Reminder): number {
  const dateOf = ({ one: { due } }: Reminder): string => (due ? `${due.date} ${due.time}` : '~');
  return compare(dateOf(a), dateOf(b)) || compare(a.one.key, b.one.key);
}
