import { type Actor, isExpert, isStaff, represents } from '../../../core/actor.ts';

/** An organisation asked to an event, as far as permissions go. */
export type Invited = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
};

/** Staff of the cohort set up, announce, move and cancel its events, and keep attendance. */
export const mayManage = (actor: Actor, cohortId: string): boolean => isStaff(actor, cohortId);

/** Speaks for an organisation: represents it, or acts in its channel, where only its people, its expert and staff are. */
export const speaksFor = (actor: Actor, invited: Invited, channelId: string | null): boolean =>
  represents(actor, invited.organisationId) ||
  (channelId !== null &&
    channelId === invited.channelId &&
    !isExpert(actor, invited.cohortId) &&
    !isStaff(actor, invited.cohortId));

/** Whether this person may answer for an organisation; staff may do it on its behalf (R2). */
export const mayAnswer = (actor: Actor, invited: Invited, channelId: string | null): boolean =>
  speaksFor(actor, invited, channelId) || mayManage(actor, invited.cohortId);

/** As what somebody signs up who comes for no organisation; null: the event is not for them. */
export function ownStanding(actor: Actor, cohortId: string, kind: string): 'expert' | 'guest' | null {
  if (isExpert(actor, cohortId) || isStaff(actor, cohortId)) return 'expert';
  return kind === 'information' ? 'guest' : null;
}
