import { type Actor, isExpert, isStaff, type OwnPlace, speaksFor } from '../../../core/actor.ts';

/** Staff of the cohort set up, announce, move and cancel its events, and keep attendance. */
export const mayManage = (actor: Actor, cohortId: string): boolean => isStaff(actor, cohortId);

/** Whether this person may answer for an organisation; staff may do it on its behalf (R2). */
export const mayAnswer = (actor: Actor, place: OwnPlace, channelId: string | null): boolean =>
  speaksFor(actor, place, channelId) || mayManage(actor, place.cohortId);

/** As what somebody signs up who comes for no organisation; null: the event is not for them. */
export function ownStanding(actor: Actor, cohortId: string, kind: string): 'expert' | 'guest' | null {
  if (isExpert(actor, cohortId) || isStaff(actor, cohortId)) return 'expert';
  return kind === 'information' ? 'guest' : null;
}
