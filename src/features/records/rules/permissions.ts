import { type Actor, isExpert, isStaff, represents } from '../../../core/actor.ts';

/** What decides in whose name somebody speaks of a consultation. */
export type Meeting = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
  readonly expertId: string;
};

export type Side = 'organisation' | 'expert' | 'staff';

/**
 * In whose name somebody speaks of a meeting: its expert; staff; whoever represents the organisation, or acts in its
 * channel, where only its people, its expert and staff are. Null: it is none of their business.
 */
export function sideOf(actor: Actor, meeting: Meeting, channelId: string | null): Side | null {
  const { cohortId, organisationId, expertId } = meeting;
  if (actor.personId === expertId) return 'expert';
  if (represents(actor, organisationId)) return 'organisation';
  if (isStaff(actor, cohortId)) return 'staff';
  const isThere = channelId !== null && channelId === meeting.channelId && !isExpert(actor, cohortId);
  return isThere ? 'organisation' : null;
}
