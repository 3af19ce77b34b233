import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify, retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type HeldSurvey, surveyById } from '../queries/index.ts';
import { type Answers, isLow } from '../rules/index.ts';
import { formOf } from './form.ts';

type Given = {
  readonly survey: HeldSurvey;
  readonly personId: string;
  readonly given: Answers;
  readonly before: Answers | null;
};

/**
 * Staff hear of a low score in a named survey, once for each that was not low before; what they heard before is put into
 * the words that hold after a correction (N8).
 */
export async function tellLow(deps: Deps, tx: Tx, at: Date, { survey, personId, given, before }: Given): Promise<void> {
  const whole = await surveyById(tx, survey.id);
  const rule = whole && formOf(whole)?.lowScore;
  if (!rule) return;
  const { id: surveyId, cohortId } = survey;
  const [kind, ofThem] = [NOTICES.low, `${NOTICES.low}:${surveyId}:${personId}:`];
  if (before) await retell(deps, tx, { targetKind: 'staff', target: cohortId, key: { startsWith: ofThem } });
  if (!isLow(rule, given) || isLow(rule, before)) return;
  const key = `${ofThem}${at.getTime()}`;
  await notify(deps, tx, { kind, params: { surveyId, personId }, to: { staffOf: cohortId }, key, at });
}
