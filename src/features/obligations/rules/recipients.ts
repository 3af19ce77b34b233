import { WARSAW } from '../../../core/calendar/index.ts';
import type { Recipient } from './obligation.ts';

/** What finding recipients needs to know: people's zones, places' channels, and who leads a place. */
export type Addresses = {
  readonly zones: ReadonlyMap<string, string | null>;
  readonly channels: ReadonlyMap<string, string | null>;
  readonly experts: ReadonlyMap<string, string>;
};

type Owing = {
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly cohortId: string;
  readonly participationId: string | null;
};

const person = (id: string, { zones }: Addresses): Recipient => ({
  key: `person:${id}`,
  kind: 'person',
  zone: zones.get(id) ?? WARSAW,
});

const channel = (key: string): Recipient => ({ key, kind: 'channel', zone: WARSAW });

/** Who is reminded of a matter: an organisation in its channel, staff in theirs, people in a direct message. */
export function recipientsOf(
  one: Owing,
  addresses: Addresses,
): Readonly<Record<'owner' | 'expert' | 'staff', Recipient | null>> {
  const place = one.participationId ?? '';
  const staff = channel(`staff:${one.cohortId}`);
  const expert = addresses.experts.get(place);
  const organisation = addresses.channels.get(place) ? channel(`place:${place}`) : null;
  const owner = { person: () => person(one.ownerId, addresses), organisation: () => organisation, staff: () => staff };
  return {
    owner: (owner[one.ownerKind as keyof typeof owner] ?? (() => null))(),
    expert: expert ? person(expert, addresses) : null,
    staff,
  };
}

/** The recipient's key of whoever owes a matter. */
export function ownerKeyOf({ ownerKind, ownerId, cohortId, participationId }: Owing): string {
  if (ownerKind === 'person') return `person:${ownerId}`;
  return ownerKind === 'organisation' ? `place:${participationId}` : `staff:${cohortId}`;
}
