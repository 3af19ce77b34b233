import { type Actor, isExpert, isStaff, represents } from '../../../core/actor.ts';
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
  readonly state: OpinionState;
};

/** Who writes it: whoever took it on, was named or sent it; else whoever leads the organisation. Null: nobody. */
export const writerOf = ({ writerId, expertId }: Pick<Standing, 'writerId' | 'expertId'>): string | null =>
  writerId ?? expertId;

const isUnsent = ({ state }: Standing): boolean => state === 'due' || state === 'draft';

/** Whoever led when the action ended may still write it, until it is sent, though another leads now (21). */
export const mayTakeOn = (personId: string, of: Standing): boolean =>
  isUnsent(of) && of.leadId === personId && writerOf(of) !== personId;

export const mayWrite = (personId: string, of: Standing): boolean =>
  writerOf(of) === personId || mayTakeOn(personId, of) || (isUnsent(of) && of.expertId === personId);

export type Side = 'writer' | 'staff' | 'organisation' | 'expert';

/**
 * Who somebody is to an opinion: who writes it; staff; the organisation's people, or whoever acts in its channel, where
 * only they, its expert and staff are; the expert who leads it and does not write. Null: it is none of their business.
 */
export function sideOf(actor: Actor, of: Standing, channelId: string | null): Side | null {
  if (mayWrite(actor.personId, of)) return 'writer';
  if (represents(actor, of.organisationId)) return 'organisation';
  if (isStaff(actor, of.cohortId)) return 'staff';
  if (actor.personId === of.expertId) return 'expert';
  const isThere = channelId !== null && channelId === of.channelId && !isExpert(actor, of.cohortId);
  return isThere ? 'organisation' : null;
}

type Attended = { readonly observed: boolean | null; readonly observerId: string | null };

/** Whether somebody saw the action, as the attendance says: only then is an opinion of theirs "observed" (ME-7, 21). */
export const hasObserved = (personId: string, dates: readonly Attended[]): boolean =>
  dates.some(({ observed, observerId }) => observed === true && observerId === personId);
