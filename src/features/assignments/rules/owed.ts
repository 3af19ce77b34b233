import { civilOf } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';
import { termAfter } from './terms.ts';

export const MATTERS = { answer: 'assignments.answer', find: 'assignments.find' } as const;

type Asked = {
  readonly id: string;
  readonly state: string;
  readonly expertId: string;
  readonly proposedAt: Date;
  readonly participationId: string;
  readonly cohortId: string;
  readonly answerDays: number;
};

/** An expert who is asked owes an answer within the programme's days (ME-2, T4). */
export function owedByExpert(asked: Asked): readonly Owed[] {
  if (asked.state !== 'proposed') return [];
  const { id, expertId, participationId, cohortId } = asked;
  return [
    {
      key: `${MATTERS.answer}:${id}`,
      kind: MATTERS.answer,
      params: { assignmentId: id },
      by: { person: expertId },
      cohortId,
      participationId,
      due: civilOf(termAfter(asked.proposedAt, asked.answerDays)),
    },
  ];
}

type Waiting = {
  readonly participationId: string;
  readonly cohortId: string;
  readonly open: boolean;
  readonly wantsExpert: boolean;
  /** States of its assignments. */
  readonly assignments: readonly string[];
  /** It passes to another expert, so that the one who leads it is no answer. */
  readonly passesOn: boolean;
};

/** An organisation that nobody leads, or leads for long, and nobody is asked for is a matter of the cohort's staff (CO-9). */
export function owedForPlace(place: Waiting): readonly Owed[] {
  const taken = place.assignments.some((state) => state === 'proposed' || (state === 'active' && !place.passesOn));
  if (!place.open || !place.wantsExpert || taken) return [];
  const { participationId, cohortId } = place;
  const key = `${MATTERS.find}:${participationId}`;
  return [
    { key, kind: MATTERS.find, params: { participationId }, by: { staffOf: cohortId }, cohortId, participationId },
  ];
}
