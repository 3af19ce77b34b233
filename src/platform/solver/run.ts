import type { HighsCallbackMap, Model, ModelData } from 'highs';
import type { Program, Solution } from '../../core/program.ts';
import { type Face, fixFace, openFace, setBounds, showAll, showBetter } from './face.ts';
import { highestFloor } from './floor.ts';
import type { Run, Work } from './work.ts';

/** Callbacks cost more than a small program takes. */
const COLUMNS_WORTH_REPORTING = 20_000;
const REPORT_EVERY_MS = 200;

function asModel({ columns, rows, starts, entryRows, entryValues, whole }: Program): ModelData {
  const [numCols, numRows] = [columns.lower.length, rows.lower.length];
  return {
    ...{ numCols, numRows, colCost: new Float64Array(numCols), colLower: columns.lower, colUpper: columns.upper },
    ...{ rowLower: rows.lower, rowUpper: rows.upper },
    matrix: { format: 'csc', numRows, numCols, starts, indices: entryRows, values: entryValues },
    ...(whole ? { integrality: Int32Array.from(whole) } : {}),
  };
}

/** Tells of the progress now and then while the solver is at it. */
function reporting({ highs, program, onProgress, now }: Run, begun: number, stage: number): HighsCallbackMap {
  const { simplexInterrupt, mipInterrupt } = highs.constants.callbackType;
  let last = now();
  const tell = (): undefined => {
    if (now() - last < REPORT_EVERY_MS) return undefined;
    last = now();
    onProgress({ stage, stages: program.stages.length, elapsedMs: last - begun });
    return undefined;
  };
  return { [simplexInterrupt]: tell, [mipInterrupt]: tell };
}

function solveNow(run: Run, model: Model, begun: number, stage: number): ReturnType<Work['solve']> {
  const { highs, program } = run;
  const left = run.timeLimitMs - (run.now() - begun);
  if (left <= 0) return 'out_of_time';
  run.onProgress({ stage, stages: program.stages.length, elapsedMs: run.now() - begun });
  model.zeroAllClocks();
  model.options.set('time_limit', left / 1000);
  const isLarge = program.whole !== null || program.columns.lower.length > COLUMNS_WORTH_REPORTING;
  if (isLarge) model.run(reporting(run, begun, stage));
  else model.run();
  const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
  const status = model.getModelStatus();
  if (status === optimal) return 'best';
  if (status === infeasible) return 'impossible';
  if (status === timeLimit) return 'out_of_time';
  throw new Error(`the solver ended with status ${status}`);
}

type Found = { readonly status: ReturnType<Work['solve']>; readonly values: Float64Array | null };

/** The optimum of the present costs; what is hidden is shown until none of it would be better. */
function bestOf({ model, solve, values }: Work, face: Face, stage: number): Found {
  let status = solve(stage);
  if (status === 'impossible' && showAll(model, face)) status = solve(stage);
  let reached: Float64Array | null = null;
  while (status === 'best') {
    // Read before bounds are changed: with them the solution is gone.
    reached = values();
    if (!showBetter(model, face)) break;
    status = solve(stage);
  }
  return { status, values: reached };
}

/** The stages of a program without whole columns: each but the last narrows the next ones to what it found best. */
function inStages(work: Work): Pick<Solution, 'status' | 'values' | 'reached'> {
  const { model, run } = work;
  const { program } = run;
  const all = { kind: 'range', from: 0, to: program.columns.lower.length - 1 } as const;
  const face = openFace(program);
  setBounds(model, face);
  const reached: number[] = [];
  let values: Float64Array | null = null;
  for (const [index, stage] of program.stages.entries()) {
    if (stage.kind === 'floor') {
      const floor = highestFloor(work, face, stage.levels, index);
      if (floor === null) return { status: 'out_of_time', values, reached };
      reached.push(floor);
      continue;
    }
    model.changeColsCost(all, stage.costs);
    const found = bestOf(work, face, index);
    values = found.values ?? values;
    if (found.status !== 'best') return { status: found.status, values, reached };
    reached.push(model.getObjectiveValue());
    if (index < program.stages.length - 1) fixFace(model, face);
  }
  return { status: 'best', values, reached };
}

/** One stage over whole columns; out of time, the best that was met is given. */
function inWhole(work: Work): Pick<Solution, 'status' | 'values' | 'reached'> {
  const { model, run } = work;
  const [stage, ...others] = run.program.stages;
  if (stage?.kind !== 'least' || others.length > 0) throw new RangeError('whole columns are for one stage of costs');
  model.changeColsCost({ kind: 'range', from: 0, to: stage.costs.length - 1 }, stage.costs);
  const status = work.solve(0);
  const isMet = status === 'best' || model.info.get('primal_solution_status') === 2;
  return {
    status,
    values: isMet ? work.values() : null,
    reached: status === 'best' ? [model.getObjectiveValue()] : [],
  };
}

/** Without columns every sum is zero, which the rows allow or not; the solver takes no such model. */
function withoutColumns({ program: { rows, stages } }: Run): Solution {
  const isPossible = rows.lower.every((lower, row) => lower <= 0 && (rows.upper[row] ?? 0) >= 0);
  if (!isPossible) return { status: 'impossible', values: null, reached: [], tookMs: 0 };
  const reached = stages.map((stage) => (stage.kind === 'least' ? 0 : Number.POSITIVE_INFINITY));
  return { status: 'best', values: new Float64Array(0), reached, tookMs: 0 };
}

/** Solves a program in this thread. */
export function runProgram(run: Run): Solution {
  if (run.program.columns.lower.length === 0) return withoutColumns(run);
  const begun = run.now();
  const model = run.highs.createModel(asModel(run.program));
  try {
    // Without presolve the simplex method keeps its basis from stage to stage and ends in a corner with its prices.
    const isWhole = run.program.whole !== null;
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      ...(isWhole ? {} : { presolve: 'off', solver: 'simplex' }),
    });
    const work: Work = {
      ...{ run, model },
      solve: (stage) => solveNow(run, model, begun, stage),
      values: () => model.getSolution().colValue,
    };
    return { ...(isWhole ? inWhole(work) : inStages(work)), tookMs: run.now() - begun };
  } finally {
    model.dispose();
  }
}
