import { setImmediate as others } from 'node:timers/promises';
import { type Judged, judging, type Problem } from '../rules/plan/index.ts';

/** So many pairs are judged at one go: some milliseconds, after which others get their turn. */
const PAIRS = 4_000;

/** Judges every pair without holding up the bot; null when it was called off meanwhile. */
export async function judgeInSlices(problem: Problem, signal?: AbortSignal): Promise<Judged | null> {
  const steps = judging(problem);
  const most = Math.max(1, Math.floor(PAIRS / Math.max(1, problem.experts.length)));
  for (let row = 1; ; row += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (row % most > 0) continue;
    await others();
    if (signal?.aborted) return null;
  }
}
