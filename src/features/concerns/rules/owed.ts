import { WARSAW } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';

export const MATTER = 'concerns.answer';

type Asked = {
  readonly id: string;
  readonly participationId: string;
  readonly cohortId: string;
  readonly answerOn: string | null;
  readonly closedAt: Date | null;
};

/** Staff owe an answer to what they were told in private, by a day (OR-15, ME-12). */
export function owedFor({ id, participationId, cohortId, answerOn, closedAt }: Asked): readonly Owed[] {
  if (answerOn === null || closedAt !== null) return [];
  const due = { date: answerOn, time: '23:59', zone: WARSAW };
  const by = { staffOf: cohortId };
  const params = { requestId: id };
  return [{ key: `${MATTER}:${id}`, kind: MATTER, params, by, cohortId, participationId, due }];
}
