import { type CivilMoment, civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { ReminderRule, ReminderSettings } from '../../../core/reminders.ts';
import type { OpenObligation, Recipient } from './obligation.ts';
import { type PlannedMessage, plan } from './plan.ts';

/** A date that a new cohort will have: once for each organisation and owed by it or its expert, or by staff. */
export type RehearsedDeadline = {
  /** The kind of matter, under which its rule stands. */
  readonly kind: string;
  readonly owes: 'organisation' | 'expert' | 'staff';
  readonly openedAt: Date;
  readonly due: CivilMoment | null;
  /** When it is done; null: never, which is the most that can be said about it. */
  readonly doneAt: Date | null;
  /** What staff owe once for each organisation, and not once in all. */
  readonly perPlace?: boolean;
};

export type RehearsalInput = {
  readonly deadlines: readonly RehearsedDeadline[];
  /** Organisations in the cohort, each with a channel. */
  readonly places: number;
  /** Experts who share them evenly; 0: nobody has one. */
  readonly experts: number;
  readonly rules: Readonly<Record<string, ReminderRule>>;
  readonly settings: ReminderSettings;
  readonly from: Date;
  readonly to: Date;
};

export type Rehearsal = {
  readonly messages: readonly PlannedMessage[];
  /** The most messages on one day (Warsaw), all recipients together. */
  readonly perDayMax: number;
  /** The most messages that one person, or one channel, gets on a day. */
  readonly perPersonDayMax: number;
  readonly perChannelDayMax: number;
  /** By recipient's key: `channel:1`, `person:1`, `staff`. */
  readonly perRecipient: ReadonlyMap<string, number>;
};

/** What a cohort with these dates will be sent: the plan of matters that nobody owes yet, counted. */
export function rehearse({ deadlines, places, experts, rules, settings, from, to }: RehearsalInput): Rehearsal {
  const obligations = deadlines.flatMap((deadline, index) => {
    const copies = isOnce(deadline) ? 1 : places;
    return Array.from({ length: copies }, (_, place) => invented(deadline, { index, place, experts, rules }));
  });
  const messages = plan({ obligations, sent: [], settings, from, to });
  const busiest = (of: readonly PlannedMessage[], span: (one: PlannedMessage) => string): number =>
    Math.max(0, ...countBy(of, span).values());
  const dayOf = ({ at }: PlannedMessage): string => civilOf(at, WARSAW).date;
  const ownDay = ({ at, to: whom }: PlannedMessage): string => `${whom.key} ${civilOf(at, whom.zone).date}`;
  const kindOf = (kind: Recipient['kind']) => messages.filter((one) => one.to.kind === kind);
  return {
    messages,
    perDayMax: busiest(messages, dayOf),
    perPersonDayMax: busiest(kindOf('person'), ownDay),
    perChannelDayMax: busiest(kindOf('channel'), ownDay),
    perRecipient: countBy(messages, (one) => one.to.key),
  };
}

const isOnce = ({ owes, perPlace = false }: RehearsedDeadline): boolean => owes === 'staff' && !perPlace;

type Place = {
  readonly index: number;
  readonly place: number;
  readonly experts: number;
  readonly rules: RehearsalInput['rules'];
};

/** A matter of a cohort that does not exist yet. */
function invented(deadline: RehearsedDeadline, { index, place, experts, rules }: Place): OpenObligation {
  const { kind, owes, openedAt, due, doneAt } = deadline;
  const organisation: Recipient = { key: `channel:${place + 1}`, kind: 'channel', zone: WARSAW };
  const expert: Recipient | null =
    experts === 0 ? null : { key: `person:${(place % experts) + 1}`, kind: 'person', zone: WARSAW };
  const staff: Recipient = { key: 'staff', kind: 'channel', zone: WARSAW };
  const owner = { organisation, expert: expert ?? staff, staff }[owes];
  return {
    key: `${kind}:${index + 1}:${place + 1}`,
    ...{ openedAt, due, endsAt: doneAt, rule: rules[kind] ?? null },
    recipients: { owner, expert: isOnce(deadline) ? null : expert, staff },
    ...{ isPaused: false, snoozedUntil: null, reminded: [] },
  };
}

function countBy<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return counts;
}
