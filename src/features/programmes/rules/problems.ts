import { z } from 'zod';

/** What Slack refused for good while a cohort was prepared; `people` are person ids. */
const problem = z.object({
  step: z.enum(['channel', 'staff_channel', 'invite', 'card', 'note']),
  code: z.string(),
  people: z.array(z.string()),
});
export type Problem = z.infer<typeof problem>;

/** The problems kept in a cohort's row. */
export const problemsOf = (cohort: { readonly problem: unknown }): readonly Problem[] =>
  z
    .array(problem)
    .catch([])
    .parse(cohort.problem ?? []);

type Named = { readonly id: string; readonly name: string };

/** Problems with the names of the people they concern, for showing. */
export const namedProblems = (found: readonly Problem[], people: readonly Named[]) =>
  found.map(({ step, code, people: ids }) => ({
    step,
    code,
    names: people.filter((one) => ids.includes(one.id)).map((one) => one.name),
  }));
