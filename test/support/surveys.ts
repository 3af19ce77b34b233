import { createSurvey } from '../../src/features/surveys/operations/create.ts';
import type { Answers } from '../../src/features/surveys/rules/index.ts';
import type { TestDeps } from './deps.ts';

const DAY = 86_400_000;

type Facts = {
  readonly cohortId: string;
  readonly people: readonly string[];
  readonly form?: string;
  readonly isAnonymous?: boolean;
  readonly about?: { readonly kind: 'event' | 'assignment' | 'consultation' | 'participation'; readonly id: string };
};

/** A survey asked now, reminded of in five days and closed in ten; gives its id. */
export async function makeSurvey({ deps, clock }: TestDeps, facts: Facts): Promise<string> {
  const { cohortId, people, form = 'after_event', isAnonymous = true } = facts;
  const now = clock.now();
  const about = facts.about ?? ({ kind: 'event', id: deps.ids.next() } as const);
  const moments = { ask: now, remind: new Date(now.getTime() + 5 * DAY), close: new Date(now.getTime() + 10 * DAY) };
  await createSurvey(deps, now, { cohortId, form, isAnonymous, about, round: 1, on: '2024-01-22', people, moments });
  const { id } = await deps.db.survey.findFirstOrThrow({ where: { aboutId: about.id, form } });
  return id;
}

/** An answer to each question of the form after events, with these words. */
export const opinion = (words: string, overall = 4): Answers => ({
  ...{ overall, useful: 5, recommend: 9, most: 'practice' },
  change: { words },
});

type World = { readonly cohortId: string; readonly personId: string; readonly others: readonly string[] };

/** A survey with answers of each kind, and a notice of each kind about them. */
export async function leaveSurveys(test: TestDeps, words: string, { cohortId, personId, others }: World) {
  const { db } = test.deps;
  const surveyId = await makeSurvey(test, { cohortId, people: [personId, ...others] });
  await db.surveyTally.update({
    where: { surveyId },
    data: {
      answers: 12,
      counts: { overall: { 1: 2, 5: 10 }, useful: { 3: 12 }, recommend: { 0: 3, 10: 9 }, most: { practice: 12 } },
      texts: { change: Array.from({ length: 12 }, () => words) },
    },
  });
  await db.survey.update({ where: { id: surveyId }, data: { closedAt: test.clock.now() } });
  const facts = { cohortId, people: [personId], isAnonymous: false };
  const named = await makeSurvey(test, { ...facts, form: 'after_consultation' });
  const answers = { helpful: 1, next: 'no', missing: { words } };
  const answer = { surveyId: named, personId, answers, answeredAt: test.clock.now(), version: 1 };
  await db.surveyAnswer.create({ data: answer });
  const open = await makeSurvey(test, { ...facts, form: 'match_organisation' });
  return {
    'surveys.ask': { surveyId: open },
    'surveys.remind': { surveyId: open, personId },
    'surveys.ask_channel': { surveyId: open },
    'surveys.remind_channel': { surveyId: open },
    'surveys.results': { surveyId },
    'surveys.low': { surveyId: named, personId },
    'surveys.sheet': { surveyId },
  };
}
