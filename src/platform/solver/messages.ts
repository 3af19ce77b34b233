import type { Program, Progress, Solution } from '../../core/program.ts';

/** What the thread is asked. */
export type Question = { readonly id: number; readonly program: Program; readonly timeLimitMs: number };

/** What the thread says. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'solved'; readonly id: number; readonly solution: Solution }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
