import { setImmediate as others } from 'node:timers/promises';
import { type Judged, judging, type Problem, type Steps } from '../rules/plan/index.ts';

/** So many pairs are judged at one go: some milliseconds, after which others get their turn. */
const PAIRS = 4_000;

/** Does work in steps, and lets others have a turn after every `each` of them; null when it was called off meanwhile. */
export async function inTurns<T>(steps: Steps<T>, each: number, signal?: AbortSignal): Promise<T | null> {
  for (let done = 1; ; done += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (done % each > 0) continue;
    await others();
    if (signal?.aborted) return null;
  }
}

/** Judges every pair without holding up the bot; null when it was called off meanwhile. */
export const judgeInSlices = (problem: Problem, signal?: AbortSignal): Promise<Judged | null> =>
  inTurns(judging(problem), Math.max(1, Math.floor(PAIRS / Math.max(1, problem.experts.length))), signal);
