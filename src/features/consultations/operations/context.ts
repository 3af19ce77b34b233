import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Availability, OfferedTime } from '../../availability/public.ts';
import { isOpen, stateOf as placeState } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import {
  bookingFacts,
  countedOf,
  expertsFor,
  lockPlace,
  offeredAt,
  type PlaceFacts,
  type PlaceRow,
  placeById,
} from '../queries/index.ts';
import {
  bookingSide,
  type ConsultationSettings,
  consultationSettings,
  isWithinQuota,
  minutesBetween,
  type Place,
  usedMinutes,
} from '../rules/index.ts';

/** The facts of a place that decide who may act. */
export const factsOf = ({ cohortId, organisationId, channelId }: PlaceRow): Place => ({
  cohortId,
  organisationId,
  channelId,
});

/** The terms of a cohort for consultations. */
export const settingsOf = (cohort: { readonly definition: unknown }): ConsultationSettings =>
  consultationSettings(definitionOf(cohort).settings);

export type Booking = {
  readonly place: PlaceFacts;
  readonly side: 'organisation' | 'staff';
  readonly availability: Availability;
  readonly time: OfferedTime;
};

export type Wanted = {
  readonly participationId: string;
  readonly expertId: string;
  readonly start: Date;
  /** The channel in which somebody acts. */
  readonly channelId: string | null;
};

export type BookingRefusal = 'not_allowed' | 'place_closed' | 'no_expert' | 'not_offered';

/** Whether the organisation may book with an expert who does not lead it: where a programme has experts by field. */
async function isAmongExperts(db: Db | Tx, { id, leaderId }: PlaceFacts, expertId: string): Promise<boolean> {
  if (leaderId !== null) return leaderId === expertId;
  const place = await placeById(db, id);
  return place !== null && (await expertsFor(db, place)).some((expert) => expert.id === expertId);
}

/** What a booking rests on. Refuses others than the organisation and staff, another expert, and a time not offered. */
export async function prepareBooking(
  { db }: Deps,
  actor: Actor,
  now: Date,
  { participationId, expertId, start, channelId }: Wanted,
): Promise<Outcome<Booking, BookingRefusal>> {
  const facts = await bookingFacts(db, participationId, expertId);
  const side = facts && bookingSide(actor, facts.place, channelId);
  if (!facts || !side) return refuse('not_allowed');
  const { place, availability } = facts;
  if (!isOpen(placeState(place.state))) return refuse('place_closed');
  if (!(await isAmongExperts(db, place, expertId))) return refuse('no_expert');
  const time = availability && offeredAt(availability, start, now);
  if (!availability || !time) return refuse('not_offered');
  return ok({ place, side, availability, time });
}

/** Holds the place; false when somebody else leads it meanwhile. */
export const holdPlace = (tx: Tx, { id, leaderId }: PlaceFacts): Promise<boolean> => lockPlace(tx, id, leaderId);

/**
 * Whether a time still fits into the organisation's hours, `except` a consultation that it takes the place of; staff may
 * go over them (OR-3). Ask with the place held.
 */
export async function fitsQuota(
  db: Db | Tx,
  participationId: string,
  hours: number | null,
  time: { readonly start: Date; readonly end: Date },
  except?: string,
): Promise<boolean> {
  if (hours === null) return true;
  const counted = await countedOf(db, participationId);
  const used = usedMinutes(counted.filter(({ id }) => id !== except));
  return isWithinQuota(hours, used, minutesBetween(time.start, time.end));
}
