import { clip } from '../../core/text.ts';
import type { Chart, Series } from './chart.ts';
import { shortLabels } from './labels.ts';

const WIDTH = 16;
const LABEL = 22;
const NAME = 100;
/** A section of Slack's takes 3 000 characters with its marks. */
const ROOM = 2_900;

const shareOf = (value: number, total: number): number => (total === 0 ? 0 : Math.round((100 * value) / total));

/** A bar of letters, its length in proportion to the largest. Whatever is more than nothing is seen. */
function bar(value: number, largest: number): string {
  if (value <= 0) return '';
  const eighths = Math.max(1, Math.round((value / largest) * WIDTH * 8));
  const rest = ' ▏▎▍▌▋▊▉'[eighths % 8] ?? '';
  return '█'.repeat(Math.floor(eighths / 8)) + rest.trim();
}

const safe = (text: string): string => text.replaceAll('`', "'");

function linesOf(labels: readonly string[], { values }: Series): readonly string[] {
  const cut = shortLabels(labels.map(safe), LABEL);
  const width = Math.max(...cut.map((label) => label.length));
  const [total, largest] = [values.reduce((sum, one) => sum + one, 0), Math.max(1, ...values)];
  return cut.map((label, at) => {
    const value = values[at] ?? 0;
    return `${label.padEnd(width)} ${bar(value, largest).padEnd(WIDTH)} ${value} (${shareOf(value, total)}%)`;
  });
}

/** Each series as bars of letters with its numbers; to be shown in letters of one width. */
export function textBars({ labels, series, empty }: Chart): readonly string[] {
  return series.map((one) => {
    if (labels.length === 0 || one.values.every((value) => value === 0))
      return clip(`${clip(safe(one.name), NAME)}\n${empty}`, ROOM);
    return clip([clip(safe(one.name), NAME), ...linesOf(labels, one)].join('\n'), ROOM);
  });
}

/**
 * The same numbers in words, one sentence a series, for those who hear and do not see them. `most`: so many letters of a
 * label and twice as many of a name, for where there is no room for all.
 */
export function inWords({ labels, series, empty }: Chart, most = Number.POSITIVE_INFINITY): readonly string[] {
  return series.map(({ name: whole, values }) => {
    const cut = clip(whole, most * 2);
    // A question needs no colon after its own mark.
    const name = /[?!:…]$/.test(cut) ? cut : `${cut}:`;
    const total = values.reduce((sum, one) => sum + one, 0);
    if (total === 0) return `${name} ${empty}`;
    const share = (value: number) => `${value} (${shareOf(value, total)}%)`;
    return `${name} ${labels.map((label, at) => `${clip(label, most)}: ${share(values[at] ?? 0)}`).join(', ')}.`;
  });
}
