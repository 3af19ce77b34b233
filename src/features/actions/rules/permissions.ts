import { type Actor, isStaff, represents, speaksFor } from '../../../core/actor.ts';

/** What decides in whose name somebody speaks of an action. */
export type Place = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
};

export type Side = 'organisation' | 'staff';

/**
 * In whose name somebody writes an action down and says how it went: whoever speaks for the organisation (SY-5), and
 * staff for it (R2). Null: not theirs; an expert submits nothing for an organisation (ME-6).
 */
export function sideOf(actor: Actor, place: Place, channelId: string | null): Side | null {
  if (represents(actor, place.organisationId)) return 'organisation';
  if (isStaff(actor, place.cohortId)) return 'staff';
  return speaksFor(actor, place, channelId) ? 'organisation' : null;
}

type Watched = { readonly dates: readonly { readonly expertId: string | null }[] };

/** Whether somebody may look at an action: its people, staff, its expert, and whoever is asked to observe it. */
export const maySeeAction = (
  actor: Actor,
  place: Place & Watched & { readonly leadId: string | null },
  channelId: string | null,
): boolean =>
  sideOf(actor, place, channelId) !== null ||
  actor.personId === place.leadId ||
  place.dates.some(({ expertId }) => expertId === actor.personId);
