import { definitionOf, type SurveyForm } from '../../programmes/public.ts';

type Stored = { readonly form: string; readonly cohort: { readonly definition: unknown } };

/** The questions of a survey, as the cohort's programme has them; null when it has them no more. */
export const formOf = ({ form, cohort }: Stored): SurveyForm | null =>
  definitionOf(cohort).surveys.find(({ key }) => key === form) ?? null;

/** Results of an anonymous survey open at so many answers (N1). */
export const answersNeeded = ({ cohort }: Pick<Stored, 'cohort'>): number =>
  definitionOf(cohort).settings.surveyAnswers ?? 5;
