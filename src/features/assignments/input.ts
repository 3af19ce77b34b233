import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { TIE_CATEGORIES } from '../experts/public.ts';
import { IDS } from './ids.ts';
import { DECLINE_CATEGORIES } from './rules/index.ts';

const NOTE_MAX = 1000;

const words = z
  .string()
  .max(NOTE_MAX, { error: 'long' })
  .nullish()
  .transform((text) => tidyLines(text ?? '') || null);

/** Which organisation is to get an expert. Messages are reasons. */
export const pickForm = z.object({ [IDS.place]: z.uuid({ error: 'choose_organisation' }) });

/** Why the expert's limit is passed (case 23). */
export const overrideForm = z.object({
  reason: words.transform((reason, check) => {
    if (reason !== null) return reason;
    check.addIssue({ code: 'custom', message: 'give_reason' });
    return z.NEVER;
  }),
});

/** Why the expert says no (ME-2); "other" needs a word of explanation. */
export const declineForm = z
  .object({
    category: z.enum(DECLINE_CATEGORIES, { error: 'choose_category' }),
    tie: z.enum(TIE_CATEGORIES).nullish(),
    note: words,
  })
  .superRefine((given, check) => {
    if (given.category !== 'other' || given.note !== null) return;
    check.addIssue({ code: 'custom', path: ['note'], message: 'explain' });
  });
