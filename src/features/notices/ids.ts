import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';
import { REASONS } from './rules/index.ts';

export const IDS = {
  list: 'notices_undelivered',
  show: 'notices_show',
  retry: 'notices_retry',
  retryAll: 'notices_retry_all',
  previous: 'notices_page_previous',
  next: 'notices_page_next',
} as const;

/** The queue of lanes with something to say, and the mark their messages carry in Slack's metadata. */
export const LANE = 'notices.lane';
export const MARK = 'debiuty_notice';
/** Where messages that were sent are put into the words that hold now. */
export const RETELL = 'notices.retell';
/** Where the files of a notice are hung into its thread. */
export const FILES = 'notices.files';
/** The notice that tells staff of those that did not arrive. */
export const UNDELIVERED = 'notices.undelivered';

const page = z.number().int().min(1).max(100_000);
/** Which page of the undelivered is shown. */
export const pageCodec = codec(z.strictObject({ page }));
export const retryCodec = codec(z.strictObject({ id: z.uuid(), page }));
/** All of one reason. */
export const retryAllCodec = codec(z.strictObject({ reason: z.enum(REASONS), page }));
