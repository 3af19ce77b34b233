import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { button } from '../../platform/slack/blocks.ts';
import { IDS } from './ids.ts';
import { type ConsultationRow, consultationsAmong, openConsultationIds } from './queries/index.ts';
import { MATTERS, owedFor } from './rules/index.ts';
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
  say: (row: Obligation, consultation: ConsultationRow) => MatterWords,
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

const timeOf = ({ startsAt, endsAt, zone }: ConsultationRow, locale: Locale): string =>
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
