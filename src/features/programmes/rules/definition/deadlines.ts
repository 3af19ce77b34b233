import { z } from 'zod';
import { key, localised, repeated } from './parts.ts';

/** Days as a number, or as the setting that holds it, so that a number stands in one place. */
const days = z.union([z.int().min(0).max(730), z.enum(['confirmDays', 'firstVisitDays', 'reportDays'])]);

/**
 * When it follows another kind: so many days after it. `term`: by the rule of terms (T4: the day of the event is not
 * counted, a last day that is free moves on); `days`: exactly so many calendar days.
 */
const after = z.strictObject({ kind: key, days, count: z.enum(['term', 'days']) });

/** A kind of deadline: who owes what, and what its date follows. Dates themselves belong to organisations of a cohort. */
const kind = z.strictObject({
  /** `request` is the name of another matter of the feature that keeps deadlines. */
  key: key.refine((one) => one !== 'request', 'choose another key: "request" is taken'),
  owes: z.enum(['organisation', 'expert', 'staff']),
  /** A short name in lists: "plan działania". */
  label: localised(60),
  /** What is to be done, said to whoever owes it: "Złóżcie plan działania". */
  what: localised(150),
  after: z.exactOptional(after),
  /** `funder`: never after the cohort's last day (CO-13). */
  latest: z.enum(['funder', 'none']),
});

export type DeadlineKind = z.infer<typeof kind>;

/** The kinds that a kind's date follows in the end do not lead back to it. */
function isRing(kinds: readonly DeadlineKind[], start: DeadlineKind): boolean {
  const seen = new Set([start.key]);
  for (let at = start.after?.kind; at; at = kinds.find((one) => one.key === at)?.after?.kind) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** Kinds of deadlines in the order in which they come. */
export const deadlineKinds = z
  .array(kind)
  .max(30)
  .superRefine((kinds, check) => {
    const complain = (message: string) => check.addIssue({ code: 'custom', message });
    const twice = repeated(kinds.map((one) => one.key));
    if (twice.length > 0) complain(`keys stand twice: ${twice.join(', ')}`);
    for (const one of kinds) {
      const follows = one.after?.kind;
      if (follows && !kinds.some(({ key: known }) => known === follows))
        complain(`"${one.key}" comes after "${follows}", which is not here`);
      else if (isRing(kinds, one)) complain(`"${one.key}" comes after itself`);
    }
  })
  .default([]);
