import { type Actor, isStaff, type OwnPlace, speaksFor } from '../../../core/actor.ts';
import type { Side } from './state.ts';

/** What decides in whose name somebody acts on an organisation's consultations. */
export type Place = OwnPlace;

/** Who may ask for and book a time: the organisation, and staff on its behalf (R2). */
export function bookingSide(actor: Actor, place: Place, channelId: string | null): 'organisation' | 'staff' | null {
  if (isStaff(actor, place.cohortId)) return 'staff';
  return speaksFor(actor, place, channelId) ? 'organisation' : null;
}

/** Who may move and cancel: these, and the expert whose time it is. */
export const sideOf = (actor: Actor, place: Place, expertId: string, channelId: string | null): Side | null =>
  actor.personId === expertId ? 'expert' : bookingSide(actor, place, channelId);
