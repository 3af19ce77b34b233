import type { Candidate, Wanted } from './candidate.ts';
import { type Exclusion, exclusionOf } from './exclusion.ts';
import { fitOf, fitParts, type Reason, roomPoints } from './score.ts';

export type Ranked = { readonly candidate: Candidate; readonly score: number; readonly reasons: readonly Reason[] };
export type Excluded = { readonly candidate: Candidate; readonly exclusion: Exclusion };
export type Ranking = { readonly ranked: readonly Ranked[]; readonly excluded: readonly Excluded[] };

function rowOf(candidate: Candidate, wanted: Wanted): Ranked {
  const { load, maxLoad, experience, away } = candidate;
  const parts = fitParts(candidate, wanted);
  const room: Reason = { kind: 'load', load, maxLoad };
  const score = fitOf(parts) + roomPoints(maxLoad, load);
  const reasons = parts.map((part) => part.reason);
  // Room is said before experience, which only tips the scales.
  const said = experience > 0 ? reasons.toSpliced(-1, 0, room) : [...reasons, room];
  return { candidate, score, reasons: away ? [...said, { kind: 'away', until: away.until }] : said };
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
  const judged = candidates.map((candidate) => ({ candidate, exclusion: exclusionOf(candidate, wanted) }));
  const ranked = judged.filter((one) => one.exclusion === null).map((one) => rowOf(one.candidate, wanted));
  const excluded = judged.flatMap(({ candidate, exclusion }) => (exclusion ? [{ candidate, exclusion }] : []));
  return {
    ranked: ranked.sort((a, b) => b.score - a.score || byName(a.candidate, b.candidate)),
    excluded: excluded.sort((a, b) => byName(a.candidate, b.candidate)),
  };
}
