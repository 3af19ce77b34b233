import type { Locale } from '../../../core/locale.ts';
import type { Db } from '../../../platform/db/client.ts';
import { type Column, writeCsv, writeXlsx } from '../../../platform/sheet/index.ts';
import type { MessageFile } from '../../../platform/slack/message.ts';
import type { SurveyForm, SurveyQuestion } from '../../programmes/public.ts';
import { askedIn, labelsOf } from '../input/index.ts';
import { namedAnswers, type SurveyRow } from '../queries/index.ts';
import { type Result, resultsOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { shownOf } from './show.ts';

type Line = {
  readonly question: string;
  readonly answer: string;
  readonly count: number;
  readonly person: string | null;
};

const labelOf = (question: SurveyQuestion, value: unknown, locale: Locale): string => {
  const at = askedIn({ questions: [question] } as SurveyForm)[0]?.values.indexOf(String(value)) ?? -1;
  return labelsOf(question, locale)[at] ?? String(value);
};

/** Of an anonymous survey: sums, and what was written, question by question; no line is a person's. */
function summed(form: SurveyForm, results: readonly Result[], locale: Locale): readonly Line[] {
  return form.questions.flatMap((question, at): readonly Line[] => {
    const result = results[at];
    const name = question.label[locale];
    if (!result || result.isHidden) return [];
    if (question.kind === 'open')
      return result.texts.map((answer) => ({ question: name, answer, count: 1, person: null }));
    return labelsOf(question, locale).map((answer, step) => {
      return { question: name, answer, count: result.counts[step] ?? 0, person: null };
    });
  });
}

async function named(db: Db, { id }: SurveyRow, form: SurveyForm, locale: Locale): Promise<readonly Line[]> {
  const all = await namedAnswers(db, id);
  return form.questions.flatMap((question) =>
    all.flatMap(({ name: person, answers }): readonly Line[] => {
      const said = answers[question.key];
      if (said === undefined) return [];
      const answer = typeof said === 'object' ? said.words : labelOf(question, said, locale);
      return [{ question: question.label[locale], answer, count: 1, person }];
    }),
  );
}

/** The results as CSV and XLSX, as far as staff may see them; none while they may not. */
export async function sheetFiles(
  db: Db,
  survey: SurveyRow,
  form: SurveyForm,
  locale: Locale,
): Promise<readonly MessageFile[]> {
  const { state, tally, needed } = await shownOf(db, survey);
  if (state !== 'open' || !tally) return [];
  const lines = survey.isAnonymous
    ? summed(form, resultsOf(askedIn(form), tally, needed), locale)
    : await named(db, survey, form, locale);
  const { name, columns: heads } = texts(locale).sheet;
  const person: Column<Line> = { name: heads.person, width: 30, of: (line) => line.person };
  const columns: readonly Column<Line>[] = [
    { name: heads.question, width: 60, of: ({ question }) => question },
    { name: heads.answer, width: 60, of: ({ answer }) => answer },
    { name: heads.count, of: ({ count }) => count },
    ...(survey.isAnonymous ? [] : [person]),
  ];
  const title = form.title[locale];
  return [
    { name: `${name}.csv`, title: `${title} (CSV)`, content: writeCsv(columns, lines) },
    { name: `${name}.xlsx`, title: `${title} (XLSX)`, content: await writeXlsx(name, columns, lines) },
  ];
}
