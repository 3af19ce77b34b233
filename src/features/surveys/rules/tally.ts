import { z } from 'zod';

/** An answer to a question: the step of a scale, the key of a choice, or words of one's own. */
const answerValue = z.union([z.int(), z.string(), z.strictObject({ words: z.string() })]);
/** What a person answered, by question; what was left empty is not there. */
export const answers = z.record(z.string(), answerValue);
export type Answers = z.infer<typeof answers>;

/** How often each step or choice of each question was taken, and what was written to each open one. */
export type Tally = {
  readonly answers: number;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
};

export const counts = z.record(z.string(), z.record(z.string(), z.int().min(1)));
export const texts = z.record(z.string(), z.array(z.string()));

export const NOTHING: Tally = { answers: 0, counts: {}, texts: {} };

/** A number that follows from the words alone (FNV-1a, 32 bits, mixed once more). */
function numberOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Words in an order that follows from them and their survey alone: it looks shuffled, and tells neither who wrote them
 * nor when (N1). Equal words cannot be told apart anyway.
 */
export function shuffled(all: readonly string[], salt: string): readonly string[] {
  const placed = all.map((words) => ({ words, at: numberOf(`${salt}/${words}`) }));
  placed.sort((a, b) => a.at - b.at || (a.words < b.words ? -1 : 1));
  return placed.map(({ words }) => words);
}

/** The keys of a tally are in the order of the alphabet too: what was answered first must not stand first. */
const ordered = <T>(given: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/**
 * A tally with one person's answers added. What comes out is the same in whatever order people answer.
 */
export function added(tally: Tally, given: Answers, salt: string): Tally {
  const counted: Record<string, Readonly<Record<string, number>>> = { ...tally.counts };
  const written: Record<string, readonly string[]> = { ...tally.texts };
  for (const [question, value] of Object.entries(given)) {
    if (typeof value === 'object') {
      written[question] = shuffled([...(written[question] ?? []), value.words], salt);
      continue;
    }
    const before = counted[question] ?? {};
    counted[question] = ordered({ ...before, [value]: (before[value] ?? 0) + 1 });
  }
  return { answers: tally.answers + 1, counts: ordered(counted), texts: ordered(written) };
}

type Loose<T> = Readonly<Record<string, T>>;

/** A tally in the order that follows from its contents alone. */
export const tidy = (
  answers: number,
  counted: Loose<Loose<number>>,
  written: Loose<readonly string[]>,
  salt: string,
): Tally => ({
  answers,
  counts: ordered(Object.fromEntries(Object.entries(counted).map(([one, of]) => [one, ordered(of)]))),
  texts: ordered(Object.fromEntries(Object.entries(written).map(([one, words]) => [one, shuffled(words, salt)]))),
});
