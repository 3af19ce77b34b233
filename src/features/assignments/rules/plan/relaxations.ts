import { type Draft, draftProgram, type Entry, type Program } from '../../../../core/program.ts';
import { type Judged, refusalsOf } from './judge.ts';
import { liftsOf, oneMorePrices, priceOf, type Relaxation, type RelaxationKind } from './relaxing.ts';

export type RelaxationProgram = {
  readonly program: Program;
  readonly read: (values: Float64Array) => readonly Relaxation[];
};

/** Something that can be settled: its column, and what is found there is said by `read`. */
type Lever = { readonly column: number; readonly relaxation: Relaxation };

type Making = {
  readonly judged: Judged;
  readonly kinds: ReadonlySet<RelaxationKind>;
  readonly draft: Draft;
  readonly costs: number[];
  readonly rows: { readonly organisations: readonly number[]; readonly experts: readonly number[] };
};

/** A pair that would become possible, with all that it needs. */
type Lifted = { readonly row: number; readonly column: number; readonly lifts: readonly Relaxation[] };

function liftedPairs({ judged, kinds }: Making): readonly Lifted[] {
  return judged.organisations.flatMap((_, row) =>
    judged.experts.flatMap((_, column): readonly Lifted[] => {
      const refusals = refusalsOf(judged, row, column);
      if (refusals.length === 0) return [];
      const lifts = liftsOf(judged, row, column, refusals);
      return lifts?.every((one) => kinds.has(one.kind)) ? [{ row, column, lifts }] : [];
    }),
  );
}

const put = ({ draft, costs }: Making, cost: number, entries: readonly Entry[], isWhole = false): number => {
  costs.push(cost);
  return draft.column(0, 1, entries, isWhole);
};

/** A pair that needs something may be used only if that is settled: a row each, shared with the lever's column. */
function addLifted(making: Making): readonly Lever[] {
  const { draft, rows } = making;
  const levers = new Map<string, { readonly relaxation: Relaxation; readonly needed: number[] }>();
  for (const { row, column, lifts } of liftedPairs(making)) {
    const needs = lifts.map((relaxation) => {
      const key = JSON.stringify(relaxation);
      const lever = levers.get(key) ?? { relaxation, needed: [] };
      levers.set(key, lever);
      const onlyIfSettled = draft.row(Number.NEGATIVE_INFINITY, 0);
      lever.needed.push(onlyIfSettled);
      return [onlyIfSettled, 1] as const;
    });
    put(making, 0, [[rows.organisations[row] ?? 0, 1], [rows.experts[column] ?? 0, 1], ...needs]);
  }
  return [...levers.values()].map(({ relaxation, needed }) => {
    const price = relaxation.kind === 'one_more' ? 0 : priceOf(relaxation.kind);
    return {
      relaxation,
      column: put(
        making,
        price,
        needed.map((row) => [row, -1]),
        true,
      ),
    };
  });
}

/** One more place of each expert for each price; the cheaper one first by itself. */
function addRoom(making: Making): readonly Lever[] {
  const { judged, kinds, rows } = making;
  if (!kinds.has('one_more')) return [];
  return judged.experts.flatMap((expert, index) => {
    if (expert.isInactive || !expert.isInCohort) return [];
    return oneMorePrices(expert).map((price) => ({
      relaxation: { kind: 'one_more', expertId: expert.expertId, count: 1 } as const,
      column: put(making, price, [[rows.experts[index] ?? 0, -1]], true),
    }));
  });
}

/** Two single ones of one expert are one of two. */
function together(list: readonly Relaxation[]): readonly Relaxation[] {
  const counts = new Map<string, number>();
  for (const one of list) if (one.kind === 'one_more') counts.set(one.expertId, (counts.get(one.expertId) ?? 0) + 1);
  return [
    ...[...counts].map(([expertId, count]) => ({ kind: 'one_more', expertId, count }) as const),
    ...list.filter((one) => one.kind !== 'one_more'),
  ];
}

/**
 * The cheapest way to serve everybody with relaxations of these kinds, as a program; impossible when there is no way.
 * Null when there is nothing of these kinds to be settled.
 */
export function relaxationProgram(judged: Judged, kinds: ReadonlySet<RelaxationKind>): RelaxationProgram | null {
  const draft = draftProgram();
  const rows = {
    organisations: judged.organisations.map(() => draft.row(1, 1)),
    experts: judged.room.map((room) => draft.row(Number.NEGATIVE_INFINITY, room)),
  };
  const making: Making = { judged, kinds, draft, costs: [], rows };
  for (const pair of judged.pairs.flat()) {
    put(making, 0, [
      [rows.organisations[pair.organisation] ?? 0, 1],
      [rows.experts[pair.expert] ?? 0, 1],
    ]);
  }
  const levers = [...addRoom(making), ...addLifted(making)];
  if (levers.length === 0) return null;
  return {
    program: draft.finish([{ kind: 'least', costs: Float64Array.from(making.costs) }]),
    read: (values) =>
      together(levers.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ relaxation }) => relaxation)),
  };
}
