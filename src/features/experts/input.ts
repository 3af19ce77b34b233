import { z } from 'zod';
import { EVERYBODYS, isLanguage } from '../../core/languages.ts';
import { tidyLines } from '../../core/text.ts';
import { isVoivodeship } from '../../core/voivodeships.ts';
import { IDS } from './ids.ts';
import { MOST_ORGANISATIONS, TIE_CATEGORIES } from './rules/index.ts';

const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/;

/** Slash text that names one person, or nobody: the Slack user id, or null. */
export const maybePerson = z
  .string()
  .trim()
  .transform((text, check) => {
    if (text === '') return null;
    const userId = mention.exec(text)?.[1];
    if (userId) return userId;
    check.addIssue({ code: 'custom', message: 'one_person' });
    return z.NEVER;
  });

const ABOUT_MAX = 600;

/** The profile's form; `known` are the keys of the fields that can be chosen. Messages are reasons. */
export const expertForm = (known: readonly string[], choosesPerson: boolean) =>
  z.object({
    person: choosesPerson ? z.string({ error: 'choose_person' }) : z.undefined().optional(),
    fields: z
      .array(z.string())
      .min(1, { error: 'choose_field' })
      .refine((keys) => keys.every((key) => known.includes(key)), { error: 'choose_field' }),
    regions: z.array(z.string()).refine((keys) => keys.every(isVoivodeship), { error: 'choose_region' }),
    languages: z
      .array(z.string())
      .min(1, { error: 'choose_language' })
      .refine((keys) => keys.every(isLanguage), { error: 'choose_language' })
      // A form that was opened before it asked.
      .default([EVERYBODYS]),
    max_load: z
      .string({ error: 'load' })
      .regex(/^\d{1,3}$/, { error: 'load' })
      .transform(Number)
      .refine((load) => load <= MOST_ORGANISATIONS, { error: 'load' }),
    about: z
      .string()
      .max(ABOUT_MAX, { error: 'long' })
      .nullish()
      .transform((text) => tidyLines(text ?? '') || null),
  });

/** The tie's form. */
export const tieForm = (choosesExpert: boolean) =>
  z.object({
    [IDS.expert]: choosesExpert ? z.uuid({ error: 'choose_expert' }) : z.undefined().optional(),
    [IDS.organisation]: z.uuid({ error: 'choose_organisation' }),
    category: z.enum(TIE_CATEGORIES, { error: 'choose_category' }),
  });
