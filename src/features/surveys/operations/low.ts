import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type HeldSurvey, surveyById } from '../queries/index.ts';
import type { Answers } from '../rules/index.ts';
import { formOf } from './form.ts';

type Given = {
  readonly survey: HeldSurvey;
  readonly personId: string;
  readonly given: Answers;
  readonly before: Answers | null;
};

/** Staff hear of a low score in a named survey, once for each that was not low before. */
export async function tellLow(deps: Deps, tx: Tx, at: Date, { survey, personId, given, before }: Given): Promise<void> {
  const whole = await surveyById(tx, survey.id);
  const rule = whole && formOf(whole)?.lowScore;
  if (!rule) return;
  const isLow = (all: Answers | null): boolean => {
    const score = all?.[rule.question];
    return typeof score === 'number' && score <= rule.atMost;
  };
  if (!isLow(given) || isLow(before)) return;
  const { id: surveyId, cohortId } = survey;
  const key = `${NOTICES.low}:${surveyId}:${personId}:${at.getTime()}`;
  await notify(deps, tx, { kind: NOTICES.low, params: { surveyId, personId }, to: { staffOf: cohortId }, key, at });
}
