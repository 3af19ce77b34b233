import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { closedTallies, namedTally, namesOf, type SurveyRow, storedTally } from '../queries/index.ts';
import { isOpenToStaff, seriesOf, type Tally } from '../rules/index.ts';
import { answersNeeded, formOf } from './form.ts';

type About = { readonly aboutKind: string; readonly aboutId: string; readonly aboutOn: string };

/** What each of these surveys is about, in plain words: the event or the organisation, and the day. */
export async function aboutsOf(
  db: Db | Tx,
  surveys: readonly About[],
  locale: Locale,
): Promise<(survey: About) => string> {
  const names = await namesOf(db, surveys);
  return ({ aboutId, aboutOn }) =>
    [...(names.has(aboutId) ? [names.get(aboutId)] : []), formatDate(aboutOn, locale)].join(', ');
}

/** What one survey is about, likewise. */
export const aboutOf = async (db: Db | Tx, survey: About, locale: Locale): Promise<string> =>
  (await aboutsOf(db, [survey], locale))(survey);

export type Shown = {
  readonly answers: number;
  readonly needed: number;
  readonly state: 'open' | 'not_closed' | 'too_few';
  readonly tally: Tally | null;
  /** All anonymous ones of the form that are over, taken together; null while it is open or there is only one to show. */
  readonly series: { readonly surveys: number; readonly tally: Tally } | null;
};

async function seriesFor(db: Db | Tx, survey: SurveyRow, needed: number): Promise<Shown['series']> {
  if (!survey.isAnonymous) return null;
  const questions = formOf(survey)?.questions.map(({ key }) => key) ?? [];
  const series = seriesOf(await closedTallies(db, survey), questions, needed);
  return series.surveys > 1 ? series : null;
}

/** What staff may see of a survey now: of an anonymous one nothing before it has closed with enough answers (N1). */
export async function shownOf(db: Db | Tx, survey: SurveyRow): Promise<Shown> {
  const { id, isAnonymous, closedAt } = survey;
  const tally = isAnonymous ? await storedTally(db, id) : await namedTally(db, id);
  const { answers } = tally;
  const needed = answersNeeded(survey);
  const state = isOpenToStaff({ isAnonymous, isClosed: closedAt !== null, answers }, needed);
  const isOpen = state === 'open';
  const series = closedAt ? await seriesFor(db, survey, needed) : null;
  return { answers, needed, state, tally: isOpen ? tally : null, series };
}
