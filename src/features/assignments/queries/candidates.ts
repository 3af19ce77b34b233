import { addDays, civilOf } from '../../../core/calendar/index.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { awayUntil, type Expert, listExperts } from '../../experts/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { type Candidate, type Ranking, rank } from '../rules/index.ts';
import { needsOf, type Place } from './places.ts';

type Past = { readonly declined: ReadonlySet<string>; readonly led: ReadonlyMap<string, number> };

/** Who said no to this organisation, and how many of the programme's organisations each expert has led. */
async function pastOf(db: Db | Tx, place: Place): Promise<Past> {
  const { programmeKey } = place.cohort;
  const no = { participationId: place.id, state: 'declined' };
  // One after the other: a transaction has one connection.
  const declined = await db.assignment.findMany({ where: no, select: { expertId: true } });
  const led = await db.assignment.groupBy({
    by: ['expertId'],
    where: { state: { in: ['active', 'ended'] }, participation: { cohort: { programmeKey } } },
    _count: true,
  });
  return {
    declined: new Set(declined.map((one) => one.expertId)),
    led: new Map(led.map((one) => [one.expertId, one._count])),
  };
}

/** For how long an absence does not keep an expert out where the programme does not say. */
const AWAY_DAYS = 14;

/** Until when the expert is away now, and whether the programme can wait for that. */
function awayOf({ absences }: Expert, place: Place, now: Date): Pick<Candidate, 'away'> {
  const today = civilOf(now).date;
  const until = awayUntil(absences, today);
  if (until === null) return {};
  const { expertAwayDays: days = AWAY_DAYS } = definitionOf(place.cohort).settings;
  return { away: { until, isLong: until > addDays(today, days) } };
}

function asCandidate(expert: Expert, place: Place, past: Past, now: Date): Candidate {
  const { personId, name, fields, regions, maxLoad, load, heldIn } = expert;
  const tie = expert.ties.find((one) => one.organisationId === place.organisationId);
  return {
    ...{ expertId: personId, name, fields, regions, maxLoad, load },
    isInactive: expert.isBot || expert.isDeactivated || expert.slackUserId === null,
    isInCohort: heldIn.some((cohortId) => cohortId === null || cohortId === place.cohortId),
    tie: tie?.category ?? null,
    hasDeclined: past.declined.has(personId),
    experience: past.led.get(personId) ?? 0,
    ...awayOf(expert, place, now),
  };
}

/** One expert as a candidate for a place. */
export const candidateFor = async (db: Db | Tx, expert: Expert, place: Place, now: Date): Promise<Candidate> =>
  asCandidate(expert, place, await pastOf(db, place), now);

/** All experts for a place, in order, and those kept out (CO-9). */
export async function rankingFor(db: Db | Tx, place: Place, now: Date): Promise<Ranking> {
  const [experts, past, needs] = await Promise.all([listExperts(db), pastOf(db, place), needsOf(db, place)]);
  const candidates = experts.map((expert) => asCandidate(expert, place, past, now));
  return rank(candidates, { needs, voivodeship: place.organisation.voivodeship });
}
