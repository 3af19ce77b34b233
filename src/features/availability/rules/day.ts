import type { Availability, Part } from './availability.ts';

/** What is left of a part of a day when another is taken out of it. */
function without(part: Part, { from, to }: Pick<Part, 'from' | 'to'>): readonly Part[] {
  if (to <= part.from || part.to <= from) return [part];
  return [
    { ...part, to: from },
    { ...part, from: to },
  ].filter((left) => left.from < left.to);
}

/**
 * The parts of a civil day in which the expert can be met, in order. Open exceptions stand instead of the weekly hours
 * that they cover, closed ones take theirs away, and an absence takes the whole day.
 */
export function partsOf({ weekly, exceptions, absences }: Availability, date: string): readonly Part[] {
  if (absences.some(({ from, last }) => from <= date && date <= last)) return [];
  const weekday = ((Math.floor(Date.parse(`${date}T00:00Z`) / 86_400_000) + 3) % 7) + 1;
  const usual: readonly Part[] = weekly.filter((one) => one.weekday === weekday);
  const special = exceptions.filter((one) => one.date === date);
  const left = special.reduce((parts, one) => parts.flatMap((part) => without(part, one)), usual);
  return [...left, ...special.filter(({ isOpen }) => isOpen)].sort((a, b) => a.from - b.from);
}
