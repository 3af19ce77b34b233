import type { Candidate, Wanted, Wish } from './candidate.ts';

/** Why somebody stands where they stand; turned into words by the views. */
export type Reason =
  | { readonly kind: 'fields'; readonly matched: readonly string[]; readonly asked: number }
  | { readonly kind: 'no_fields'; readonly asked: number }
  | { readonly kind: 'region' }
  | { readonly kind: 'whole_country' }
  | { readonly kind: 'other_region' }
  | { readonly kind: 'language' }
  | { readonly kind: 'other_language' }
  | { readonly kind: 'organisation_wish'; readonly wish: Wish }
  | { readonly kind: 'expert_wish'; readonly wish: Wish }
  | { readonly kind: 'load'; readonly load: number; readonly maxLoad: number }
  | { readonly kind: 'experience'; readonly count: number }
  | { readonly kind: 'away'; readonly until: string };

/** A reason and what it counts, in whole points. */
export type Part = { readonly points: number; readonly reason: Reason };

/**
 * What counts how much, of 100. Knowing the subject weighs most, being near comes next, having room after that;
 * knowing the programme only tips the scales. Where the organisation was not asked what it needs, the rest of what
 * lies in the pair itself counts for as much as the whole.
 */
const ASKED = { fields: 55, region: 25, wholeCountry: 15, experience: 5 } as const;
const NOT_ASKED = { fields: 0, region: 71, wholeCountry: 43, experience: 14 } as const;
const ROOM = 15;

/** Beyond the hundred: a wish of either side moves a pair up or down, a language that is not shared moves it far down. */
const WISH = 10;
const OTHER_LANGUAGE = -25;

function fieldsPart(candidate: Candidate, wanted: Wanted): readonly Part[] {
  const needs = [...new Set(wanted.needs)];
  if (needs.length === 0) return [];
  const matched = needs.filter((key) => candidate.fields.includes(key));
  if (matched.length === 0) return [{ points: 0, reason: { kind: 'no_fields', asked: needs.length } }];
  const points = Math.round((ASKED.fields * matched.length) / needs.length);
  return [{ points, reason: { kind: 'fields', matched, asked: needs.length } }];
}

function regionPart(candidate: Candidate, wanted: Wanted): Part {
  const points = wanted.needs.length > 0 ? ASKED : NOT_ASKED;
  if (candidate.regions.length === 0) return { points: points.wholeCountry, reason: { kind: 'whole_country' } };
  if (candidate.regions.includes(wanted.voivodeship)) return { points: points.region, reason: { kind: 'region' } };
  return { points: 0, reason: { kind: 'other_region' } };
}

function languagePart({ languages = [] }: Candidate, { language }: Wanted): readonly Part[] {
  if (language === undefined || languages.length === 0) return [];
  if (languages.includes(language)) return [{ points: 0, reason: { kind: 'language' } }];
  return [{ points: OTHER_LANGUAGE, reason: { kind: 'other_language' } }];
}

function wishParts({ wishes = {} }: Candidate): readonly Part[] {
  const { organisation, expert } = wishes;
  const points = (wish: Wish) => (wish === 'for' ? WISH : -WISH);
  return [
    ...(organisation
      ? [{ points: points(organisation), reason: { kind: 'organisation_wish', wish: organisation } } satisfies Part]
      : []),
    ...(expert ? [{ points: points(expert), reason: { kind: 'expert_wish', wish: expert } } satisfies Part] : []),
  ];
}

/** What speaks for a pair and against it, whatever else the expert has to do. */
export function fitParts(candidate: Candidate, wanted: Wanted): readonly Part[] {
  const { experience } = candidate;
  const known = wanted.needs.length > 0 ? ASKED.experience : NOT_ASKED.experience;
  return [
    ...fieldsPart(candidate, wanted),
    regionPart(candidate, wanted),
    ...languagePart(candidate, wanted),
    ...wishParts(candidate),
    ...(experience > 0 ? [{ points: known, reason: { kind: 'experience', count: experience } } satisfies Part] : []),
  ];
}

/** How well a pair fits, in whole points: 85 when everything fits, up to 105 with wishes, never below 0. */
export const fitOf = (parts: readonly Part[]): number =>
  Math.max(
    0,
    parts.reduce((sum, part) => sum + part.points, 0),
  );

/** What an expert's room is worth, 15 to 0 whole points, when one more is given to somebody who leads `load`. */
export const roomPoints = (maxLoad: number, load: number): number =>
  load < maxLoad ? Math.round((ROOM * (maxLoad - load)) / maxLoad) : 0;
