import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import {
  everyMeeting,
  factsOf,
  type MeetingRow,
  meetingsAmong,
  meetingsOfPlaces,
  saidOf,
  settingsOf,
} from './queries/index.ts';
import { CARD_MATTER, CONFIRM_MATTER, cardStateOf, DECIDE_MATTER, type Owing, owedFor } from './rules/index.ts';
import { cardMatter, confirmMatter, decideMatter, decideMatters } from './views/index.ts';

function owingOf(row: MeetingRow): Owing {
  const { id: consultationId, cohortId, participationId, expertId, state, endsAt, tookPlace, card } = row;
  return {
    ...{ consultationId, cohortId, participationId, expertId, state, endsAt },
    organisationId: row.participation.organisationId,
    question: tookPlace && { state: tookPlace.state, expertSays: saidOf(row).expert },
    card: card && { state: cardStateOf(card.state), number: card.number, confirmBy: card.confirmBy },
    settings: settingsOf(row),
  };
}

/** Who owes what once a consultation is over. All acts of this feature are lines of the consultation's journal. */
export const recordSource: ObligationSource = {
  name: 'record',
  touchedBy: { consultation: async (_tx, ids) => ids, participation: meetingsOfPlaces },
  everything: everyMeeting,
  owed: async (_deps, db, ids) => new Map((await meetingsAmong(db, ids)).map((row) => [row.id, owedFor(owingOf(row))])),
};

const idOf = ({ params }: Obligation): string => String((params as { consultationId?: unknown }).consultationId);

async function wordsOf(
  deps: Deps,
  rows: readonly Obligation[],
  say: (row: MeetingRow) => MatterWords | null,
): Promise<ReadonlyMap<string, MatterWords>> {
  const found = new Map((await meetingsAmong(deps.db, rows.map(idOf))).map((row) => [row.id, row]));
  return new Map(
    rows.flatMap((obligation) => {
      const row = found.get(idOf(obligation));
      const words = row && say(row);
      return words ? [[obligation.id, words] as const] : [];
    }),
  );
}

function confirmWords(row: MeetingRow, locale: Locale): MatterWords | null {
  const { card } = row;
  return card && card.number > 0
    ? confirmMatter({ ...factsOf(row), cardId: card.id, number: card.number }, locale)
    : null;
}

export const cardKind: ObligationKind = {
  kind: CARD_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, (row) => cardMatter(factsOf(row), locale)),
};

export const confirmKind: ObligationKind = {
  kind: CONFIRM_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, (row) => confirmWords(row, locale)),
};

export const decideKind: ObligationKind = {
  kind: DECIDE_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, (row) => decideMatter(factsOf(row), locale)),
  together: async (_deps, rows, locale) => decideMatters(rows.length, locale),
};
