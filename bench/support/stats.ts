/** The value below which a share of the numbers lies; `share` from 0 to 1. @throws on an empty list. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new RangeError('no numbers to describe');
  return value;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** One line of a benchmark: `bench <name> <number> <unit>`. */
export function report(name: string, value: number, unit: string): void {
  process.stdout.write(`bench ${name} ${value.toFixed(unit === 'ratio' ? 2 : 1)} ${unit}\n`);
}
