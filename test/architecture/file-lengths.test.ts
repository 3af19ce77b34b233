import { describe, expect, it } from 'vitest';
import { filesUnder, lineCount } from './support/files.ts';

const sources = (folder: string) => [...filesUnder(folder, '.ts'), ...filesUnder(folder, '.tsx')];

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const longerThan = (folder: string, max: number) =>
  sources(folder)
    .map((path) => ({ path, lines: lineCount(path) }))
    .filter(({ lines }) => lines > max);

describe('file lengths', () => {
  it.each([
    ['src', 60],
    ['sandbox', 60],
  ])('in %s the median is at most %i lines', (folder, max) => {
    const counts = sources(folder).map(lineCount);
    expect(counts.length).toBeGreaterThan(60);
    expect(median(counts)).toBeLessThanOrEqual(max);
  });

  it.each([
    ['src', 300],
    ['sandbox', 300],
    ['bench', 300],
    ['chaos', 300],
    ['scripts', 300],
    ['test', 500],
  ])('in %s no file is over %i lines', (folder, max) => {
    expect(sources(folder).length).toBeGreaterThan(0);
    expect(longerThan(folder, max)).toEqual([]);
  });
});
