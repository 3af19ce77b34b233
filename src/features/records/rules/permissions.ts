import { type Actor, isStaff, type OwnPlace, represents, speaksFor } from '../../../core/actor.ts';

/** What decides in whose name somebody speaks of a consultation. */
export type Meeting = OwnPlace & {
  readonly expertId: string;
};

export type Side = 'organisation' | 'expert' | 'staff';

/**
 * In whose name somebody speaks of a meeting: its expert; staff; whoever represents the organisation, or acts in its
 * channel as one of its people. Null: it is none of their business.
 */
export function sideOf(actor: Actor, meeting: Meeting, channelId: string | null): Side | null {
  const { cohortId, organisationId, expertId } = meeting;
  if (actor.personId === expertId) return 'expert';
  if (represents(actor, organisationId)) return 'organisation';
  if (isStaff(actor, cohortId)) return 'staff';
  return speaksFor(actor, meeting, channelId) ? 'organisation' : null;
}
