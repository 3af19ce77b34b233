import { z } from 'zod';

/** Who is reminded: whoever owes the matter, the organisation's expert, or the staff of the cohort. */
const receiver = z.enum(['owner', 'expert', 'staff']);

/** To the owner unless it says otherwise. */
const to = receiver.default('owner');
const days = z.int().min(0).max(730);
const hours = z.int().min(0).max(720);
/** Said again after each so many days, until `most`. */
const every = z.exactOptional(z.int().min(1).max(365));

/** Hours after the opening may be none: at once, in an allowed hour. */
const afterOpening = z.union([z.strictObject({ days, every, to }), z.strictObject({ hours, to })]);
const before = z.union([
  z.strictObject({ days: days.min(1), to }),
  z.strictObject({ workingDays: z.int().min(1).max(60), to }),
  z.strictObject({ hours: hours.min(1), to }),
]);
const after = z.strictObject({ days: days.min(1), every, to });

/**
 * When somebody is reminded of a kind of matter: the requirements' section 7 as data. Days go at the set hour of their
 * civil date, hours are real hours before the moment (T6); working days are counted without the day they lead to.
 * `most`: no receiver is told more often of one matter and date, snoozing aside.
 */
export const reminderRule = z
  .strictObject({
    afterOpening: z.array(afterOpening).max(20).default([]),
    before: z.array(before).max(20).default([]),
    /** On the very day, at the set hour. */
    onDay: z.boolean().default(false),
    after: z.array(after).max(20).default([]),
    most: z.int().min(1).max(50).default(10),
  })
  .refine((rule) => rule.onDay || rule.afterOpening.length + rule.before.length + rule.after.length > 0, {
    error: 'the rule has no moment; leave its kind out to stay silent',
  });

export type Receiver = z.infer<typeof receiver>;
export type ReminderRule = Readonly<z.infer<typeof reminderRule>>;

/** What all reminders of a cohort keep to. Times are `HH:MM` on the clocks of whoever is reminded. */
export type ReminderSettings = {
  /** The hour of reminders counted in days, and of digests. */
  readonly reminderTime: string;
  /** Nothing is said after `quietFrom` and before `quietTo` (SY-1). */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** The noise budget: what is beyond it waits for the next digest. */
  readonly noticesPerPersonDay: number;
  readonly postsPerChannelWeek: number;
  /** Staff are told once a week what waits; it is one of their channel's posts. */
  readonly weeklyDigest?: boolean;
};

/** Whether a wall-clock time `HH:MM` lies in the quiet hours; their ends do not. Equal ends: there are none. */
export function isQuiet(
  time: string,
  { quietFrom, quietTo }: Pick<ReminderSettings, 'quietFrom' | 'quietTo'>,
): boolean {
  const isAfter = time > quietFrom;
  const isBefore = time < quietTo;
  if (quietFrom === quietTo) return false;
  return quietFrom > quietTo ? isAfter || isBefore : isAfter && isBefore;
}
