import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, header, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS, pageCodec } from '../ids.ts';
import { texts } from '../texts.ts';

export const PAGE = 8;

export type SurveyLine = {
  readonly surveyId: string;
  readonly title: string;
  readonly about: string;
  readonly cohort: string;
  readonly closesAt: Date;
  readonly isClosed: boolean;
  readonly asked: number;
  readonly answers: number;
};

export type SurveyList = {
  /** Null: of all cohorts that the person looks after. */
  readonly cohortId: string | null;
  readonly from: number;
  readonly total: number;
  readonly rows: readonly SurveyLine[];
};

/** The surveys of a cohort, the newest first, each with the button of its results. */
export function listMessage({ cohortId, from, total, rows }: SurveyList, locale: Locale): Message {
  const words = texts(locale).list;
  const page = (at: number) => ({ value: pageCodec.encode({ cohortId, from: at }) });
  const turns = [
    ...(from > 0 ? [button(IDS.previous, words.previous, page(Math.max(0, from - PAGE)))] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.next, page(from + PAGE))] : []),
  ];
  const lines = rows.flatMap((row): readonly AnyBlock[] => {
    const show = button(IDS.results, words.show, { value: row.surveyId });
    const state = row.isClosed
      ? words.state.closed(row.answers, row.asked)
      : words.state.open(row.answers, row.asked, formatMoment(row.closesAt, locale));
    const what = words.row(typed(row.title), typed(row.about), typed(row.cohort));
    return [section(`${what}: ${state}`, show)];
  });
  return {
    text: words.text,
    blocks: [
      header(words.heading(total)),
      ...lines,
      ...(total === 0 ? [section(words.none)] : []),
      ...(turns.length > 0 ? [context(words.page(from + 1, from + rows.length, total)), actions(turns)] : []),
    ],
  };
}
