import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Expert, expertProfile, listExperts } from '../../experts/public.ts';
import { type Candidate, exclusionOf, type Ranking, rank, type Wanted } from '../rules/index.ts';
import { candidateOf } from '../rules/plan/index.ts';
import { factOf, inCohort, type Known, knownOf, wantedOf } from './known.ts';
import { type Place, placeById } from './places.ts';

/** The plan and the ranking judge by the same facts. */
const asCandidate = (expert: Expert, place: Place, known: Known): Candidate =>
  candidateOf(inCohort(expert, place.cohortId, known), factOf(expert, place, known) ?? undefined);

const knownAt = (db: Db | Tx, place: Place): Promise<Known> => knownOf(db, [place], place.cohort.programmeKey);

export type Pairing = { readonly candidate: Candidate; readonly wanted: Wanted };

/** One expert as a candidate for a place, and what the place asks for. */
export async function pairingOf(db: Db | Tx, expert: Expert, place: Place): Promise<Pairing> {
  const known = await knownAt(db, place);
  return { candidate: asCandidate(expert, place, known), wanted: wantedOf(place, known) };
}

/** All experts for a place, in order, and those kept out (CO-9). */
export async function rankingFor(db: Db | Tx, place: Place): Promise<Ranking> {
  const [experts, known] = [await listExperts(db), await knownAt(db, place)];
  return rank(
    experts.map((expert) => asCandidate(expert, place, known)),
    wantedOf(place, known),
  );
}

/** Whom the last plan kept in reserve for a place, while nobody is asked and no rule keeps them out; else null. */
export async function standbyFor(
  db: Db | Tx,
  participationId: string,
): Promise<{ readonly expertId: string; readonly name: string } | null> {
  const place = await placeById(db, participationId);
  const last = await db.assignment.findFirst({
    where: { participationId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    select: { standbyId: true },
  });
  if (!place || place.assignments.length > 0 || !last?.standbyId) return null;
  const expert = await expertProfile(db, last.standbyId);
  if (!expert) return null;
  const { candidate, wanted } = await pairingOf(db, expert, place);
  return exclusionOf(candidate, wanted) ? null : { expertId: expert.personId, name: expert.name };
}
