import type { Receiver, ReminderRule, ReminderSettings } from '../../../core/reminders.ts';
import { laterAllowed } from './hours.ts';
import { type Moment, momentsOf } from './moments.ts';
import { type OpenObligation, type Recipient, reminderKeys, type Said } from './obligation.ts';

/**
 * A reminder that one recipient is still to get. `isQuiet`: it waits for the next thing said instead of being said at
 * once. `overtakenAt`: then something newer is said of the matter, which staff have had written down ahead.
 */
export type Reminder = Moment & {
  readonly one: OpenObligation;
  readonly key: string;
  readonly isQuiet: boolean;
  readonly overtakenAt: Date | null;
};

/** A recipient with the reminders still to come, each matter's in the order of time. */
export type Lane = { readonly to: Recipient; readonly reminders: readonly Reminder[] };

/**
 * What is known when the reminders of a matter are looked for: what else was said of it, and the present moment: what is
 * written down for later makes nothing before it needless.
 */
type Known = { readonly alsoSaid?: readonly Said[] | undefined; readonly now?: Date };

/**
 * What is still to be said about a matter, by recipient. Whoever was told something has been told of all before it.
 * Nothing while somebody waits for an answer about the date; while it is snoozed, what falls due waits for the end.
 */
export function lanesOf(one: OpenObligation, settings: ReminderSettings, { alsoSaid = [], now }: Known = {}): Lane[] {
  const { rule } = one;
  if (!rule || one.isPaused) return [];
  const said = [...one.reminded, ...alsoSaid];
  const unsaidOf = unsaid(one, said, now);
  const momentsIn = momentsByZone(one, rule, settings);
  const lanes = new Map<string, { to: Recipient; reminders: Reminder[] }>();
  for (const receiver of ['owner', 'expert', 'staff'] as const) {
    const recipient = recipientOf(one, receiver);
    if (!recipient) continue;
    const own = momentsIn(recipient.zone).filter((moment) => moment.to === receiver);
    const rest = unsaidOf(recipient, [...own, ...snoozed(one, receiver, settings, recipient.zone)]);
    if (rest.length === 0) continue;
    const lane = lanes.get(recipient.key) ?? { to: recipient, reminders: [] };
    lane.reminders.push(...rest);
    lanes.set(recipient.key, lane);
  }
  return [...lanes.values()].map((lane) => ({
    to: lane.to,
    reminders: afterSnooze(one, inOrder(lane.reminders), lane.to, settings),
  }));
}

/** Takes those of a recipient's moments that nothing said before has made needless. */
function unsaid(one: OpenObligation, said: readonly Said[], now: Date | undefined) {
  const known = new Set(said.map(({ key }) => key));
  const keyOf = reminderKeys(one);
  return (to: Recipient, moments: readonly Moment[]): Reminder[] => {
    const told = said.filter((one) => one.to === to.key).map(({ at }) => at.getTime());
    return moments
      .map((moment) => {
        const overtaken = Math.min(...told.filter((at) => at >= moment.at.getTime()));
        const overtakenAt = Number.isFinite(overtaken) ? new Date(overtaken) : null;
        return { ...moment, one, key: keyOf(moment.step), isQuiet: false, overtakenAt };
      })
      .filter(({ key, overtakenAt }) => !known.has(key) && (!overtakenAt || (now && overtakenAt > now)));
  };
}

/** A reminder that nobody needs any more at a moment: its date is past, the matter has ended, or something newer is said. */
export const isDead = ({ until, one, overtakenAt }: Reminder, at: Date): boolean =>
  (until !== null && at > until) ||
  (one.endsAt !== null && at >= one.endsAt) ||
  (overtakenAt !== null && at >= overtakenAt);

/**
 * When there is next something to say about a matter: the moment to keep in an index. It lies in the past while a
 * reminder waits for the next digest. Null: nothing is to come as things stand.
 */
export function nextReminderAt(one: OpenObligation, settings: ReminderSettings, now: Date): Date | null {
  const times = lanesOf(one, settings, { now })
    .flatMap((lane) => lane.reminders)
    .filter((reminder) => !isDead(reminder, reminder.at > now ? reminder.at : now))
    .map(({ at }) => at.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** What nobody hears as the expert, staff hears. */
const recipientOf = ({ recipients }: OpenObligation, receiver: Receiver): Recipient | null =>
  recipients[receiver] ?? (receiver === 'expert' ? recipients.staff : null);

/** The moments of a rule on the clocks of a zone; nearly always one zone for all. */
function momentsByZone(one: OpenObligation, rule: ReminderRule, settings: ReminderSettings) {
  const known = new Map<string, readonly Moment[]>();
  return (zone: string): readonly Moment[] => {
    const found = known.get(zone) ?? momentsOf(rule, one, settings, zone);
    known.set(zone, found);
    return found;
  };
}

/** The reminder its owner asked for, in an allowed hour. */
function snoozed(one: OpenObligation, receiver: Receiver, settings: ReminderSettings, zone: string): Moment[] {
  const { snoozedUntil, openedAt } = one;
  if (!snoozedUntil || snoozedUntil < openedAt || receiver !== 'owner') return [];
  const at = laterAllowed(snoozedUntil, settings, zone);
  return [{ step: `snooze:${snoozedUntil.toISOString()}`, at, to: receiver, unit: 'hours', until: null }];
}

/** Of what falls into the snooze only the newest is kept, for its end; the owner's own reminder is newer than all of it. */
function afterSnooze(one: OpenObligation, reminders: readonly Reminder[], to: Recipient, settings: ReminderSettings) {
  if (!one.snoozedUntil) return reminders;
  const end = laterAllowed(one.snoozedUntil, settings, to.zone);
  const newest = reminders.filter(({ at }) => at < end).at(-1);
  const later = reminders.filter(({ at }) => at >= end);
  return newest ? [{ ...newest, at: end, isQuiet: true }, ...later] : later;
}

/** In the order of time; at one moment what was asked for first, then what says more. */
const inOrder = (reminders: readonly Reminder[]): Reminder[] =>
  reminders.toSorted((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));

const rank = ({ step, to }: Reminder): number =>
  step.startsWith('snooze') ? -1 : ['owner', 'expert', 'staff'].indexOf(to);
