import { type Actor, isStaff, represents, speaksFor } from '../../../core/actor.ts';
import type { OpinionState } from './state.ts';

/** What decides who somebody is to an opinion. */
export type Standing = {
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
  /** Who leads the organisation now, led it when the action ended, and was named, took it on or sent it. */
  readonly expertId: string | null;
  readonly leadId: string | null;
  readonly writerId: string | null;
  /** Why whoever led it at the action handed it over (CO-10); null: they did not. */
  readonly leftFor: string | null;
  readonly state: OpinionState;
};

/** Who writes it: whoever took it on, was named or sent it; else whoever leads the organisation. Null: nobody. */
export const writerOf = ({ writerId, expertId }: Pick<Standing, 'writerId' | 'expertId'>): string | null =>
  writerId ?? expertId;

const isUnsent = ({ state }: Standing): boolean => state === 'due' || state === 'draft';

/** Whoever left like this is not asked to write: they cannot, or the organisation is not to be theirs any more. */
const KEEPS_OUT = ['illness', 'conflict', 'request'];

/** Whoever led when the action ended may take it on, though another leads now (21), unless somebody is written down. */
export const mayTakeOn = (personId: string, of: Standing): boolean =>
  isUnsent(of) &&
  of.leadId === personId &&
  of.writerId === null &&
  of.expertId !== personId &&
  !KEEPS_OUT.includes(of.leftFor ?? '');

/** One person at a time; the former has to take it on first. */
export const mayWrite = (personId: string, of: Standing): boolean => writerOf(of) === personId;

export type Side = 'writer' | 'staff' | 'organisation' | 'expert';

/**
 * Who somebody is to an opinion: who writes it; staff; whoever speaks for the organisation (SY-5); the expert who leads
 * it and does not write. Null: it is none of their business.
 */
export function sideOf(actor: Actor, of: Standing, channelId: string | null): Side | null {
  if (mayWrite(actor.personId, of)) return 'writer';
  if (represents(actor, of.organisationId)) return 'organisation';
  if (isStaff(actor, of.cohortId)) return 'staff';
  if (actor.personId === of.expertId) return 'expert';
  return speaksFor(actor, of, channelId) ? 'organisation' : null;
}

type Attended = { readonly observed: boolean | null; readonly observerId: string | null };

/** Whether somebody saw the action, as the attendance says: only then is an opinion of theirs "observed" (ME-7, 21). */
export const hasObserved = (personId: string, dates: readonly Attended[]): boolean =>
  dates.some(({ observed, observerId }) => observed === true && observerId === personId);
