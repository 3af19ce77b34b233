import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { draftProgram, type Program, type Progress } from '../../../../src/core/program.ts';
import { createSolver, type Solver } from '../../../../src/platform/solver/solver.ts';

const FRAIL = new URL('../../../support/frail-solver.ts', import.meta.url);
const SOON = { timeLimitMs: 20_000 };

/** Most of `size` coins of falling worth that fit into a purse of half of them. */
function coins(size: number): Program {
  const draft = draftProgram();
  const purse = draft.row(0, Math.floor(size / 2));
  for (let coin = 0; coin < size; coin += 1) draft.column(0, 1, [[purse, 1]]);
  return draft.finish([{ kind: 'least', costs: Float64Array.from({ length: size }, (_, coin) => coin - size) }]);
}

/** Shares to be halved to the last piece in five ways at once ("market split"): far too many ways to look through. */
function puzzle(size: number): Program {
  const draft = draftProgram();
  let chance = 7;
  const rows = Array.from({ length: 5 }, () => {
    const shares = Array.from({ length: size }, () => {
      chance = (chance * 48_271) % 2_147_483_647;
      return chance % 100;
    });
    const half = Math.floor(shares.reduce((sum, one) => sum + one, 0) / 2);
    return { shares, row: draft.row(half, half) };
  });
  for (let n = 0; n < size; n += 1) {
    const entries = rows.map(({ shares, row }) => [row, shares[n] ?? 0] as const);
    draft.column(0, 1, entries, true);
  }
  return draft.finish([{ kind: 'least', costs: new Float64Array(size).fill(1) }]);
}

/** Ends the frail thread, or keeps it busy for ever. */
const deadly = (): Program => draftProgram().finish([]);
function endless(): Program {
  const draft = draftProgram();
  draft.row(Number.NEGATIVE_INFINITY, 0);
  return draft.finish([]);
}

describe('the solver', () => {
  const solver = createSolver();
  afterAll(solver.stop);

  it('finds the best, proves it and says what it comes to', async () => {
    const { status, values, reached } = await solver.solve(coins(6), SOON);
    expect(status).toBe('best');
    expect(Array.from(values ?? [], Math.abs)).toEqual([1, 1, 1, 0, 0, 0]);
    expect(reached).toEqual([-15]);
  });

  it('says when nothing fits', async () => {
    const draft = draftProgram();
    const row = draft.row(3, 3);
    draft.column(0, 1, [[row, 1]]);
    const program = draft.finish([{ kind: 'least', costs: Float64Array.of(1) }]);
    expect(await solver.solve(program, SOON)).toMatchObject({ status: 'impossible', values: null });
    expect(await solver.solve({ ...deadly() }, SOON)).toMatchObject({ status: 'best', reached: [] });
  });

  it('chooses by later stages only among what is best by the earlier ones', async () => {
    const draft = draftProgram();
    const two = draft.row(2, 2);
    for (let column = 0; column < 4; column += 1) draft.column(0, 1, [[two, 1]]);
    const stages = [
      { kind: 'least', costs: Float64Array.of(1, 1, 1, 5) },
      { kind: 'floor', levels: Float64Array.of(10, 30, 20, 90) },
      { kind: 'least', costs: Float64Array.of(-9, 1, 1, -9) },
    ] as const;
    const { values, reached } = await solver.solve(draft.finish(stages), SOON);
    expect(Array.from(values ?? [], Math.abs)).toEqual([0, 1, 1, 0]);
    expect(reached).toEqual([2, 20, 2]);
  });

  it('answers each of several that were asked at once', async () => {
    const solutions = await Promise.all([2, 4, 6, 8].map((size) => solver.solve(coins(size), SOON)));
    expect(solutions.map((one) => one.values?.length)).toEqual([2, 4, 6, 8]);
  });

  it('tells of progress, and leaves the thread of the bot free meanwhile', { timeout: 20_000 }, async () => {
    const progress: Progress[] = [];
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 5);
    const solution = await solver.solve(puzzle(40), { timeLimitMs: 1_000, onProgress: (one) => progress.push(one) });
    clearInterval(ticking);
    expect(solution.status).toBe('out_of_time');
    expect(turns).toBeGreaterThan(20);
    expect(progress[0]).toMatchObject({ stage: 0, stages: 1 });
    expect(progress.length).toBeGreaterThan(1);
    const times = progress.map((one) => one.elapsedMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('stops at its time limit, and then solves the next one', { timeout: 20_000 }, async () => {
    const solution = await solver.solve(puzzle(40), { timeLimitMs: 300 });
    expect(solution.status).toBe('out_of_time');
    expect(solution.tookMs).toBeLessThan(5_000);
    expect(await solver.solve(coins(4), SOON)).toMatchObject({ status: 'best' });
  });

  it('is cancelled at work, before it and while waiting, and then solves the next one', {
    timeout: 20_000,
  }, async () => {
    const atWork = new AbortController();
    const waiting = new AbortController();
    const first = solver.solve(puzzle(40), {
      timeLimitMs: 15_000,
      signal: atWork.signal,
      onProgress: () => atWork.abort(),
    });
    const second = solver.solve(coins(4), { ...SOON, signal: waiting.signal });
    waiting.abort();
    expect(await first).toMatchObject({ status: 'cancelled', values: null });
    expect(await second).toMatchObject({ status: 'cancelled' });
    expect(await solver.solve(coins(4), { ...SOON, signal: AbortSignal.abort() })).toMatchObject({
      status: 'cancelled',
    });
    expect(await solver.solve(coins(4), SOON)).toMatchObject({ status: 'best' });
  });

  it('refuses what it cannot solve with an error, and then solves the next one', async () => {
    const broken = { ...coins(4), stages: [{ kind: 'least', costs: Float64Array.of(1, 2) }] } as const;
    await expect(solver.solve(broken, SOON)).rejects.toThrow('the solver broke off');
    expect(await solver.solve(coins(4), SOON)).toMatchObject({ status: 'best' });
  });
});

describe('a thread that breaks', () => {
  const solvers: Solver[] = [];
  const frail = (graceMs?: number) => {
    const solver = createSolver({ file: FRAIL, ...(graceMs === undefined ? {} : { graceMs }) });
    solvers.push(solver);
    return solver;
  };
  afterEach(async () => {
    for (const solver of solvers.splice(0)) await solver.stop();
  });

  it('is an error for what it was at, and a new one solves the next', { timeout: 20_000 }, async () => {
    const solver = frail();
    await expect(solver.solve(deadly(), SOON)).rejects.toThrow('the solver broke off');
    expect(await solver.solve(coins(4), SOON)).toMatchObject({ status: 'best' });
  });

  it('is ended when it does not answer in time, and a new one solves the next', { timeout: 20_000 }, async () => {
    const solver = frail(50);
    expect(await solver.solve(endless(), { timeLimitMs: 200 })).toMatchObject({ status: 'out_of_time', values: null });
    expect(await solver.solve(coins(4), SOON)).toMatchObject({ status: 'best' });
  });

  it('is an error when it cannot even begin', { timeout: 20_000 }, async () => {
    const solver = createSolver({ file: new URL('./nowhere.ts', import.meta.url) });
    await expect(solver.warm()).rejects.toThrow();
    await expect(solver.solve(coins(2), SOON)).rejects.toThrow();
    await solver.stop();
  });
});
