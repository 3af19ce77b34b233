import { type Actor, isChiefStaff, isExpert, isStaff } from '../../../core/actor.ts';

/** Experts keep their own hours. */
export const keepsHours = (actor: Actor): boolean => isExpert(actor);

/** Experts write their own absences; staff of a cohort in which the expert works write them on their behalf (R2). */
export const mayWriteAbsence = (
  actor: Actor,
  expert: { readonly personId: string; readonly heldIn: readonly (string | null)[] },
): boolean =>
  isChiefStaff(actor) ||
  (isExpert(actor) && actor.personId === expert.personId) ||
  expert.heldIn.some((cohortId) => isStaff(actor, cohortId ?? undefined));
