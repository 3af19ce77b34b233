import { z } from 'zod';
import { isValidDate, isValidTime } from '../../core/calendar/index.ts';
import { tidyLines } from '../../core/text.ts';
import { IDS, MOST_CHOSEN, REASON_MAX, type Scope } from './ids.ts';

const reason = z
  .string()
  .nullish()
  .transform((text) => tidyLines(text ?? '') || null)
  .refine((text) => (text ?? '').length <= REASON_MAX, 'long');
const given = reason.transform((text, check) => {
  if (text !== null) return text;
  check.addIssue({ code: 'custom', message: 'give_reason' });
  return z.NEVER;
});
const date = z.string({ error: 'date_missing' }).refine(isValidDate, 'date_missing');
const time = z.string({ error: 'time_missing' }).refine(isValidTime, 'time_missing');

const whom = {
  who: z.enum(['row', 'all', 'chosen'], { error: 'choose_who' }).nullish(),
  [IDS.places]: z
    .array(z.uuid())
    .max(MOST_CHOSEN, 'many_places')
    .nullish()
    .transform((ids) => ids ?? []),
};
type Whom = { readonly who?: 'row' | 'all' | 'chosen' | null | undefined; readonly [IDS.places]: string[] };

const checkWhom = ({ who, [IDS.places]: ids }: Whom, check: z.RefinementCtx) => {
  if (who === 'chosen' && ids.length === 0)
    check.addIssue({ code: 'custom', path: [IDS.places], message: 'choose_places' });
};

/** The places a form means; a form for one organisation does not ask. */
export function scopeOf({ who, [IDS.places]: ids }: Whom): Scope {
  if (who === 'chosen') return { of: 'places', ids };
  return { of: who ?? 'row' };
}

/** A date for one, some or all organisations; civil, in Warsaw. */
export const putForm = z.object({ ...whom, date, time, reason }).superRefine(checkWhom);

/** Done, open again, or taken away; only taking away needs a reason. */
export const stateForm = z.object({ ...whom, reason }).superRefine(checkWhom);
export const removeForm = z.object({ ...whom, reason: given }).superRefine(checkWhom);

export const closingForm = z.object({ date, time, reason: given });
export const lastDayForm = z.object({ date, reason });
export const askForm = z.object({ date, reason: given });
export const refuseForm = z.object({ reason });
