import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

export const IDS = {
  tomorrow: 'obligations_tomorrow',
  later: 'obligations_later',
  /** Everything that is owed in a cohort, for its staff. */
  all: 'obligations_all',
  previous: 'obligations_previous',
  next: 'obligations_next',
} as const;
export const NOTICES = { reminder: 'obligations.reminder', digest: 'obligations.digest' } as const;

/** A reminder's message is one notice; its key. */
export const reminderKey = (messageId: string): string => `${NOTICES.reminder}:${messageId}`;

/** A button's value: the message of the reminder. */
export const messageCodec = codec(z.strictObject({ messageId: z.uuid() }));

/** A page of everything that is owed in a cohort. */
export const allCodec = codec(z.strictObject({ cohortId: z.uuid(), from: z.int().min(0).max(1_000_000) }));

/** The key under which a cohort's digest of an ISO week is said once. */
export const digestKey = (cohortId: string, week: string): string => `${NOTICES.digest}:${cohortId}:${week}`;
