import { type Candidate, type Exclusion, exclusionOf } from './exclusion.ts';

/** What an organisation asks for. */
export type Wanted = {
  /** Keys of the fields in which it asks for help; none when the form did not ask. */
  readonly needs: readonly string[];
  readonly voivodeship: string;
};

/** Why somebody stands where they stand; turned into words by the views. */
export type Reason =
  | { readonly kind: 'fields'; readonly matched: readonly string[]; readonly asked: number }
  | { readonly kind: 'no_fields'; readonly asked: number }
  | { readonly kind: 'region' }
  | { readonly kind: 'whole_country' }
  | { readonly kind: 'other_region' }
  | { readonly kind: 'load'; readonly load: number; readonly maxLoad: number }
  | { readonly kind: 'experience'; readonly count: number };

export type Ranked = { readonly candidate: Candidate; readonly score: number; readonly reasons: readonly Reason[] };
export type Excluded = { readonly candidate: Candidate; readonly exclusion: Exclusion };
export type Ranking = { readonly ranked: readonly Ranked[]; readonly excluded: readonly Excluded[] };

/**
 * What counts how much, of 100. Knowing the subject weighs most, being near comes next, having room after that;
 * knowing the programme only tips the scales. Where the organisation was not asked what it needs, the rest is the whole.
 */
const POINTS = { fields: 55, region: 25, wholeCountry: 15, room: 15, experience: 5 } as const;

type Part = { readonly points: number; readonly reason: Reason };

function fieldsPart(candidate: Candidate, wanted: Wanted): readonly Part[] {
  const needs = [...new Set(wanted.needs)];
  if (needs.length === 0) return [];
  const matched = needs.filter((key) => candidate.fields.includes(key));
  if (matched.length === 0) return [{ points: 0, reason: { kind: 'no_fields', asked: needs.length } }];
  const points = (POINTS.fields * matched.length) / needs.length;
  return [{ points, reason: { kind: 'fields', matched, asked: needs.length } }];
}

function regionPart(candidate: Candidate, wanted: Wanted): Part {
  if (candidate.regions.length === 0) return { points: POINTS.wholeCountry, reason: { kind: 'whole_country' } };
  if (candidate.regions.includes(wanted.voivodeship)) return { points: POINTS.region, reason: { kind: 'region' } };
  return { points: 0, reason: { kind: 'other_region' } };
}

function rowOf(candidate: Candidate, wanted: Wanted): Ranked {
  const { load, maxLoad, experience } = candidate;
  const room = maxLoad > 0 ? (maxLoad - load) / maxLoad : 0;
  const parts: readonly Part[] = [
    ...fieldsPart(candidate, wanted),
    regionPart(candidate, wanted),
    { points: POINTS.room * room, reason: { kind: 'load', load, maxLoad } },
    ...(experience > 0
      ? [{ points: POINTS.experience, reason: { kind: 'experience', count: experience } } satisfies Part]
      : []),
  ];
  const most = wanted.needs.length > 0 ? 100 : 100 - POINTS.fields;
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const score = Math.round((100 * points) / most);
  return { candidate, score, reasons: parts.map((part) => part.reason) };
}

const alphabet = new Intl.Collator('pl');

/** By name in the Polish alphabet, then by id, so that the order is the same every time. */
function byName(a: Candidate, b: Candidate): number {
  const order = alphabet.compare(a.name, b.name);
  if (order !== 0) return order;
  return a.expertId < b.expertId ? -1 : Number(a.expertId > b.expertId);
}

/** Experts in order for one organisation, with reasons, and those kept out with the rule that does it (CO-9). */
export function rank(candidates: readonly Candidate[], wanted: Wanted): Ranking {
  const judged = candidates.map((candidate) => ({ candidate, exclusion: exclusionOf(candidate) }));
  const ranked = judged.filter((one) => one.exclusion === null).map((one) => rowOf(one.candidate, wanted));
  const excluded = judged.flatMap(({ candidate, exclusion }) => (exclusion ? [{ candidate, exclusion }] : []));
  return {
    ranked: ranked.sort((a, b) => b.score - a.score || byName(a.candidate, b.candidate)),
    excluded: excluded.sort((a, b) => byName(a.candidate, b.candidate)),
  };
}
