import type { Locale } from './locale.ts';

/** What a person may be for the foundation. Organisations' people are known by the organisations they represent. */
export type Role = 'staff' | 'expert';

/** A role held; `cohortId` null means in every cohort. */
export type HeldRole = { readonly role: Role; readonly cohortId: string | null };

/** The person who acts, as the rules see them. Roles look at the person, not at the Slack account's label. */
export type Actor = {
  readonly personId: string;
  readonly slackUserId: string;
  readonly slackTeamId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly isGuest: boolean;
  /** Comes from another workspace than the bot's own. */
  readonly isForeign: boolean;
  readonly roles: readonly HeldRole[];
  /** Roles that the person held and does not hold any more. */
  readonly formerRoles: readonly HeldRole[];
  /** Ids of the organisations the person represents now. */
  readonly organisationIds: readonly string[];
};

const isOf = (held: HeldRole, cohortId?: string): boolean =>
  cohortId === undefined || held.cohortId === null || held.cohortId === cohortId;

/** True when the person holds the role in this cohort or in all of them. Without a cohort: in at least one. */
const holds = (actor: Actor, role: Role, cohortId?: string): boolean =>
  actor.roles.some((held) => held.role === role && isOf(held, cohortId));

export const isStaff = (actor: Actor, cohortId?: string): boolean => holds(actor, 'staff', cohortId);
export const isExpert = (actor: Actor, cohortId?: string): boolean => holds(actor, 'expert', cohortId);

/** True for staff of the whole foundation, who may set up cohorts and name staff. */
export const isChiefStaff = (actor: Actor): boolean =>
  actor.roles.some((held) => held.role === 'staff' && held.cohortId === null);

export const represents = (actor: Actor, organisationId: string): boolean =>
  actor.organisationIds.includes(organisationId);

/** An organisation's place in a cohort, with its channel; null while there is none. */
export type OwnPlace = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
};

/**
 * Speaks for an organisation: represents it, or acts in its channel (`channelId` is where) and neither is nor ever was
 * staff or expert of the cohort or of the foundation. Beside these only its people are there; whoever's role has ended
 * may still be, and is not its voice (SY-5).
 */
export function speaksFor(actor: Actor, place: OwnPlace, channelId: string | null): boolean {
  if (represents(actor, place.organisationId)) return true;
  const isThere = channelId !== null && channelId === place.channelId;
  return isThere && ![...actor.roles, ...actor.formerRoles].some((held) => isOf(held, place.cohortId));
}

/** The role written in the journal: the strongest one in which the person can have acted. */
export function actingRole(actor: Actor, cohortId?: string): string {
  if (isStaff(actor, cohortId)) return 'staff';
  if (isExpert(actor, cohortId)) return 'expert';
  return actor.organisationIds.length > 0 ? 'representative' : 'applicant';
}
