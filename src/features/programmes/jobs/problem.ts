import { localeOf } from '../../../core/locale.ts';
import { Prisma } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import { findPeople, localeOfPerson } from '../../people/public.ts';
import type { CohortWithCalls } from '../queries.ts';
import { namedProblems, type Problem, problemsOf } from '../rules/problems.ts';
import { texts } from '../texts.ts';
import { problemMessage } from '../views/problem.ts';

/** Does one step. A refusal for good becomes a problem; anything that may pass is thrown, and the job runs again. */
export async function attempt(
  step: Problem['step'],
  work: () => Promise<readonly Problem[] | undefined>,
): Promise<readonly Problem[]> {
  try {
    return (await work()) ?? [];
  } catch (error) {
    if (!isFailure(error) || error.doubtful || error.code === 'ratelimited') throw error;
    return [{ step, code: error.code, people: [] }];
  }
}

/** Keeps the problems and tells staff of new ones, with the button that tries again. */
export async function settleProblems(deps: Deps, cohort: CohortWithCalls, found: readonly Problem[]): Promise<void> {
  const before = JSON.stringify(problemsOf(cohort));
  if (before === JSON.stringify(found)) return;
  if (found.length > 0) await tellStaff(deps, cohort, found);
  const kept = found.length > 0 ? [...found] : Prisma.DbNull;
  await deps.db.cohort.update({ where: { id: cohort.id }, data: { problem: kept } });
}

/** In the staff channel when it can be written to, else to the person who set the cohort up. */
async function tellStaff(deps: Deps, cohort: CohortWithCalls, found: readonly Problem[]): Promise<void> {
  const people = await findPeople(deps.db, [cohort.createdBy, ...found.flatMap((one) => one.people)]);
  const creator = people.find((one) => one.id === cohort.createdBy);
  const inChannel = cohort.staffChannelId !== null && !found.some((one) => one.step === 'note');
  const target = inChannel ? cohort.staffChannelId : creator?.slackUserId;
  const locale = inChannel || !creator ? localeOf(null) : localeOfPerson(creator);
  deps.log.warn(
    { cohortId: cohort.id, problems: found.map(({ step, code }) => `${step}: ${code}`) },
    'cohort not fully prepared',
  );
  if (!target) return;
  try {
    await deps.slack.post(target, problemMessage(cohort, namedProblems(found, people), texts(locale)));
  } catch (error) {
    if (!isFailure(error) || error.doubtful || error.code === 'ratelimited') throw error;
    deps.log.warn({ cohortId: cohort.id, code: error.code }, 'staff could not be told of the problem');
  }
}
