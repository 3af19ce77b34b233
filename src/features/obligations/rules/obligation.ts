import { type CivilMoment, toInstant } from '../../../core/calendar/index.ts';
import type { Receiver, ReminderRule } from '../../../core/reminders.ts';

/** Where reminders go. `key` names one person or one channel; days and hours are those of `zone`. */
export type Recipient = { readonly key: string; readonly kind: 'person' | 'channel'; readonly zone: string };

/** A reminder that was said: its key, to whom (a recipient's key), and when. */
export type Said = { readonly key: string; readonly to: string; readonly at: Date };

/** A matter that somebody owes now, as far as reminders need to know it. */
export type OpenObligation = {
  /** The matter's own key: `assignments.answer:<assignment id>`. */
  readonly key: string;
  /** No moment before it counts: when it was opened, or when it began to be owed if that is later. */
  readonly openedAt: Date;
  readonly due: CivilMoment | null;
  /** From this moment on it is not owed any more, whatever happens. */
  readonly endsAt: Date | null;
  /** Null: nobody is ever reminded of it. */
  readonly rule: ReminderRule | null;
  /** Null: there is nobody of this kind; what the expert would be told then goes to staff. */
  readonly recipients: Readonly<Record<Receiver, Recipient | null>>;
  /** Somebody asked for more time and has no answer yet. */
  readonly isPaused: boolean;
  /** "Remind me later": nothing before this moment, and a reminder then. */
  readonly snoozedUntil: Date | null;
  /** Every reminder of it that was said since it was opened. */
  readonly reminded: readonly Said[];
};

/**
 * The names under which reminders of a matter are said at most once, by step (invariant 12). The opening and the date
 * are parts of them: a matter opened again, or one with a new date, is reminded of anew.
 */
export function reminderKeys({ key, openedAt, due }: Pick<OpenObligation, 'key' | 'openedAt' | 'due'>) {
  const dueAt = due ? toInstant(due).instant.toISOString() : 'no date';
  const name = `reminder:${key}:${openedAt.toISOString()}:${dueAt}`;
  return (step: string): string => `${name}:${step}`;
}
