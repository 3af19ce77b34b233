import { z } from 'zod';
import { isValidDate, isValidTime, toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { tidyLines } from '../../../core/text.ts';
import { RECEIPT_FIELDS } from '../ids/intake.ts';

export const WAYS = ['mail', 'phone', 'paper'] as const;
export type Way = (typeof WAYS)[number];

/** Reason keys of the small forms; each has its words in `intakeTexts`. */
export type IntakeFieldReason = 'date_missing' | 'time_missing' | 'way_missing' | 'evidence_missing' | 'too_long';

const reason = (key: IntakeFieldReason): IntakeFieldReason => key;
const WORDS_MAX = 1000;

const words = z
  .string()
  .nullish()
  .transform((text) => tidyLines(text ?? ''))
  .refine((text) => text.length <= WORDS_MAX, reason('too_long'));

/** How an application arrived (APP-10). The moment is Warsaw time, to the minute. */
export type Receipt = {
  readonly receiptAt: Date;
  readonly way: Way;
  readonly evidence: string;
  /** Why it is entered after the closing moment; empty when not given. */
  readonly lateReason: string;
};

export const receiptForm: z.ZodType<Receipt> = z
  .object({
    [RECEIPT_FIELDS.date]: z.string(reason('date_missing')).refine(isValidDate, reason('date_missing')),
    [RECEIPT_FIELDS.time]: z.string(reason('time_missing')).refine(isValidTime, reason('time_missing')),
    [RECEIPT_FIELDS.way]: z.enum(WAYS, reason('way_missing')),
    [RECEIPT_FIELDS.evidence]: words.refine((text) => text !== '', reason('evidence_missing')),
    [RECEIPT_FIELDS.reason]: words,
  })
  .transform((values): Receipt => {
    const date = String(values[RECEIPT_FIELDS.date]);
    const time = String(values[RECEIPT_FIELDS.time]);
    return {
      receiptAt: toInstant({ date, time, zone: WARSAW }).instant,
      way: WAYS.find((way) => way === values[RECEIPT_FIELDS.way]) ?? 'mail',
      evidence: String(values[RECEIPT_FIELDS.evidence]),
      lateReason: String(values[RECEIPT_FIELDS.reason]),
    };
  });

/** A withdrawal's reason is never asked for, only taken (APP-6). */
export const withdrawForm = z.object({ reason: words }).transform((values) => values.reason || null);
