import type { Locale } from '../../../core/locale.ts';
import type { SurveyForm, SurveyQuestion } from '../../programmes/public.ts';
import type { Asked } from '../rules/index.ts';
import { texts } from '../texts.ts';

const steps = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

/** What can be answered to a question, as it is stored. */
function valuesOf(question: SurveyQuestion): readonly string[] {
  if (question.kind === 'scale') return steps(1, question.to);
  if (question.kind === 'recommendation') return steps(0, 10);
  return question.kind === 'choice' ? question.options.map(({ key }) => key) : [];
}

export const askedIn = (form: SurveyForm): readonly Asked[] =>
  form.questions.map((question) => ({ key: question.key, kind: question.kind, values: valuesOf(question) }));

/** What can be answered to a question, as people read it. */
export function labelsOf(question: SurveyQuestion, locale: Locale): readonly string[] {
  const values = valuesOf(question);
  if (question.kind === 'choice') return question.options.map(({ label }) => label[locale]);
  const ends =
    question.kind === 'scale'
      ? { low: question.ends.low[locale], high: question.ends.high[locale] }
      : texts(locale).form.ends;
  return values.map((value, at) => {
    if (at === 0) return `${value} – ${ends.low}`;
    return at === values.length - 1 ? `${value} – ${ends.high}` : value;
  });
}
