import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { EVERYBODY, IDS } from './ids.ts';

/** A correction leaves room for our words around it. */
export const TEXT_MAX = 2500;

/** What is said, to whom (a notice's key, or everybody), and whether the act is taken back as well. */
export const correctionForm = z
  .object({
    text: z
      .string()
      .max(TEXT_MAX, { error: 'long' })
      .nullish()
      .transform((text) => tidyLines(text ?? ''))
      .refine((text) => text !== '', { error: 'empty' }),
    [IDS.to]: z.string().max(100).nullish(),
    takeBack: z.array(z.string()).nullish(),
  })
  .transform(({ text, takeBack, [IDS.to]: to }) => ({
    text,
    to: to ?? EVERYBODY,
    takeBack: (takeBack ?? []).includes('yes'),
  }));
