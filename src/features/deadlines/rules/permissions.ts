import { type Actor, isStaff, type OwnPlace, speaksFor } from '../../../core/actor.ts';
import type { Kind } from './kinds.ts';

/** What decides who may do what with the deadlines of a place. */
export type Place = OwnPlace & {
  /** The person of the active expert; null while nobody leads the organisation. */
  readonly expertId: string | null;
};

/** Staff of the cohort set, move, take away, reopen, and answer wishes. */
export const mayManage = (actor: Actor, cohortId: string): boolean => isStaff(actor, cohortId);

/** Whether this person is the one who owes a deadline of the kind. */
export function owes(actor: Actor, place: Place, by: Kind['owes'], channelId: string | null): boolean {
  if (by === 'organisation') return speaksFor(actor, place, channelId);
  return by === 'expert' ? actor.personId === place.expertId : isStaff(actor, place.cohortId);
}

/** Whether this person may see the dates of a place. */
export const maySee = (actor: Actor, place: Place, channelId: string | null): boolean =>
  mayManage(actor, place.cohortId) || actor.personId === place.expertId || speaksFor(actor, place, channelId);
