import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

export const IDS = { tomorrow: 'obligations_tomorrow', later: 'obligations_later' } as const;
export const NOTICES = { reminder: 'obligations.reminder' } as const;

/** A reminder's message is one notice; its key. */
export const reminderKey = (messageId: string): string => `${NOTICES.reminder}:${messageId}`;

/** A button's value: the message of the reminder. */
export const messageCodec = codec(z.strictObject({ messageId: z.uuid() }));
