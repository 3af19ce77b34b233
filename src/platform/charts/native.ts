import type { AnyBlock } from '@slack/types';
import { clip } from '../../core/text.ts';
import { type Chart, isEmpty, MOST_SERIES } from './chart.ts';
import { shortLabels } from './labels.ts';

/** Of Slack's own chart (Slack contract 5.4). */
const LIMIT = { title: 50, points: 20, label: 20, axis: 50 } as const;

/** Slack draws at most so many charts in one message. */
export const MOST_NATIVE = 2;

/** The chart as Slack's own block; null where Slack cannot draw it: nothing to show, or more than it takes. */
export function nativeChart(chart: Chart): AnyBlock | null {
  const { title, labels, series, unit } = chart;
  if (isEmpty(chart) || labels.length === 0 || labels.length > LIMIT.points || series.length > MOST_SERIES) return null;
  const categories = shortLabels(labels, LIMIT.label);
  const names = shortLabels(
    series.map(({ name }) => name),
    LIMIT.label,
  );
  const block = {
    type: 'data_visualization',
    title: clip(title.trim() || '–', LIMIT.title),
    chart: {
      type: 'bar',
      series: series.map(({ values }, at) => ({
        name: names[at],
        data: categories.map((label, point) => ({ label, value: values[point] ?? 0 })),
      })),
      axis_config: { categories, y_label: clip(unit, LIMIT.axis) },
    },
  };
  // Slack's own package has no type for this block yet.
  return block as unknown as AnyBlock;
}
