/** An expert as the matching sees one, for one organisation. */
export type Candidate = {
  readonly expertId: string;
  readonly name: string;
  readonly fields: readonly string[];
  /** Keys of voivodeships; none means the whole country. */
  readonly regions: readonly string[];
  readonly maxLoad: number;
  /** Organisations led or proposed now, over all cohorts. */
  readonly load: number;
  readonly isInactive: boolean;
  /** Holds the role in this cohort or in all. */
  readonly isInCohort: boolean;
  /** The kind of an open tie to this organisation, or null. */
  readonly tie: string | null;
  /** Has said no to this organisation before. */
  readonly hasDeclined: boolean;
  /** Organisations of this programme led before or now. */
  readonly experience: number;
};

/** The rule that keeps an expert out of the ranking. */
export type Exclusion =
  | { readonly rule: 'inactive' }
  | { readonly rule: 'not_in_cohort' }
  | { readonly rule: 'tie'; readonly category: string }
  | { readonly rule: 'declined' }
  | { readonly rule: 'full'; readonly load: number; readonly maxLoad: number };

/** The rule that keeps this expert out, the gravest first, or null (invariants 3 and 4). */
export function exclusionOf(candidate: Candidate): Exclusion | null {
  const { load, maxLoad } = candidate;
  if (candidate.isInactive) return { rule: 'inactive' };
  if (!candidate.isInCohort) return { rule: 'not_in_cohort' };
  if (candidate.tie !== null) return { rule: 'tie', category: candidate.tie };
  if (candidate.hasDeclined) return { rule: 'declined' };
  return load >= maxLoad ? { rule: 'full', load, maxLoad } : null;
}

/** Only the limit may be passed by staff, with a reason (case 23). */
export const canOverride = (exclusion: Exclusion): boolean => exclusion.rule === 'full';
