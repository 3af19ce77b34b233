import { z } from 'zod';
import { EVERYBODYS, isLanguage } from '../../core/languages.ts';
import { tidyLines } from '../../core/text.ts';
import { TIE_CATEGORIES } from '../experts/public.ts';
import { IDS, PLAN } from './ids.ts';
import { DECLINE_CATEGORIES, faultsOfTerms, HAND_OVER_REASONS, MOMENTS } from './rules/index.ts';
import { GOALS } from './rules/plan/index.ts';

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

/** How long a plan may be searched for, in seconds. */
export const PLAN_SECONDS = [10, 30, 120, 600] as const;

/** What a plan is to be best at, and how long it may take. */
export const startForm = z.object({
  goal: z.enum(GOALS, { error: 'choose_goal' }),
  seconds: z.enum(PLAN_SECONDS.map(String) as [string, ...string[]], { error: 'choose_time' }).transform(Number),
});

export const changeForm = z.object({ [PLAN.expert]: z.uuid({ error: 'choose_expert' }) });

const SHORT_NOTE_MAX = 500;
const wish = z
  .enum(['none', 'for', 'against'], { error: 'choose_one' })
  .transform((one) => (one === 'none' ? null : one));

/** What staff know of a pair; a tie that was found is of some kind. */
export const pairForm = z
  .object({
    tie: z.enum(['unknown', 'tie', 'no_tie'], { error: 'choose_one' }),
    category: z.enum(TIE_CATEGORIES).nullish(),
    note: z
      .string()
      .max(SHORT_NOTE_MAX, { error: 'long' })
      .nullish()
      .transform((text) => tidyLines(text ?? '') || null),
    organisation_wish: wish,
    expert_wish: wish,
    again: z.array(z.string()).nullish(),
  })
  .superRefine((given, check) => {
    if (given.tie !== 'tie' || given.category) return;
    check.addIssue({ code: 'custom', path: ['category'], message: 'choose_category' });
  });

/** What an organisation needs beyond its application. */
export const needsForm = z
  .object({
    language: z.string({ error: 'choose_language' }).refine(isLanguage, { error: 'choose_language' }),
    conditions: z
      .array(z.enum(['region', 'language']))
      .nullish()
      .transform((all) => all ?? []),
  })
  .superRefine((given, check) => {
    if (!given.conditions.includes('language') || given.language !== EVERYBODYS) return;
    check.addIssue({ code: 'custom', path: ['conditions'], message: 'language_first' });
  });

/** All of the plan, or organisations chosen one by one. */
export const applyForm = z
  .object({
    scope: z.enum(['all', 'chosen'], { error: 'choose_one' }),
    [PLAN.chosen]: z
      .array(z.uuid())
      .nullish()
      .transform((all) => all ?? []),
  })
  .superRefine((given, check) => {
    if (given.scope === 'all' || given[PLAN.chosen].length > 0) return;
    check.addIssue({ code: 'custom', path: [PLAN.chosen], message: 'choose_some' });
  });
