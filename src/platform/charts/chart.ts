/** One line, bar colour or ring of a chart; it has one value for each of the chart's labels. */
export type Series = { readonly name: string; readonly values: readonly number[] };

/**
 * What a chart shows, apart from how it is drawn. Labels and names as long as they are: each way of drawing cuts them as
 * it must, and the words have them whole.
 */
export type Chart = {
  readonly title: string;
  readonly labels: readonly string[];
  /** At most six; more are not told apart (Slack contract 5.4). */
  readonly series: readonly Series[];
  /** What is counted, such as "answers". */
  readonly unit: string;
  /** Said where there is nothing to show. */
  readonly empty: string;
};

export const MOST_SERIES = 6;

export const isEmpty = ({ series }: Chart): boolean => series.every(({ values }) => values.every((one) => one === 0));

/** The charts that show what is too many series for one. */
export function split(chart: Chart): readonly Chart[] {
  const parts = Math.max(1, Math.ceil(chart.series.length / MOST_SERIES));
  return Array.from({ length: parts }, (_, part) => ({
    ...chart,
    series: chart.series.slice(part * MOST_SERIES, (part + 1) * MOST_SERIES),
  }));
}
