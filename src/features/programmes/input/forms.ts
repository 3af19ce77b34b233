import { z } from 'zod';
import { type ClosingRule, isValidDate, isValidTime } from '../../../core/calendar/index.ts';
import { parseMoney } from '../../../core/money.ts';
import { collapse } from '../../../core/text.ts';
import { readBasis } from '../ids.ts';
import { type CallWindow, opensBeforeItCloses } from '../rules/calls.ts';

/** The first step: what the new cohort is made of. */
export const basisForm = z.object({
  basis: z
    .string({ error: 'choose_basis' })
    .transform((raw) => readBasis(raw))
    .refine((read) => read !== null, 'choose_basis'),
});

const sum = z.string({ error: 'sum_missing' }).transform((text, check) => {
  const read = parseMoney(text);
  if (read.ok) return read.value;
  check.addIssue({ code: 'custom', message: read.reason === 'empty' ? 'sum_missing' : 'sum_wrong' });
  return z.NEVER;
});

const places = z.string({ error: 'places_wrong' }).transform((text, check) => {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  if (number >= 1) return number;
  check.addIssue({ code: 'custom', message: 'places_wrong' });
  return z.NEVER;
});

// `abort`: the comparison of both moments is made only when each of them exists.
const date = z.string().refine(isValidDate, { error: 'date_wrong', abort: true }).nullish();
const time = z.string().refine(isValidTime, { error: 'time_missing', abort: true }).nullish();
const moments = { opens_on: date, opens_time: time, closes_on: date, closes_time: time };

type Moments = { readonly [name in keyof typeof moments]?: string | null | undefined };

/** The first fault of the four fields of a window, by field; null when they are right, or all dates are left empty. */
function momentFault(given: Moments, required: boolean): readonly [field: string, reason: string] | null {
  const { opens_on, opens_time, closes_on, closes_time } = given;
  if (!opens_on && !closes_on && !required) return null;
  if (!opens_on) return ['opens_on', 'date_missing'];
  if (!closes_on) return ['closes_on', 'date_missing'];
  if (!opens_time) return ['opens_time', 'time_missing'];
  if (!closes_time) return ['closes_time', 'time_missing'];
  const window = { opensOn: opens_on, opensTime: opens_time, closesOn: closes_on, closesTime: closes_time };
  return opensBeforeItCloses({ ...window, closingRule: 'inclusive' }) ? null : ['closes_on', 'closes_first'];
}

const checkMoments = (required: boolean) => (given: Moments, check: z.RefinementCtx) => {
  const fault = momentFault(given, required);
  if (fault) check.addIssue({ code: 'custom', path: [fault[0]], message: fault[1] });
};

/** The window of checked fields; null when its dates were left empty. */
export function windowOf(given: Moments, closingRule: ClosingRule): CallWindow | null {
  const { opens_on, opens_time, closes_on, closes_time } = given;
  if (!opens_on || !opens_time || !closes_on || !closes_time) return null;
  return { opensOn: opens_on, opensTime: opens_time, closesOn: closes_on, closesTime: closes_time, closingRule };
}

const facts = z.object({
  name: z
    .string({ error: 'name_missing' })
    .transform(collapse)
    .refine((name) => name.length >= 3, 'name_missing')
    .refine((name) => name.length <= 60, 'name_long'),
  places,
  grant: sum,
  voucher: sum.nullish().transform((given) => given ?? 0),
  staff: z
    .array(z.string())
    .max(30, 'staff_many')
    .nullish()
    .transform((given) => given ?? []),
});

/**
 * The form of a cohort: sums in grosze out, dates civil; the dates of the call may be left for later (CO-1).
 * Both halves are checked whatever the other says, so that every fault is shown at once.
 */
export const cohortForm = z.intersection(facts, z.object(moments).superRefine(checkMoments(false)));

/** The form of a call: all four fields are needed. */
export const callForm = z.object(moments).superRefine(checkMoments(true));

export type CohortForm = z.infer<typeof cohortForm>;
