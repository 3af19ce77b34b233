import type { Answers } from './tally.ts';

/** The question by which staff are called, and up to which score. */
type LowRule = { readonly question: string; readonly atMost: number };

/** Whether these answers call staff; without a rule, or before anything was answered, none do. */
export function isLow(rule: LowRule | undefined, given: Answers | null): boolean {
  const score = rule && given?.[rule.question];
  return typeof score === 'number' && score <= (rule?.atMost ?? 0);
}
