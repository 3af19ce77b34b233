import type { ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { allCounted, requestsAmong } from './queries.ts';
import { MATTER, owedFor, topicOf } from './rules/index.ts';
import { matterWords } from './views/index.ts';

const same = async <T>(_tx: unknown, ids: T): Promise<T> => ids;

/** Staff owe an answer to what they were told in private. */
export const requestSource: ObligationSource = {
  name: 'help-request',
  touchedBy: { help_request: same },
  everything: allCounted,
  owed: async (_deps, db, ids) =>
    new Map(
      (await requestsAmong(db, ids)).map((row) => [row.id, owedFor({ ...row, cohortId: row.participation.cohortId })]),
    ),
};

export const answerKind: ObligationKind = {
  kind: MATTER,
  words: async ({ db }, rows, locale) => {
    const idOf = ({ key }: { readonly key: string }): string => key.slice(MATTER.length + 1);
    const found = new Map((await requestsAmong(db, rows.map(idOf))).map((request) => [request.id, request]));
    return new Map(
      rows.flatMap((row) => {
        const request = found.get(idOf(row));
        const topic = request && topicOf(request.topic);
        if (!request || !topic) return [];
        const { organisation, cohort } = request.participation;
        const facts = { requestId: request.id, participationId: request.participationId, topic };
        const names = { organisation: organisation.name, cohort: cohort.name };
        return [[row.id, matterWords({ ...facts, ...names }, locale)] as const];
      }),
    );
  },
};
