import { z } from 'zod';

export const EVIDENCE = ['observed', 'documents'] as const;
export type Evidence = (typeof EVIDENCE)[number];
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

const ratings = z.record(z.string(), z.int().min(1).max(5));
const words = z.string();

/** An opinion as it was sent (ME-8): two parts, ratings by the keys of the programme's principles, what is advised. */
export const opinionContent = z.object({
  smooth: words,
  care: words,
  ratings,
  evidence: z.enum(EVIDENCE),
  recommendations: z.array(words).min(1).max(3),
});
export type OpinionContent = Readonly<z.infer<typeof opinionContent>>;

/** The same questions, as the organisation answers them of itself (OR-8). */
export const selfContent = z.object({ smooth: words, care: words, ratings, plans: z.array(words).max(3) });
export type SelfContent = Readonly<z.infer<typeof selfContent>>;

/** What is rated, as the programme's definition says. */
export type Principle = { readonly key: string; readonly label: Readonly<Record<'pl' | 'en', string>> };

/** Only what the programme rates. */
export const knownRatings = (
  given: Readonly<Record<string, number>>,
  principles: readonly Principle[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(principles.flatMap(({ key }) => (given[key] === undefined ? [] : [[key, given[key]] as const])));

export type Task = { readonly id: string; readonly text: string; readonly state: string };

/** Which recommendations become tasks when a version is released, and which open tasks it drops. What is done stays. */
export function taskChanges(standing: readonly Task[], recommendations: readonly string[]) {
  const kept = standing.filter(({ state }) => state !== 'dropped');
  return {
    add: recommendations.flatMap((text, position) =>
      kept.some((task) => task.text === text) ? [] : [{ text, position }],
    ),
    drop: kept.filter(({ state, text }) => state === 'open' && !recommendations.includes(text)).map(({ id }) => id),
  };
}
