import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { type HeldSurvey, holdSurvey, ownAnswer, storedTally } from '../queries/index.ts';
import { type Answers, added } from '../rules/index.ts';
import { tellLow } from './low.ts';

type AnswerRefusal = 'not_asked' | 'over' | 'answered_already';

/**
 * Adds anonymous answers up. Who has answered and what was answered go into two rows of the whole survey, each rewritten
 * as a whole and in an order of its own; no journal line, no job and no message is written, and no moment kept
 * (decision 0025).
 */
async function addAnonymous(tx: Tx, survey: HeldSurvey, personId: string, given: Answers): Promise<void> {
  const tally = added(await storedTally(tx, survey.id), given, survey.id);
  const { answers, counts, texts } = tally;
  const data = { answers, counts, texts: texts as Record<string, string[]> };
  await tx.surveyTally.update({ where: { surveyId: survey.id }, data });
  const answered = [...survey.answered, personId].toSorted();
  await tx.surveyRoll.update({ where: { surveyId: survey.id }, data: { answered } });
}

async function writeNamed({ deps, tx, actor, now }: Doing, survey: HeldSurvey, given: Answers): Promise<boolean> {
  const { id: surveyId, cohortId } = survey;
  const { personId } = actor;
  const before = await ownAnswer(tx, surveyId, personId);
  const data = { answers: given, answeredAt: now };
  await tx.surveyAnswer.upsert({
    where: { surveyId_personId: { surveyId, personId } },
    create: { surveyId, personId, ...data, version: 1 },
    update: { ...data, version: { increment: 1 } },
  });
  const act = before ? 'surveys.correct' : 'surveys.answer';
  await record(deps, tx, actor, now, { act, subject: 'survey', subjectId: surveyId, cohortId });
  await tellLow(deps, tx, now, { survey, personId, given, before });
  return before !== null;
}

/**
 * Takes what a person answered. Refuses those who were not asked, what comes after the end, and a second answer to an
 * anonymous survey, of which nobody knows which is the first; in a named one the last counts until it closes (CO-16).
 */
export async function answerSurvey(
  deps: Deps,
  actor: Actor,
  now: Date,
  surveyId: string,
  given: Answers,
): Promise<Outcome<{ readonly isAnonymous: boolean; readonly isCorrected: boolean }, AnswerRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const survey = await holdSurvey(tx, surveyId);
    if (!survey?.asked.includes(actor.personId)) return refuse('not_asked');
    if (survey.closedAt || now >= survey.closesAt) return refuse('over');
    const { isAnonymous } = survey;
    if (!isAnonymous)
      return ok({ isAnonymous, isCorrected: await writeNamed({ deps, tx, actor, now }, survey, given) });
    if (survey.answered.includes(actor.personId)) return refuse('answered_already');
    await addAnonymous(tx, survey, actor.personId, given);
    return ok({ isAnonymous, isCorrected: false });
  });
}
