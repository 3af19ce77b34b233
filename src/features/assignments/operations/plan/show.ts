import type { PlanRowOf } from '../../queries/index.ts';
import type { Reason } from '../../rules/index.ts';
import { type Broken, type Explanation, explain, type Goal, goalOf, type Shortage } from '../../rules/plan/index.ts';
import { type PlanNow, type RowState, stateOfRow } from './standing.ts';

/** An organisation's line in a plan. */
export type RowShown = {
  readonly participationId: string;
  readonly organisation: string;
  readonly town: string;
  readonly state: RowState;
  readonly expert: string | null;
  readonly standby: string | null;
  readonly pinned: string | null;
  /** As in the ranking; null when there is nothing to count. */
  readonly score: number | null;
  /** What weighs most, the first before the second. */
  readonly reasons: readonly Reason[];
  readonly voivodeship: string;
  readonly broken: Broken | null;
};

/** How many organisations an expert leads over all cohorts, before the plan and with it. */
export type LoadShown = {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly maxLoad: number;
};

export type ShortageShown = Shortage & { readonly names: (id: string) => string };

export type PlanShown = {
  readonly cohortId: string;
  readonly cohort: string;
  readonly planId: string;
  readonly version: number;
  readonly goal: Goal;
  readonly isProven: boolean;
  readonly changes: number | null;
  readonly counts: Readonly<Record<RowState, number>>;
  readonly added: number;
  /** The points of the weakest pair that staff did not set. */
  readonly lowest: number | null;
  readonly rows: readonly RowShown[];
  readonly page: number;
  readonly pages: number;
  readonly shortage: ShortageShown | null;
};

const ROWS_ON_PAGE = 8;
const REASONS_SHOWN = 3;
/** Worth nothing, and worth saying. */
const AGAINST: ReadonlySet<Reason['kind']> = new Set(['no_fields', 'other_region', 'other_language']);

const alphabet = new Intl.Collator('pl');
/** What needs somebody's attention comes first. */
const ORDER: readonly RowState[] = ['left', 'broken', 'unsolved', 'again', 'open', 'proposed', 'gone'];

/** The name of an organisation's place or of an expert; people of the past keep theirs. */
export const nameIn =
  ({ facts, row }: PlanNow) =>
  (id: string): string =>
    facts.experts.get(id)?.name ??
    facts.places.get(id)?.organisation.name ??
    row.rows.find((one) => one.participationId === id)?.participation.organisation.name ??
    '?';

function rowShown(now: PlanNow, row: PlanRowOf, state: RowState): RowShown {
  const name = nameIn(now);
  const { participationId, expertId, standbyId, pinnedId, participation } = row;
  const isHere = now.facts.places.has(participationId);
  const { chosen } = isHere ? explain(now.judged, now.plan, participationId) : { chosen: null };
  const parts = (chosen?.parts ?? []).filter((part) => part.points !== 0 || AGAINST.has(part.reason.kind));
  return {
    ...{ participationId, organisation: participation.organisation.name, town: participation.organisation.town },
    ...{ state, expert: expertId && name(expertId), standby: standbyId && name(standbyId) },
    ...{ pinned: pinnedId && name(pinnedId), score: chosen?.score ?? null },
    reasons: parts.slice(0, REASONS_SHOWN).map((part) => part.reason),
    voivodeship: now.facts.places.get(participationId)?.organisation.voivodeship ?? '',
    broken: now.broken.get(participationId) ?? null,
  };
}

/** One page of the plan, with what is to be said of the whole. */
export function planShown(now: PlanNow, wanted: number): PlanShown {
  const { row, cohort, plan } = now;
  const all = row.rows
    .map((one) => ({ one, state: stateOfRow(now, one), name: one.participation.organisation.name }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || alphabet.compare(a.name, b.name));
  const pages = Math.max(1, Math.ceil(all.length / ROWS_ON_PAGE));
  const page = Math.min(wanted, pages - 1);
  const counts = Object.fromEntries(ORDER.map((state) => [state, all.filter((one) => one.state === state).length]));
  return {
    ...{ cohortId: cohort.id, cohort: cohort.name, planId: row.id, version: row.version, goal: goalOf(row.goal) },
    ...{ isProven: row.isProven, changes: row.changes, added: now.added, lowest: plan.lowest, page, pages },
    counts: counts as Record<RowState, number>,
    rows: all.slice(page * ROWS_ON_PAGE, (page + 1) * ROWS_ON_PAGE).map(({ one, state }) => rowShown(now, one, state)),
    shortage: now.shortage && { ...now.shortage, names: nameIn(now) },
  };
}

/** The pairs that can be applied now. */
export const openPairs = (
  now: PlanNow,
): readonly { participationId: string; expertId: string; organisation: string }[] =>
  now.row.rows.flatMap((one) =>
    one.expertId && stateOfRow(now, one) === 'open'
      ? [
          {
            participationId: one.participationId,
            expertId: one.expertId,
            organisation: one.participation.organisation.name,
          },
        ]
      : [],
  );

/** Everybody who leads or would lead somebody, or could, by name. */
export const loadsShown = ({ facts, judged, plan }: PlanNow): readonly LoadShown[] =>
  plan.loads
    .flatMap(({ expertId, before, after, maxLoad }) => {
      const expert = judged.experts.find((one) => one.expertId === expertId);
      const isIdle = after === 0 && (maxLoad === 0 || !expert?.isInCohort || expert.isInactive);
      return isIdle ? [] : [{ name: facts.experts.get(expertId)?.name ?? '?', before, after, maxLoad }];
    })
    .sort((a, b) => alphabet.compare(a.name, b.name));

export type ExplanationShown = {
  readonly cohortId: string;
  readonly planId: string;
  readonly version: number;
  readonly row: RowShown;
  readonly expertId: string | null;
  readonly explanation: Explanation | null;
  readonly names: (id: string) => string;
};

/** Why an organisation has whom it has, and nobody else; null when it is not in the plan any more. */
export function explanationShown(now: PlanNow, participationId: string): ExplanationShown | null {
  const row = now.row.rows.find((one) => one.participationId === participationId);
  if (!row) return null;
  const isHere = now.facts.places.has(participationId);
  return {
    ...{ cohortId: now.cohort.id, planId: now.row.id, version: now.row.version, expertId: row.expertId },
    row: rowShown(now, row, stateOfRow(now, row)),
    explanation: isHere ? explain(now.judged, now.plan, participationId) : null,
    names: nameIn(now),
  };
}
