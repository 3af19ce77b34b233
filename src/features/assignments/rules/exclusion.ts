import type { Candidate, Wanted } from './candidate.ts';

/** The rule that keeps an expert out of the ranking. */
export type Exclusion =
  | { readonly rule: 'inactive' }
  | { readonly rule: 'not_in_cohort' }
  | { readonly rule: 'tie'; readonly category: string }
  | { readonly rule: 'declined' }
  | { readonly rule: 'away'; readonly until: string }
  | { readonly rule: 'region' }
  | { readonly rule: 'language' }
  | { readonly rule: 'full'; readonly load: number; readonly maxLoad: number };

/** Every rule that keeps this expert out, the gravest first; none: the pair is possible (invariants 3 and 4). */
export function exclusionsOf(candidate: Candidate, wanted?: Wanted): readonly Exclusion[] {
  const { load, maxLoad, away } = candidate;
  const insists = wanted?.conditions ?? [];
  const found: Exclusion[] = [];
  if (candidate.isInactive) found.push({ rule: 'inactive' });
  if (!candidate.isInCohort) found.push({ rule: 'not_in_cohort' });
  if (candidate.tie !== null) found.push({ rule: 'tie', category: candidate.tie });
  if (candidate.hasDeclined) found.push({ rule: 'declined' });
  if (away?.isLong) found.push({ rule: 'away', until: away.until });
  if (wanted && insists.includes('region') && !worksIn(candidate, wanted)) found.push({ rule: 'region' });
  if (wanted && insists.includes('language') && !speaks(candidate, wanted)) found.push({ rule: 'language' });
  if (load >= maxLoad) found.push({ rule: 'full', load, maxLoad });
  return found;
}

/** The rule that keeps this expert out, the gravest first, or null. */
export const exclusionOf = (candidate: Candidate, wanted?: Wanted): Exclusion | null =>
  exclusionsOf(candidate, wanted)[0] ?? null;

const worksIn = ({ regions }: Candidate, { voivodeship }: Wanted): boolean =>
  regions.length === 0 || regions.includes(voivodeship);

const speaks = ({ languages = [] }: Candidate, { language }: Wanted): boolean =>
  language === undefined || languages.includes(language);

/** Only the limit may be passed by staff, with a reason (case 23). */
export const canOverride = (exclusion: Exclusion): boolean => exclusion.rule === 'full';
