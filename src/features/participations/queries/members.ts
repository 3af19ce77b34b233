import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { CardPart } from '../../../platform/feature.ts';
import { representativesOf } from '../../organisations/public.ts';
import { findPeople } from '../../people/public.ts';
import { staffPersonIds } from '../../programmes/public.ts';
import type { ParticipationRow } from './places.ts';

/** How somebody belongs to an organisation's channel. */
type Belonging =
  | { readonly as: 'representative'; readonly isContact: boolean; readonly function: string | null }
  /** A role in plain words, from the feature that knows it (an expert, say). */
  | { readonly as: 'other'; readonly role: string }
  | { readonly as: 'staff' };

export type Member = {
  readonly personId: string;
  readonly name: string;
  readonly slackUserId: string | null;
  readonly isDeactivated: boolean;
  readonly belongs: Belonging;
};

/** What the features offer for the card, in their order. */
export async function cardParts(deps: Deps, participationId: string, locale: Locale): Promise<readonly CardPart[]> {
  const parts = await Promise.all(deps.offers.cards.map((offer) => offer(deps, participationId, locale)));
  return parts.filter((part) => part !== null).sort((a, b) => a.order - b.order);
}

/** Everybody who belongs to the organisation's channel, each once: its people, those features add, the team. */
export async function membersOf(
  db: Db | Tx,
  place: ParticipationRow,
  parts: readonly CardPart[],
): Promise<readonly Member[]> {
  const representatives = await representativesOf(db, place.organisationId);
  const own = representatives.map(({ personId, isContact, function: what }) => ({
    personId,
    belongs: { as: 'representative', isContact, function: what } satisfies Belonging,
  }));
  const others = parts
    .flatMap((part) => part.people ?? [])
    .map(({ personId, role }) => ({ personId, belongs: { as: 'other', role } satisfies Belonging }));
  const staff = (await staffPersonIds(db, place.cohortId)).map((personId) => ({
    personId,
    belongs: { as: 'staff' } satisfies Belonging,
  }));
  const all: readonly { readonly personId: string; readonly belongs: Belonging }[] = [...own, ...others, ...staff];
  const people = new Map(
    (
      await findPeople(
        db,
        all.map((one) => one.personId),
      )
    ).map((person) => [person.id, person]),
  );
  const first = new Map(all.map((one) => [one.personId, one] as const).reverse());
  return all.flatMap((one) => {
    const person = people.get(one.personId);
    if (!person || first.get(one.personId) !== one) return [];
    const { name, slackUserId, isDeactivated } = person;
    return [{ personId: one.personId, name, slackUserId, isDeactivated, belongs: one.belongs }];
  });
}
