import { z } from 'zod';
import { collapse, tidyLines } from '../../core/text.ts';
import { FORM_MAX, REASON_MAX } from './ids.ts';
import { KINDS } from './rules/index.ts';

/** What is said of a voucher: a note may be unfinished; an area, or that none is advised, needs its reason (ME-9). */
export const nameForm = z
  .object({
    kind: z.enum(KINDS, { error: 'choose_kind' }),
    areas: z
      .array(z.string())
      .nullish()
      .transform((areas) => [...new Set(areas ?? [])]),
    reason: z
      .string()
      .nullish()
      .transform((text) => tidyLines(text ?? ''))
      .refine((text) => text.length <= REASON_MAX, 'long'),
    form: z
      .string()
      .nullish()
      .transform((text) => collapse(text ?? ''))
      .refine((text) => text.length <= FORM_MAX, 'long'),
  })
  .superRefine(({ kind, areas, reason }, check) => {
    const missing = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'named' && areas.length === 0) missing('areas', 'areas_missing');
    if (kind === 'not_recommended' && areas.length > 0) missing('areas', 'areas_too_many');
    if (reason === '') missing('reason', 'reason_missing');
  });
export type NameForm = Readonly<z.infer<typeof nameForm>>;
