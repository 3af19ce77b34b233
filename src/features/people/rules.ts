import { type Actor, isChiefStaff } from '../../core/actor.ts';
import { type Locale, localeOf } from '../../core/locale.ts';
import { type Outcome, ok, refuse } from '../../core/outcome.ts';

/** What the rules need to know of a person who is to be given a role. */
export type Candidate = {
  readonly isBot: boolean;
  readonly isDeactivated: boolean;
  readonly isForeign: boolean;
};

export type NamingRefusal = 'not_allowed' | 'is_bot' | 'is_deactivated' | 'is_foreign';

/** Only staff of the whole foundation name staff. */
export const canNameStaff = (actor: Actor): boolean => isChiefStaff(actor);

/** Bots and deactivated people hold no role; people of other workspaces are no staff. */
export function canBecomeStaff(actor: Actor, candidate: Candidate): Outcome<true, NamingRefusal> {
  if (!canNameStaff(actor)) return refuse('not_allowed');
  const refusal = cannotHoldRole(candidate);
  if (refusal) return refuse(refusal);
  return candidate.isForeign ? refuse('is_foreign') : ok(true);
}

/** Why this person can hold no role at all, or null. */
export function cannotHoldRole(candidate: Candidate): 'is_bot' | 'is_deactivated' | null {
  if (candidate.isBot) return 'is_bot';
  return candidate.isDeactivated ? 'is_deactivated' : null;
}

export type RemovalRefusal = 'not_allowed' | 'last_one' | 'not_staff';

/** Staff may be removed by staff of the whole foundation, but never the last one: somebody must be able to act. */
export function canRemoveStaff(
  actor: Actor,
  holders: readonly string[],
  personId: string,
): Outcome<true, RemovalRefusal> {
  if (!canNameStaff(actor)) return refuse('not_allowed');
  if (!holders.includes(personId)) return refuse('not_staff');
  return holders.length === 1 ? refuse('last_one') : ok(true);
}

/** The language in which a person is spoken to: the one they chose, else Slack's, else Polish. */
export function localeOfPerson(person: {
  readonly chosenLocale: string | null;
  readonly slackLocale: string | null;
}): Locale {
  const { chosenLocale } = person;
  return chosenLocale === 'pl' || chosenLocale === 'en' ? chosenLocale : localeOf(person.slackLocale);
}
