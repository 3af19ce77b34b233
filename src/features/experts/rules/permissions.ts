import { type Actor, isChiefStaff, isExpert, isStaff } from '../../../core/actor.ts';

/** Where an expert's role is held: cohort ids, or null for all cohorts. */
export type HeldIn = readonly (string | null)[];

/** Staff of all cohorts name experts anywhere, staff of one cohort in that cohort. */
export const mayName = (actor: Actor, cohortId: string | null): boolean =>
  cohortId === null ? isChiefStaff(actor) : isStaff(actor, cohortId);

/** A profile is kept by the expert, by staff of all cohorts, and by staff of a cohort in which the expert works. */
export const mayEdit = (actor: Actor, expert: { readonly personId: string; readonly heldIn: HeldIn }): boolean =>
  isChiefStaff(actor) ||
  (actor.personId === expert.personId && isExpert(actor)) ||
  expert.heldIn.some((cohortId) => cohortId !== null && isStaff(actor, cohortId));

/** Staff see the list of experts. */
export const mayList = (actor: Actor): boolean => isStaff(actor);

/** Staff declare anybody's tie, experts their own. */
export const mayDeclare = (actor: Actor, expertId: string): boolean =>
  isStaff(actor) || (isExpert(actor) && actor.personId === expertId);

/** A declared tie is ended by staff only: the person it binds does not lift it alone. */
export const mayEndTie = (actor: Actor): boolean => isStaff(actor);
