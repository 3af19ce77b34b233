import { z } from 'zod';

export const IDS = { retry: 'notices_retry' } as const;

/** The queue of notices to be sent, and the mark their messages carry in Slack's metadata. */
export const DELIVER = 'notices.deliver';
export const MARK = 'debiuty_notice';

export const noticeId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };
export const delivery = z.object({ noticeId: z.uuid() });
