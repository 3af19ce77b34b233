import { WARSAW } from '../../../../src/core/calendar/index.ts';
import { type ReminderSettings, reminderRule } from '../../../../src/core/reminders.ts';
import type { OpenObligation, Recipient } from '../../../../src/features/obligations/rules/obligation.ts';

export const SETTINGS: ReminderSettings = {
  reminderTime: '09:00',
  quietFrom: '20:00',
  quietTo: '08:00',
  noticesPerPersonDay: 3,
  postsPerChannelWeek: 5,
};

const clocks = new Intl.DateTimeFormat('en-GB', {
  timeZone: WARSAW,
  weekday: 'short',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

/** `Fri 27/03/2026, 09:00`, by the clocks of Warsaw. */
export const warsaw = (at: Date): string => clocks.format(at).replace(/^(\w+), /, '$1 ');

export const person = (name: string): Recipient => ({ key: `person:${name}`, kind: 'person', zone: WARSAW });
export const channel = (name: string): Recipient => ({ key: `channel:${name}`, kind: 'channel', zone: WARSAW });

/** A matter due on Friday 10 April 2026, noon, owed by one person, reminded of a week and two days before. */
export const matter = (given: Partial<OpenObligation> = {}): OpenObligation => ({
  key: 'plan:1',
  openedAt: new Date('2026-03-02T12:00:00+01:00'),
  due: { date: '2026-04-10', time: '12:00', zone: WARSAW },
  endsAt: null,
  rule: reminderRule.parse({ before: [{ days: 7 }, { days: 2 }], after: [{ days: 1 }] }),
  recipients: { owner: person('ola'), expert: null, staff: null },
  isPaused: false,
  snoozedUntil: null,
  reminded: [],
  ...given,
});
