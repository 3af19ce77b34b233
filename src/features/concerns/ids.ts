import { z } from 'zod';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** The button on an organisation's card: what it opens depends on who presses it. */
  raise: 'concerns_raise',
  /** The expert's button in App Home. */
  alarm: 'concerns_alarm',
  close: 'concerns_close',
  notNow: 'concerns_not_now',
} as const;

export const NOTICES = { raised: 'concerns.raised', silent: 'concerns.silent' } as const;

/** A button's value: one id. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };

/** What the organisation's form carries: the place, and the id its word will have. */
export const raiseMetadata = z.object({ participationId: z.uuid(), requestId: z.uuid() });
export const alarmMetadata = z.object({ requestId: z.uuid() });
export const closeMetadata = z.object({ requestId: z.uuid() });
