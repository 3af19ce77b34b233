import type { Tally } from './tally.ts';

/** A question as results look at it. */
export type Asked = {
  readonly key: string;
  readonly kind: 'scale' | 'recommendation' | 'choice' | 'open';
  /** What can be taken, in order; none of an open question. */
  readonly values: readonly string[];
};

export type Result = {
  readonly question: string;
  /** How often each value was taken, in the order of the values. */
  readonly counts: readonly number[];
  readonly texts: readonly string[];
  /** How many answered it. */
  readonly answers: number;
  /** Of scales and recommendations; null where nobody answered. */
  readonly average: number | null;
  /** Too few to show without telling who: nothing of it is shown. */
  readonly isHidden: boolean;
};

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** The result of each question. `least`: a question with fewer answers stays hidden, unless nobody answered it. */
export function resultsOf(asked: readonly Asked[], tally: Tally, least: number): readonly Result[] {
  return asked.map(({ key, kind, values }) => {
    const counts = values.map((value) => tally.counts[key]?.[value] ?? 0);
    const texts = tally.texts[key] ?? [];
    const answers = kind === 'open' ? texts.length : sum(counts);
    const isHidden = answers > 0 && answers < least;
    const hasAverage = !isHidden && answers > 0 && (kind === 'scale' || kind === 'recommendation');
    const average = hasAverage ? sum(counts.map((n, at) => n * Number(values[at]))) / answers : null;
    if (isHidden) return { question: key, counts: values.map(() => 0), texts: [], answers, average, isHidden };
    return { question: key, counts, texts, answers, average, isHidden };
  });
}
