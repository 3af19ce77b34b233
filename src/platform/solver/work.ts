import type { Highs, Model } from 'highs';
import type { Program, Progress } from '../../core/program.ts';

export type Run = {
  readonly highs: Highs;
  readonly program: Program;
  readonly timeLimitMs: number;
  readonly onProgress: (progress: Progress) => void;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
};

/** A model under work: `solve` runs it with the present costs within what is left of the time. */
export type Work = {
  readonly run: Run;
  readonly model: Model;
  readonly solve: (stage: number) => 'best' | 'impossible' | 'out_of_time';
  readonly values: () => Float64Array;
};
