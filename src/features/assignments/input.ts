import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { TIE_CATEGORIES } from '../experts/public.ts';
import { IDS } from './ids.ts';
import { DECLINE_CATEGORIES, faultsOfTerms, HAND_OVER_REASONS, MOMENTS } from './rules/index.ts';

const NOTE_MAX = 1000;

/** The entry of the menu that stands for a search that goes on. */
export const NOBODY = 'nobody';
export const HAND_OVER_NOTE_MAX = 2000;

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

/** Which organisation is to pass on. */
export const handOverPickForm = z.object({ [IDS.led]: z.uuid({ error: 'choose_organisation' }) });

/** How an organisation passes to another expert (CO-10); `today` is a civil date in Warsaw. */
export const handOverForm = (today: string) =>
  z
    .object({
      reason: z.enum(HAND_OVER_REASONS, { error: 'choose_reason' }),
      moment: z.enum(MOMENTS, { error: 'choose_moment' }),
      lastOn: z
        .string()
        .nullish()
        .transform((date) => date ?? null),
      successor: z
        .union([z.literal(NOBODY), z.uuid()], { error: 'choose_successor' })
        .transform((found) => (found === NOBODY ? null : found)),
      note: z
        .string()
        .max(HAND_OVER_NOTE_MAX, { error: 'long' })
        .nullish()
        .transform((text) => tidyLines(text ?? '') || null),
    })
    .superRefine((given, check) => {
      for (const [field, message] of Object.entries(faultsOfTerms(given, today)))
        check.addIssue({ code: 'custom', path: [field], message });
    });
