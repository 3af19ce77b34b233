import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { dueClosings, holdSurvey } from '../queries/index.ts';

/**
 * Closes what is over. Results of an anonymous survey open with it: never before, so that no two looks at them differ by
 * one answer (N1). Staff are told of surveys about meetings; those about one organisation stand in the list.
 */
export async function closeDue(deps: Deps, now: Date): Promise<void> {
  for (const { id: surveyId, cohortId, aboutKind, closesAt } of await dueClosings(deps.db, now)) {
    await inTransaction(deps.db, async (tx) => {
      await holdSurvey(tx, surveyId);
      const open = { id: surveyId, closedAt: null };
      const { count } = await tx.survey.updateMany({ where: open, data: { closedAt: closesAt } });
      if (count === 0) return;
      await record(deps, tx, 'bot', now, { act: 'surveys.close', subject: 'survey', subjectId: surveyId, cohortId });
      if (aboutKind !== 'event') return;
      const kind = NOTICES.results;
      const key = `${kind}:${surveyId}`;
      await notify(deps, tx, { kind, params: { surveyId }, to: { staffOf: cohortId }, key, at: now, cohortId });
    });
  }
}
