import type { EChartsCoreOption } from 'echarts/core';
import { FAMILY } from '../picture/index.ts';
import { type Chart, isEmpty } from './chart.ts';
import { shortLabels, wrapped } from './labels.ts';

/** Told apart also by those who see few colours (Okabe and Ito), dark enough on white. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#8a5aa8', '#b8860b', '#3a3a3a'];

const WIDTH = 760;
const LETTER = 8.2;
const LABEL_LETTERS = 26;
const NAME_LETTERS = 80;
const TITLE_LETTERS = 56;
const MOST_LABELS = 40;

const FONT = { fontFamily: FAMILY, color: '#1d1c1d' } as const;

export type Layout = { readonly width: number; readonly height: number; readonly option: EChartsCoreOption };

const titleOf = (chart: Chart) => {
  const lines = wrapped(chart.title, TITLE_LETTERS, 3);
  return { lines, height: 22 + lines.length * 24 };
};

function barsOf(chart: Chart) {
  const names = chart.series.map(({ name }) => wrapped(name, NAME_LETTERS, 1).join(''));
  const unique = shortLabels(names, NAME_LETTERS);
  return chart.series.map(({ values }, at) => ({
    type: 'bar',
    name: unique[at],
    data: chart.labels.slice(0, MOST_LABELS).map((_, point) => values[point] ?? 0),
    barMaxWidth: 22,
    itemStyle: { color: COLOURS[at % COLOURS.length], borderRadius: [0, 3, 3, 0] },
    label: { show: true, position: 'right', fontSize: 13, ...FONT },
  }));
}

function legendOf({ series }: Chart, top: number) {
  return {
    show: series.length > 1,
    orient: 'vertical',
    left: 16,
    top,
    itemGap: 6,
    itemWidth: 14,
    itemHeight: 14,
    textStyle: { ...FONT, fontSize: 13 },
  };
}

const emptyWords = ({ empty }: Chart, top: number, height: number) => ({
  type: 'text',
  left: 'center',
  top: top + height / 2 - 10,
  style: { text: empty, font: `16px '${FAMILY}'`, fill: '#616061' },
});

/** The chart as ECharts wants it described: bars that lie, so that long labels stand beside them in lines. */
export function layoutOf(chart: Chart): Layout {
  const { lines, height: head } = titleOf(chart);
  const labels = chart.labels.slice(0, MOST_LABELS).map((label) => wrapped(label || '–', LABEL_LETTERS, 2));
  const legend = chart.series.length > 1 ? chart.series.length * 21 + 10 : 0;
  const longest = Math.max(3, ...labels.flatMap((parts) => parts.map((line) => line.length)));
  const row = Math.max(44, chart.series.length * 20 + 14);
  const body = Math.max(1, labels.length) * row;
  const top = head + legend;
  const left = 28 + longest * LETTER;
  const axis = { axisLine: { show: false }, axisTick: { show: false } } as const;
  const option = {
    animation: false,
    textStyle: FONT,
    title: { text: lines.join('\n'), left: 16, top: 12, textStyle: { ...FONT, fontSize: 17, lineHeight: 24 } },
    legend: legendOf(chart, head),
    grid: { left, right: 60, top, height: body },
    xAxis: {
      ...{ type: 'value', minInterval: 1, name: chart.unit, nameLocation: 'middle', nameGap: 28 },
      ...{ axisLabel: { ...FONT, fontSize: 12 }, nameTextStyle: { ...FONT, fontSize: 12 } },
      splitLine: { show: !isEmpty(chart), lineStyle: { color: '#e3e3e3' } },
      ...(isEmpty(chart) ? { min: 0, max: 5 } : {}),
    },
    yAxis: {
      ...{ type: 'category', inverse: true, ...axis, data: labels.map((_, at) => String(at)) },
      axisLabel: {
        ...{ ...FONT, fontSize: 13, interval: 0, lineHeight: 17 },
        formatter: (at: string) => (labels[Number(at)] ?? []).join('\n'),
      },
    },
    series: isEmpty(chart) ? [] : barsOf(chart),
    ...(isEmpty(chart) ? { graphic: [emptyWords(chart, top, body)] } : {}),
  };
  return { width: WIDTH, height: top + body + 56, option };
}
