import { shareDays } from './absence.ts';
import type { Absence } from './availability.ts';

/** An expert who might stand in. */
export type StandIn = {
  readonly personId: string;
  readonly isInactive: boolean;
  /** Cohorts in which the role is held; null stands for all of them. */
  readonly heldIn: readonly (string | null)[];
  /** Organisations to which there is an open tie. */
  readonly tiedTo: readonly string[];
  readonly absences: readonly Pick<Absence, 'from' | 'last'>[];
};

/** An absence that wants somebody to stand in, with the organisations that the expert leads. */
export type Gap = Pick<Absence, 'from' | 'last' | 'expertId'> & {
  readonly organisationIds: readonly string[];
  readonly cohortIds: readonly string[];
};

/** Whether an expert can stand in: works in the same cohorts, is tied to none of the organisations, and is there (invariant 4). */
export function canStandIn(one: StandIn, gap: Gap): boolean {
  if (one.personId === gap.expertId || one.isInactive || one.heldIn.length === 0) return false;
  const isInAll = one.heldIn.includes(null) || gap.cohortIds.every((id) => one.heldIn.includes(id));
  const isTied = gap.organisationIds.some((id) => one.tiedTo.includes(id));
  return isInAll && !isTied && !one.absences.some((other) => shareDays(gap, other));
}
