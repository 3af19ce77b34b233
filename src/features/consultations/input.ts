import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { IDS, QUESTION_MAX, REASON_MAX, TOPIC_MAX } from './ids.ts';

const words = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? '') || null)
    .refine((text) => (text ?? '').length <= max, 'long');

const time = z.iso.datetime({ error: 'time_missing' }).transform((text) => new Date(text));
const reason = words(REASON_MAX);

export const pickForm = z.object({ [IDS.expert]: z.uuid({ error: 'expert_missing' }) });
export const timesForm = z.object({ time });
export const moveForm = z.object({ time, reason });
export const reasonForm = z.object({ reason });
export const detailsForm = z.object({
  kind: z.enum(['on_site', 'phone', 'online'], { error: 'kind_missing' }),
  topic: words(TOPIC_MAX),
});
export const askForm = z.object({
  field: z.string({ error: 'field_missing' }).min(1, 'field_missing').max(60),
  text: words(QUESTION_MAX).transform((text, check) => {
    if (text !== null) return text;
    check.addIssue({ code: 'custom', message: 'text_missing' });
    return z.NEVER;
  }),
});
export const wishForm = z.object({ wish: words(TOPIC_MAX) });
