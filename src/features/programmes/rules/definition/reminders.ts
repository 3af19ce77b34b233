import { z } from 'zod';
import { isQuiet, type ReminderRule, type ReminderSettings, reminderRule } from '../../../../core/reminders.ts';
import type { settings } from './settings.ts';

const KIND = /^[a-z]+\.[a-z][a-z0-9_]*$/;

/** When people are reminded of which kind of matter; a kind that is not here is never spoken of unasked. */
export const reminderRules = z.record(z.string(), reminderRule).superRefine((rules, check) => {
  const message = 'name a kind of matter as feature.matter, such as deadlines.plan';
  for (const kind of Object.keys(rules))
    if (!KIND.test(kind)) check.addIssue({ code: 'custom', path: [kind], message });
});

type Known = {
  readonly settings: z.infer<typeof settings>;
  readonly reminders: Readonly<Record<string, ReminderRule>>;
};

/** The rule for a kind of matter such as `deadlines.plan`; null: the programme reminds nobody of it. */
export const reminderRuleOf = ({ reminders }: Known, kindOfMatter: string): ReminderRule | null =>
  (Object.hasOwn(reminders, kindOfMatter) && reminders[kindOfMatter]) || null;

/** The hours and the noise budget that all reminders of a cohort keep to; times are `HH:MM`. */
export const reminderSettingsOf = ({ settings: given }: Pick<Known, 'settings'>): ReminderSettings => ({
  reminderTime: given.reminderTime,
  quietFrom: given.quietFrom ?? '20:00',
  quietTo: given.quietTo ?? '08:00',
  noticesPerPersonDay: given.noticesPerPersonDay ?? 3,
  postsPerChannelWeek: given.postsPerChannelWeek ?? 5,
  weeklyDigest: (given.weeklyDigest ?? true) && given.postsPerChannelWeek !== 1,
});

/** Reminders at an hour at which nothing may be said would never come. */
export const isSetHourQuiet = (given: Pick<Known, 'settings'>): boolean =>
  isQuiet(given.settings.reminderTime, reminderSettingsOf(given));
