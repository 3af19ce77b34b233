/**
 * A linear program: columns (unknowns between two bounds), rows (sums of columns between two bounds), and what is
 * wanted of them, in the order of importance. Numbers are whole; infinity is no bound.
 */
export type Program = {
  readonly columns: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly rows: { readonly lower: Float64Array; readonly upper: Float64Array };
  /** Where the entries of each column begin in `entryRows` and `entryValues`; one more than there are columns. */
  readonly starts: Int32Array;
  readonly entryRows: Int32Array;
  readonly entryValues: Float64Array;
  /** 1 for a column that must be whole; null when the rows are such that corners are whole by themselves. */
  readonly whole: Uint8Array | null;
  /**
   * 1 for a column that is likely not needed: it is looked at only where it would make the first stage better or as
   * good. Changes the time, never what is reached. Null when all are looked at from the beginning.
   */
  readonly later: Uint8Array | null;
  /** A later stage chooses among what is best by the earlier ones. With `whole` there is one stage of the first kind. */
  readonly stages: readonly Stage[];
};

/**
 * `least`: the smallest sum of costs. `floor`: the highest level below which no column with such a level is used
 * (columns of the level infinity are not looked at); needs lower bounds of 0.
 */
export type Stage =
  | { readonly kind: 'least'; readonly costs: Float64Array }
  | { readonly kind: 'floor'; readonly levels: Float64Array };

export type Solution = {
  /**
   * `best`: proven. `impossible`: proven, no values fit. `out_of_time`: the values, if any, are the best by the
   * stages that were finished, or the best that was met.
   */
  readonly status: 'best' | 'impossible' | 'out_of_time' | 'cancelled';
  readonly values: Float64Array | null;
  /** What was reached in each finished stage. */
  readonly reached: readonly number[];
  readonly tookMs: number;
};

export type Progress = { readonly stage: number; readonly stages: number; readonly elapsedMs: number };

export type SolveOptions = {
  readonly timeLimitMs: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

/** Solves a program to proven optimality; the same program gives the same values. @throws when the solver breaks. */
export type Solve = (program: Program, options: SolveOptions) => Promise<Solution>;

export type Entry = readonly [row: number, value: number];

/** Collects columns and rows; both are numbered in the order of coming. */
export type Draft = {
  readonly row: (lower: number, upper: number) => number;
  readonly column: (lower: number, upper: number, entries: readonly Entry[], isWhole?: boolean) => number;
  readonly finish: (stages: readonly Stage[], later?: readonly number[]) => Program;
};

function asFlags(columns: readonly number[], size: number): Uint8Array {
  const flags = new Uint8Array(size);
  for (const column of columns) flags[column] = 1;
  return flags;
}

export function draftProgram(): Draft {
  const columns = { lower: [] as number[], upper: [] as number[] };
  const rows = { lower: [] as number[], upper: [] as number[] };
  const [starts, entryRows, entryValues, whole] = [[0], [] as number[], [] as number[], [] as number[]];
  return {
    row: (lower, upper) => {
      rows.upper.push(upper);
      return rows.lower.push(lower) - 1;
    },
    column: (lower, upper, entries, isWhole = false) => {
      for (const [row, value] of entries) {
        entryRows.push(row);
        entryValues.push(value);
      }
      starts.push(entryRows.length);
      columns.upper.push(upper);
      whole.push(isWhole ? 1 : 0);
      return columns.lower.push(lower) - 1;
    },
    finish: (stages, later = []) => ({
      columns: { lower: Float64Array.from(columns.lower), upper: Float64Array.from(columns.upper) },
      rows: { lower: Float64Array.from(rows.lower), upper: Float64Array.from(rows.upper) },
      starts: Int32Array.from(starts),
      entryRows: Int32Array.from(entryRows),
      entryValues: Float64Array.from(entryValues),
      whole: whole.includes(1) ? Uint8Array.from(whole) : null,
      later: later.length > 0 ? asFlags(later, whole.length) : null,
      stages,
    }),
  };
}
