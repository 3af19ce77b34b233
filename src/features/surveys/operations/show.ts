import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { namedAnswers, organisationOf, type SurveyRow, storedTally } from '../queries/index.ts';
import { isOpenToStaff, type Tally, tallied } from '../rules/index.ts';
import { answersNeeded } from './form.ts';

type About = { readonly aboutKind: string; readonly aboutId: string; readonly aboutOn: string };

/** What a survey is about, in plain words: the organisation, or the day. */
export async function aboutOf(db: Db | Tx, survey: About, locale: Locale): Promise<string> {
  const day = formatDate(survey.aboutOn, locale);
  const organisation = await organisationOf(db, survey);
  return organisation ? `${organisation}, ${day}` : day;
}

export type Shown = {
  readonly answers: number;
  readonly needed: number;
  readonly state: 'open' | 'not_closed' | 'too_few';
  readonly tally: Tally | null;
};

/** What staff may see of a survey now: of an anonymous one nothing before it has closed with enough answers (N1). */
export async function shownOf(db: Db | Tx, survey: SurveyRow): Promise<Shown> {
  const { id, isAnonymous, closedAt } = survey;
  const tally = isAnonymous
    ? await storedTally(db, id)
    : tallied(
        (await namedAnswers(db, id)).map(({ answers }) => answers),
        id,
      );
  const { answers } = tally;
  const needed = answersNeeded(survey);
  const state = isOpenToStaff({ isAnonymous, isClosed: closedAt !== null, answers }, needed);
  return { answers, needed, state, tally: state === 'open' ? tally : null };
}
