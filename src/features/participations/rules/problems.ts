import { z } from 'zod';

const problem = z.object({
  /** Slack's code, or one of ours. */
  code: z.string(),
  /** The person who could not be invited; without one the trouble is the channel's. */
  personId: z.string().optional(),
});

/** Ours: Slack does not let the bot take this person out of the channel. */
export const NOT_REMOVED = 'not_removed';

/** What stands in the way of an organisation's channel, as kept for staff. */
export type ChannelProblem = z.infer<typeof problem>;

export const writeProblems = (problems: readonly ChannelProblem[]): string | null =>
  problems.length === 0 ? null : JSON.stringify(problems);

/** Reads what `writeProblems` wrote; something else is shown as one problem without a known code. */
export function readProblems(stored: string | null): readonly ChannelProblem[] {
  if (stored === null) return [];
  try {
    return z.array(problem).parse(JSON.parse(stored));
  } catch {
    return [{ code: 'unknown' }];
  }
}

/** Adds new problems to those known, each once. */
export function mergeProblems(
  known: readonly ChannelProblem[],
  added: readonly ChannelProblem[],
): readonly ChannelProblem[] {
  const isKnown = (one: ChannelProblem) => known.some((k) => k.code === one.code && k.personId === one.personId);
  return [...known, ...added.filter((one) => !isKnown(one))];
}

const PASSING = new Set([
  'ratelimited',
  'no_answer',
  'service_unavailable',
  'request_timeout',
  'fatal_error',
  'internal_error',
  'team_added_to_org',
]);

/** Trouble that goes away by itself: the job tries again. Everything else needs a person. */
export const isPassing = (failure: { readonly code: string; readonly doubtful: boolean }): boolean =>
  failure.doubtful || PASSING.has(failure.code);
