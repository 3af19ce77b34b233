import { type Actor, isStaff, represents } from '../../../core/actor.ts';

/** What the rules need to know of a participation. */
export type Place = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
};

/** Staff of the cohort and the organisation's people; and whoever acts in its channel, since only its people are there. */
export const maySee = (actor: Actor, place: Place, channelId: string | null): boolean =>
  isStaff(actor, place.cohortId) ||
  represents(actor, place.organisationId) ||
  (channelId !== null && channelId === place.channelId);

/** Only the cohort's staff mend channels. */
export const mayMend = (actor: Actor, place: Pick<Place, 'cohortId'>): boolean => isStaff(actor, place.cohortId);

/** The cohorts whose staff the person is; null means all of them. */
export function staffedCohorts(actor: Actor): readonly string[] | null {
  const held = actor.roles.filter((one) => one.role === 'staff').map((one) => one.cohortId);
  return held.includes(null) ? null : held.filter((cohortId) => cohortId !== null);
}
