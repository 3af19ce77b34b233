import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Expert, expertProfile, listExperts } from '../../experts/public.ts';
import { type Candidate, exclusionOf, type Ranking, rank, type Wanted } from '../rules/index.ts';
import { candidateOf } from '../rules/plan/index.ts';
import { factOf, inCohort, type Known, knownOf, wantedOf } from './known.ts';
import { isTaken, type Place } from './places.ts';

/** The plan and the ranking judge by the same facts. */
const asCandidate = (expert: Expert, place: Place, known: Known, now: Date): Candidate =>
  candidateOf(inCohort(expert, place.cohort, known, now), factOf(expert, place, known) ?? undefined);

const knownAt = (db: Db | Tx, place: Place): Promise<Known> => knownOf(db, [place], place.cohort.programmeKey);

export type Pairing = { readonly candidate: Candidate; readonly wanted: Wanted };

/** One expert as a candidate for a place, and what the place asks for. */
export async function pairingOf(db: Db | Tx, expert: Expert, place: Place, now: Date): Promise<Pairing> {
  const known = await knownAt(db, place);
  return { candidate: asCandidate(expert, place, known, now), wanted: wantedOf(place, known) };
}

/** All experts for a place, in order, and those kept out (CO-9). */
export async function rankingFor(db: Db | Tx, place: Place, now: Date): Promise<Ranking> {
  const [experts, known] = [await listExperts(db), await knownAt(db, place)];
  // Whoever is handing an organisation over is not asked to take it; once they have left, they may come back.
  const leaving = place.handOvers.find(({ leftAt }) => leftAt === null)?.formerId;
  const others = experts.filter(({ personId }) => personId !== leaving);
  return rank(
    others.map((expert) => asCandidate(expert, place, known, now)),
    wantedOf(place, known),
  );
}

export type StandBy = { readonly expertId: string; readonly name: string };

/** Whom the last plan kept in reserve for a place, unless a rule keeps them out; null when there is nobody. */
export async function reserveFor(db: Db | Tx, place: Place, now: Date): Promise<StandBy | null> {
  const last = await db.assignment.findFirst({
    where: { participationId: place.id },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    select: { standbyId: true },
  });
  const expert = last?.standbyId ? await expertProfile(db, last.standbyId) : null;
  if (!expert) return null;
  const { candidate, wanted } = await pairingOf(db, expert, place, now);
  return exclusionOf(candidate, wanted) ? null : { expertId: expert.personId, name: expert.name };
}

/** The same while somebody is looked for; null while nobody is. */
export const standbyFor = async (db: Db | Tx, place: Place, now: Date): Promise<StandBy | null> =>
  isTaken(place) ? null : reserveFor(db, place, now);
