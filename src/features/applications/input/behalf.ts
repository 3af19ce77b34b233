import { z } from 'zod';
import { isValidDate, isValidTime, toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { collapse } from '../../../core/text.ts';

/** The form that begins an application on behalf: the moment is Warsaw time. Reason keys are those of the form. */
export const behalfForm = z
  .object({
    call: z.uuid('required'),
    day: z.string('required').refine(isValidDate, 'not_a_date'),
    time: z.string('required').refine(isValidTime, 'required'),
    way: z.enum(['mail', 'phone', 'paper'], 'required'),
    evidence: z.string('required').transform(collapse).pipe(z.string().min(1, 'required').max(500, 'too_long:500')),
    late_reason: z
      .string()
      .nullable()
      .transform((text) => collapse(text ?? '') || null),
  })
  .transform(({ call, day, time, way, evidence, late_reason }) => ({
    callId: call,
    receiptAt: toInstant({ date: day, time, zone: WARSAW }).instant,
    receiptWay: way,
    evidence,
    lateReason: late_reason,
  }));

export const withdrawForm = z.object({
  reason: z
    .string()
    .nullable()
    .transform((text) => text?.trim() || null),
});
