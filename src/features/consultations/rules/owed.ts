import { civilOf } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';

export const MATTERS = {
  attend: 'consultations.attend',
  answer: 'consultations.answer',
  question: 'consultations.question',
} as const;

type Owing = {
  readonly id: string;
  readonly state: string;
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly expertId: string;
  readonly startsAt: Date;
  readonly openUntil: Date | null;
};

/**
 * Who owes what for a consultation: the expert an answer to a request, until it runs out; both sides that they come, by
 * the hour at which it begins, so that a move or a cancellation takes the reminders with it.
 */
export function owedFor(owing: Owing): readonly Owed[] {
  const { id, state, cohortId, participationId, organisationId, expertId, startsAt, openUntil } = owing;
  const facts = { cohortId, participationId, params: { consultationId: id } };
  if (state === 'requested' && openUntil) {
    const due = civilOf(openUntil);
    const { answer: kind } = MATTERS;
    return [{ ...facts, key: `${kind}:${id}`, kind, by: { person: expertId }, due, endsAt: openUntil }];
  }
  if (state !== 'booked') return [];
  const { attend: kind } = MATTERS;
  const both = { ...facts, kind, due: civilOf(startsAt), endsAt: startsAt };
  return [
    { ...both, key: `${kind}:${id}:organisation`, by: { organisation: organisationId } },
    { ...both, key: `${kind}:${id}:expert`, by: { person: expertId } },
  ];
}

/** Staff look after a question that nobody took in its time (ME-11). */
export function owedForQuestion(question: {
  readonly id: string;
  readonly state: string;
  readonly cohortId: string;
  readonly participationId: string;
  readonly staffFrom: Date;
}): readonly Owed[] {
  const { id, state, cohortId, participationId, staffFrom: startsAt } = question;
  const { question: kind } = MATTERS;
  const facts = { cohortId, participationId, params: { questionId: id }, startsAt };
  return state === 'open' ? [{ ...facts, key: `${kind}:${id}`, kind, by: { staffOf: cohortId } }] : [];
}
