import { slug, withSuffix } from '../../../core/slug.ts';

/** Room for the cohort in a name of at most 80 characters; the rest is the organisation's. */
const COHORT_MAX = 30;
const NAME_MAX = 80;

/** How many names are tried before staff are asked. */
export const NAMES_TRIED = 20;

/**
 * The n-th name to try for an organisation's channel, from 1: `{cohort}-{organisation}`, then with `-2`, `-3` …
 * Letters are transliterated, at most 80 characters (Slack contract 5.10).
 */
export function channelName(cohortSlug: string, organisationName: string, n: number): string {
  const cohort = slug(cohortSlug, COHORT_MAX, 'edycja');
  const organisation = slug(organisationName, NAME_MAX - cohort.length - 1, 'organizacja');
  const base = `${cohort}-${organisation}`;
  return n === 1 ? base : withSuffix(base, n);
}
