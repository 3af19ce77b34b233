import type { Availability, Exception, Part, Weekly } from './availability.ts';

/** The most lines of each kind; nobody has a use for more, and a list stays readable. */
const MOST = 60;

const overlap = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

type Problem = 'overlaps' | 'too_many' | null;

/** Why weekly hours cannot stand beside those there are, or null. `id` names those that are changed. */
export function weeklyProblem(
  all: readonly Weekly[],
  wanted: readonly Omit<Weekly, 'id'>[],
  id: string | null,
): Problem {
  const others = all.filter((one) => one.id !== id);
  if (others.length + wanted.length > MOST) return 'too_many';
  const clashes = wanted.some((one) => others.some((other) => other.weekday === one.weekday && overlap(one, other)));
  return clashes ? 'overlaps' : null;
}

/** Why an exception cannot stand beside those of its day, or null. */
export function exceptionProblem(
  all: readonly Exception[],
  wanted: Omit<Exception, 'id'>,
  id: string | null,
  today: string,
): Problem | 'in_past' {
  if (wanted.date < today) return 'in_past';
  const others = all.filter((one) => one.id !== id && one.date >= today);
  if (others.length >= MOST) return 'too_many';
  return others.some((other) => other.date === wanted.date && overlap(wanted, other)) ? 'overlaps' : null;
}

/** Hours in which not even one consultation fits. */
export const isTooShort = ({ from, to }: Part, { terms }: Pick<Availability, 'terms'>): boolean =>
  to - from < terms.minutes;
