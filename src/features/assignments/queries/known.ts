import { addDays, civilOf } from '../../../core/calendar/index.ts';
import { EVERYBODYS } from '../../../core/languages.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Cohort, PairNote, PlaceNeeds } from '../../../platform/db/generated/client.ts';
import { awayUntil, type Expert } from '../../experts/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { HandOverReason, HandOverState, Wanted, Wish } from '../rules/index.ts';
import type { PairFact, PlanExpert, TieState } from '../rules/plan/index.ts';
import { fieldsAsked, type Place } from './places.ts';

/** What is known of places and of their pairs with experts, beside what experts say of themselves. */
export type Known = {
  /** Fields asked for, by place. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  readonly needs: ReadonlyMap<string, PlaceNeeds>;
  readonly notes: ReadonlyMap<string, PairNote>;
  /** Who said no to whom, or had to give whom up, since they may be asked. */
  readonly declined: ReadonlySet<string>;
  /** How many of the programme's organisations each expert has led. */
  readonly led: ReadonlyMap<string, number>;
};

export const pairKey = (participationId: string, expertId: string): string => `${participationId} ${expertId}`;

/** Why an organisation was taken from an expert so that it does not come back to them by itself. */
const TAKEN_FOR: HandOverReason[] = ['request', 'conflict'];

/** Pairs of a programme that were parted like that, or are being parted. */
const partedIn = (db: Db | Tx, programmeKey: string) =>
  db.handOver.findMany({
    where: {
      ...{ reason: { in: TAKEN_FOR }, state: { not: 'stopped' satisfies HandOverState } },
      participation: { cohort: { programmeKey } },
    },
    select: { participationId: true, formerId: true, assignmentId: true, leftAt: true, askedAt: true },
  });

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
  const parted = await partedIn(db, programmeKey);
  const led = await db.assignment.groupBy({
    by: ['expertId'],
    where: {
      ...{ state: { in: ['active', 'ended', 'replaced'] }, participation: { cohort: { programmeKey } } },
      // What went wrong is no experience to be counted for.
      NOT: { state: 'replaced', id: { in: parted.map((one) => one.assignmentId) } },
    },
    _count: true,
  });
  const against = [
    ...said.map((one) => ({ key: pairKey(one.participationId, one.expertId), at: one.answeredAt ?? one.proposedAt })),
    ...parted.map((one) => ({ key: pairKey(one.participationId, one.formerId), at: one.leftAt ?? one.askedAt })),
  ];
  const counts = against.filter(({ key, at }) => {
    const since = notes.get(key)?.askAgainAt;
    return !since || at > since;
  });
  return {
    ...{ asked, notes, needs: new Map(needs.map((row) => [row.participationId, row])) },
    declined: new Set(counts.map(({ key }) => key)),
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

/**
 * Until when the expert is away, and whether the programme can wait for that: a long absence that begins soon, within
 * the days that the programme can wait, keeps them out like one that holds now; a short one does not matter yet.
 */
function awayOf({ absences }: Expert, cohort: Cohort, now: Date): Pick<PlanExpert, 'away'> {
  const today = civilOf(now).date;
  const { expertAwayDays: days = AWAY_DAYS } = definitionOf(cohort).settings;
  const soon = absences.map(({ from }) => from).filter((from) => today < from && from <= addDays(today, days));
  const long = [today, ...soon]
    .map((from) => ({ from, until: awayUntil(absences, from) }))
    .find(({ from, until }) => until !== null && until > addDays(from, days));
  const until = long?.until ?? awayUntil(absences, today);
  return until === null ? {} : { away: { until, isLong: long !== undefined } };
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
