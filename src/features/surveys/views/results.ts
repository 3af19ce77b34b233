import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { type Chart, chartMessage, split } from '../../../platform/charts/index.ts';
import {
  actions,
  button,
  context,
  header,
  quoted,
  section,
  typed,
  typedShort,
} from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { SurveyForm, SurveyQuestion } from '../../programmes/public.ts';
import { IDS } from '../ids.ts';
import { askedIn, labelsOf } from '../input/index.ts';
import { type Result, resultsOf, type Tally } from '../rules/index.ts';
import { type SurveysTexts, texts } from '../texts.ts';

/** So many open answers of each question stand in a message; the file has them all. */
const OPEN_SHOWN = 5;
const OPEN_LENGTH = 500;
/** All open answers together: so many letters. */
const OPEN_ROOM = 2_000;
const LABEL_SHOWN = 100;

export type ResultFacts = {
  readonly surveyId: string;
  readonly form: SurveyForm;
  readonly isAnonymous: boolean;
  /** What it is about, in plain words. */
  readonly about: string;
  readonly closesAt: Date;
  readonly needed: number;
  readonly asked: number;
  readonly answers: number;
  /** Why the results cannot be seen, if they cannot. */
  readonly state: 'open' | 'not_closed' | 'too_few';
  /** Null unless they can be seen. */
  readonly tally: Tally | null;
  /** All with the same questions that are over, taken together; also where this one alone had too few answers. */
  readonly series: { readonly surveys: number; readonly tally: Tally } | null;
};

type Answered = { readonly question: SurveyQuestion; readonly result: Result };

const number = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

function chartOf({ question, result }: Answered, words: SurveysTexts, locale: Locale): Chart {
  const { unit, empty } = words.results;
  const title = question.label[locale];
  return { title, labels: labelsOf(question, locale), series: [{ name: title, values: result.counts }], unit, empty };
}

/** Scales of one length and one meaning share a chart; whatever else can be counted has its own. */
function chartsOf(all: readonly Answered[], words: SurveysTexts, locale: Locale): readonly Chart[] {
  const counted = all.filter(({ question, result }) => question.kind !== 'open' && !result.isHidden);
  const groups = Map.groupBy(counted, ({ question }) =>
    question.kind === 'scale' ? `scale ${question.to}` : question.key,
  );
  return [...groups.values()].flatMap((group) => {
    const own = group.map((one) => chartOf(one, words, locale));
    const [first] = own;
    if (!first || own.length === 1) return own;
    const steps = first.series[0]?.values.map((_, at) => String(at + 1)) ?? [];
    const series = own.flatMap((one) => one.series);
    return split({ ...first, title: words.results.scales, labels: steps, series });
  });
}

function lowOf(form: SurveyForm, all: readonly Answered[]): number {
  const rule = form.lowScore;
  const found = all.find(({ question }) => question.key === rule?.question);
  const values = askedIn(form).find(({ key }) => key === rule?.question)?.values ?? [];
  if (!rule || !found) return 0;
  return found.result.counts.reduce((sum, n, at) => (Number(values[at]) <= rule.atMost ? sum + n : sum), 0);
}

function averages(all: readonly Answered[], words: SurveysTexts, locale: Locale): readonly string[] {
  return all.flatMap(({ question, result }) => {
    if (result.average === null) return [];
    const label = short(question, locale);
    const line = words.results.average(label, number(result.average, locale), result.answers);
    if (question.kind !== 'recommendation') return [line];
    const of = (from: number, to: number) => result.counts.slice(from, to + 1).reduce((sum, n) => sum + n, 0);
    return [`${line}. ${words.results.recommend(of(9, 10), of(0, 6))}`];
  });
}

const short = (question: SurveyQuestion, locale: Locale): string => typedShort(question.label[locale], LABEL_SHOWN);

function openBlocks(all: readonly Answered[], words: SurveysTexts, locale: Locale): readonly AnyBlock[] {
  const open = all.filter(({ question }) => question.kind === 'open').length;
  const shown = Math.max(1, Math.min(OPEN_SHOWN, Math.floor(OPEN_SHOWN / Math.max(1, open - 1))));
  const length = Math.min(OPEN_LENGTH, Math.floor(OPEN_ROOM / (shown * Math.max(1, open))));
  return all.flatMap(({ question, result }): readonly AnyBlock[] => {
    const label = short(question, locale);
    if (result.isHidden) return [section(words.results.hidden(label))];
    if (question.kind !== 'open' || result.texts.length === 0) return [];
    const rest = result.texts.length - shown;
    return [
      section(words.results.open(label)),
      ...result.texts.slice(0, shown).map((text) => quoted(clip(text, length))),
      ...(rest > 0 ? [context(words.results.more(rest))] : []),
    ];
  });
}

const answeredIn = (form: SurveyForm, tally: Tally, least: number): readonly Answered[] => {
  const found = resultsOf(askedIn(form), tally, least);
  return form.questions.flatMap((question, at) => {
    const result = found[at];
    return result ? [{ question, result }] : [];
  });
};

/** Several surveys together: averages only, of units in which nobody can be told from the others (N1). */
function seriesBlocks({ form, series, needed }: ResultFacts, locale: Locale): readonly AnyBlock[] {
  if (!series) return [];
  const words = texts(locale);
  const lines = averages(answeredIn(form, series.tally, needed), words, locale);
  return lines.length > 0 ? [section([words.results.series(series.surveys), ...lines].join('\n'))] : [];
}

/** The results of a survey for staff: charts, the numbers in words, what was written; or why they cannot be seen yet. */
export function resultsMessage(facts: ResultFacts, locale: Locale): Message {
  const { surveyId, form, isAnonymous, about, closesAt, needed, asked, answers, state, tally } = facts;
  const words = texts(locale);
  const { results } = words;
  const text = results.text(typed(form.title[locale]), typed(about));
  const above = [header(results.heading(form.title[locale])), section(results.about(typed(about), answers, asked))];
  if (state !== 'open' || !tally) {
    const why = state === 'not_closed' ? results.notClosed(formatMoment(closesAt, locale)) : results.tooFew(needed);
    return { text, blocks: [...above, context(why), ...seriesBlocks(facts, locale)] };
  }
  const least = isAnonymous ? needed : 1;
  const all = answeredIn(form, tally, least);
  const low = lowOf(form, all);
  const lines = [...averages(all, words, locale), ...(low > 0 ? [results.low(low)] : [])];
  return chartMessage({
    text,
    above: [...above, ...(lines.length > 0 ? [section(lines.join('\n'))] : [])],
    charts: chartsOf(all, words, locale),
    below: [
      ...openBlocks(all, words, locale),
      ...seriesBlocks(facts, locale),
      context(isAnonymous ? results.anonymous : results.named),
      actions([button(IDS.sheet, results.sheet, { value: surveyId })]),
    ],
  });
}
