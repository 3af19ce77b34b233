import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { button } from '../../platform/slack/blocks.ts';
import { IDS } from './ids.ts';
import {
  consultationsAmong,
  type ListedRow,
  openConsultationIds,
  openQuestionIds,
  questionsAmong,
} from './queries/index.ts';
import { MATTERS, owedFor, owedForQuestion } from './rules/index.ts';
import { texts, timeText } from './texts.ts';
import { shortName } from './views/index.ts';

/** The expert owes an answer to a request; both sides owe that they come. */
export const consultationSource: ObligationSource = {
  name: 'consultation',
  touchedBy: { consultation: async (_tx, ids) => ids },
  everything: openConsultationIds,
  owed: async (_deps, db, ids) => {
    const rows = await consultationsAmong(db, ids);
    return new Map(rows.map((row) => [row.id, owedFor({ ...row, organisationId: row.participation.organisationId })]));
  },
};

const idOf = ({ params }: Obligation): string => String((params as { consultationId?: unknown }).consultationId);

async function wordsOf(
  deps: Deps,
  rows: readonly Obligation[],
  say: (row: Obligation, consultation: ListedRow) => MatterWords,
): Promise<ReadonlyMap<string, MatterWords>> {
  const found = await consultationsAmong(deps.db, rows.map(idOf));
  const byId = new Map(found.map((one) => [one.id, one]));
  return new Map(
    rows.flatMap((row) => {
      const consultation = byId.get(idOf(row));
      return consultation ? [[row.id, say(row, consultation)] as const] : [];
    }),
  );
}

const timeOf = ({ startsAt, endsAt, zone }: ListedRow, locale: Locale): string =>
  timeText({ start: startsAt, end: endsAt, zone }, locale);

export const attendKind: ObligationKind = {
  kind: MATTERS.attend,
  words: (deps, rows, locale) => {
    const { matters, buttons } = texts(locale);
    return wordsOf(deps, rows, ({ ownerKind }, row) => {
      const other = ownerKind === 'person' ? row.participation.organisation.name : row.expert.name;
      const own = [
        button(IDS.move, buttons.move, { value: row.id }),
        button(IDS.cancel, buttons.cancel, { value: row.id }),
      ];
      return {
        what: matters.attend(timeOf(row, locale)),
        why: matters.attendWith(shortName(other)),
        buttons: own,
      };
    });
  },
};

export const answerKind: ObligationKind = {
  kind: MATTERS.answer,
  words: (deps, rows, locale) => {
    const { matters, buttons } = texts(locale);
    return wordsOf(deps, rows, (_row, row) => ({
      what: matters.answer(shortName(row.participation.organisation.name)),
      why: matters.answerWhy(timeOf(row, locale)),
      buttons: [
        button(IDS.approve, buttons.approve, { value: row.id, style: 'primary' }),
        button(IDS.refuse, buttons.refuse, { value: row.id }),
      ],
    }));
  },
};

/** A question that nobody took is a matter of staff. */
export const questionSource: ObligationSource = {
  name: 'field_question',
  touchedBy: { field_question: async (_tx, ids) => ids },
  everything: openQuestionIds,
  owed: async (_deps, db, ids) => new Map((await questionsAmong(db, ids)).map((row) => [row.id, owedForQuestion(row)])),
};

const questionOf = ({ params }: Obligation): string => String((params as { questionId?: unknown }).questionId);

export const questionKind: ObligationKind = {
  kind: MATTERS.question,
  words: async (deps, rows, locale) => {
    const { matters } = texts(locale);
    const found = await questionsAmong(deps.db, rows.map(questionOf));
    const byId = new Map(found.map((one) => [one.id, one]));
    return new Map(
      rows.flatMap((row) => {
        const question = byId.get(questionOf(row));
        if (!question) return [];
        const what = matters.question(shortName(question.participation.organisation.name));
        return [[row.id, { what, why: shortName(question.text) }] as const];
      }),
    );
  },
};
