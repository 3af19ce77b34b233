import { addDays, civilOf } from '../../../core/calendar/index.ts';
import { EVERYBODYS } from '../../../core/languages.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Cohort, PairNote, PlaceNeeds } from '../../../platform/db/generated/client.ts';
import { awayUntil, type Expert } from '../../experts/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { Wanted, Wish } from '../rules/index.ts';
import type { PairFact, PlanExpert, TieState } from '../rules/plan/index.ts';
import { fieldsAsked, type Place } from './places.ts';

/** What is known of places and of their pairs with experts, beside what experts say of themselves. */
export type Known = {
  /** Fields asked for, by place. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  readonly needs: ReadonlyMap<string, PlaceNeeds>;
  readonly notes: ReadonlyMap<string, PairNote>;
  /** Who said no to whom since they may be asked. */
  readonly declined: ReadonlySet<string>;
  /** How many of the programme's organisations each expert has led. */
  readonly led: ReadonlyMap<string, number>;
};

export const pairKey = (participationId: string, expertId: string): string => `${participationId} ${expertId}`;

/** One after the other: a transaction has one connection. All places are of one programme. */
export async function knownOf(db: Db | Tx, places: readonly Place[], programmeKey: string): Promise<Known> {
  const participationId = { in: places.map(({ id }) => id) };
  const asked = await fieldsAsked(db, places);
  const needs = await db.placeNeeds.findMany({ where: { participationId } });
  const rows = await db.pairNote.findMany({ where: { participationId } });
  const notes = new Map(rows.map((row) => [pairKey(row.participationId, row.expertId), row]));
  const said = await db.assignment.findMany({
    where: { participationId, state: 'declined' },
    select: { participationId: true, expertId: true, answeredAt: true, proposedAt: true },
  });
  const led = await db.assignment.groupBy({
    by: ['expertId'],
    where: { state: { in: ['active', 'ended', 'replaced'] }, participation: { cohort: { programmeKey } } },
    _count: true,
  });
  const counts = said.filter((one) => {
    const since = notes.get(pairKey(one.participationId, one.expertId))?.askAgainAt;
    return !since || (one.answeredAt ?? one.proposedAt) > since;
  });
  return {
    ...{ asked, notes, needs: new Map(needs.map((row) => [row.participationId, row])) },
    declined: new Set(counts.map((one) => pairKey(one.participationId, one.expertId))),
    led: new Map(led.map((one) => [one.expertId, one._count])),
  };
}

/** What a place asks for, in its application and beyond it. */
export function wantedOf(place: Place, { asked, needs }: Known): Wanted {
  const { language = null, conditions = [] } = needs.get(place.id) ?? {};
  const insists = (['region', 'language'] as const).filter((one) => conditions.includes(one));
  return {
    ...{ needs: asked.get(place.id) ?? [], voivodeship: place.organisation.voivodeship },
    ...(language === null || language === EVERYBODYS ? {} : { language }),
    ...(insists.length > 0 ? { conditions: insists } : {}),
  };
}

/** For how long an absence does not keep an expert out where the programme does not say. */
const AWAY_DAYS = 14;

/** Until when the expert is away now, and whether the programme can wait for that. */
function awayOf({ absences }: Expert, cohort: Cohort, now: Date): Pick<PlanExpert, 'away'> {
  const today = civilOf(now).date;
  const until = awayUntil(absences, today);
  if (until === null) return {};
  const { expertAwayDays: days = AWAY_DAYS } = definitionOf(cohort).settings;
  return { away: { until, isLong: until > addDays(today, days) } };
}

/** An expert as the places of a cohort see one at a moment. */
export function inCohort(expert: Expert, cohort: Cohort, { led }: Known, now: Date): PlanExpert {
  const { personId, name, fields, regions, languages, maxLoad, load, heldIn } = expert;
  return {
    ...{ expertId: personId, name, fields, regions, languages, maxLoad, load },
    isInactive: expert.isBot || expert.isDeactivated || expert.slackUserId === null,
    isInCohort: heldIn.some((held) => held === null || held === cohort.id),
    experience: led.get(personId) ?? 0,
    ...awayOf(expert, cohort, now),
  };
}

/** The four states: found by staff, declared, none declared, found to be none. A tie declared after that is one. */
function tieOf({ ties, reviews }: Expert, organisationId: string): { state: TieState; category?: string } {
  const open = ties.find((tie) => tie.organisationId === organisationId);
  const finding = reviews.find((one) => one.organisationId === organisationId)?.finding;
  if (open) return { state: finding === 'tie' ? 'pinned_tie' : 'tie', category: open.category };
  return { state: finding === 'no_tie' ? 'pinned_no_tie' : 'no_tie' };
}

const wishOf = (stored: string | null | undefined): Wish | undefined =>
  stored === 'for' || stored === 'against' ? stored : undefined;

/** What is special about a pair; null when there is nothing to say. */
export function factOf(expert: Expert, place: Place, { notes, declined }: Known): PairFact | null {
  const key = pairKey(place.id, expert.personId);
  const { state, category } = tieOf(expert, place.organisationId);
  const [organisationWish, expertWish] = [wishOf(notes.get(key)?.organisationWish), wishOf(notes.get(key)?.expertWish)];
  const hasDeclined = declined.has(key);
  if (state === 'no_tie' && !hasDeclined && !organisationWish && !expertWish) return null;
  return {
    ...{ organisationId: place.id, expertId: expert.personId, tie: state },
    ...(category ? { category } : {}),
    ...(hasDeclined ? { hasDeclined } : {}),
    ...(organisationWish ? { organisationWish } : {}),
    ...(expertWish ? { expertWish } : {}),
  };
}
