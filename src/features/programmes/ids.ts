import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action and callback ids. */
export const IDS = {
  begin: 'programmes_begin',
  basis: 'programmes_basis',
  cohort: 'programmes_cohort',
  call: 'programmes_call',
  previous: 'programmes_page_previous',
  next: 'programmes_page_next',
  open: 'programmes_open',
  setCall: 'programmes_set_call',
  retry: 'programmes_retry',
} as const;

/** What a new cohort is made of: an edition of the definition files, or an earlier cohort (CO-1). */
const basis = z.union([z.strictObject({ definition: z.string().max(70) }), z.strictObject({ cohort: z.uuid() })]);
export type Basis = z.infer<typeof basis>;

/** An option's value holds at most 75 characters. */
export const writeBasis = (from: Basis): string => ('definition' in from ? `d:${from.definition}` : `c:${from.cohort}`);

/** Null for what `writeBasis` cannot have written. */
export function readBasis(raw: string): Basis | null {
  const read = basis.safeParse(raw.startsWith('d:') ? { definition: raw.slice(2) } : { cohort: raw.slice(2) });
  return /^[dc]:/.test(raw) && read.success ? read.data : null;
}

/** `cohortId` is made when the form opens, so that a form sent twice makes one cohort (R3). */
export const cohortFormData = z.strictObject({ cohortId: z.uuid(), basis, seen: z.string().nullable() });
export const callFormData = z.strictObject({ cohortId: z.uuid(), stage: z.int().min(1), seen: z.string().nullable() });

export const cohortValue = codec(z.uuid());
export const pageValue = codec(z.int().min(0).max(100_000));
export const callValue = codec(z.strictObject({ cohortId: z.uuid(), stage: z.int().min(1) }));
