import { z } from 'zod';
import { tidyLines } from '../../../core/text.ts';
import type { SurveyForm, SurveyQuestion } from '../../programmes/public.ts';
import { TEXT_MAX } from '../ids.ts';
import type { Answers } from '../rules/index.ts';
import { askedIn } from './questions.ts';

type Value = Answers[string] | undefined;

function schemaOf(question: SurveyQuestion, values: readonly string[]): z.ZodType<Value> {
  const { kind, required } = question;
  const raw = z.string().nullish();
  if (kind === 'open') {
    const text = raw.transform((given) => tidyLines(given ?? ''));
    return text
      .refine((given) => given.length <= TEXT_MAX, { error: 'long' })
      .refine((given) => !required || given !== '', { error: 'missing' })
      .transform((words) => (words === '' ? undefined : { words }));
  }
  return raw
    .refine((given) => !required || Boolean(given), { error: 'missing' })
    .refine((given) => !given || values.includes(given), { error: 'unknown' })
    .transform((given) => {
      if (!given) return undefined;
      return kind === 'choice' ? given : Number(given);
    });
}

/** What a survey's form sends, as answers; what was left empty is not among them. */
export function answersForm(form: SurveyForm): z.ZodType<Answers> {
  const asked = askedIn(form);
  const shape = Object.fromEntries(
    form.questions.map((question, at) => [question.key, schemaOf(question, asked[at]?.values ?? [])]),
  );
  return z.object(shape).transform((given) => {
    const said = Object.entries(given as Readonly<Record<string, Value>>).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    );
    return Object.fromEntries(said) as Answers;
  });
}
