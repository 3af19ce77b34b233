import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { REASON_MAX, TOPIC_MAX } from './ids.ts';

const words = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? '') || null)
    .refine((text) => (text ?? '').length <= max, 'long');

const time = z.iso.datetime({ error: 'time_missing' }).transform((text) => new Date(text));
const reason = words(REASON_MAX);

export const timesForm = z.object({ time });
export const moveForm = z.object({ time, reason });
export const reasonForm = z.object({ reason });
export const detailsForm = z.object({
  kind: z.enum(['on_site', 'phone', 'online'], { error: 'kind_missing' }),
  topic: words(TOPIC_MAX),
});
export const wishForm = z.object({ wish: words(TOPIC_MAX) });
