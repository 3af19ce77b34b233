import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { kindsOf } from './operations/index.ts';
import {
  allDeadlines,
  deadlineIdsOfPlaces,
  deadlinesAmong,
  deadlinesOfAssignments,
  deadlinesOfMoves,
  namesOfDeadlines,
} from './queries/index.ts';
import { FAMILY, inWarsaw, owedFor, REQUEST_MATTER } from './rules/index.ts';
import { manyWords, matterWords, requestsWords, requestWords } from './views/index.ts';

const same = async <T>(_tx: unknown, ids: T): Promise<T> => ids;

/** Whoever a kind names owes it by its date; the expert is the active one of the place. */
export const deadlineSource: ObligationSource = {
  name: 'deadline',
  touchedBy: {
    deadline: same,
    deadline_move: deadlinesOfMoves,
    participation: deadlineIdsOfPlaces,
    assignment: deadlinesOfAssignments,
  },
  everything: allDeadlines,
  owed: async (_deps, db, ids) => {
    const rows = await deadlinesAmong(db, ids);
    return new Map(
      rows.map(({ id, state, dueOn, dueTime, kind, participation, cohort, cohortId, requests }) => [
        id,
        owedFor({
          ...{ id, state, due: inWarsaw(dueOn, dueTime), participationId: participation.id },
          kind: kindsOf(cohort).find(({ key }) => key === kind) ?? null,
          cohortId,
          organisationId: participation.organisationId,
          isPlaceOpen: isOpen(stateOf(participation.state)),
          expertId: participation.assignments[0]?.expertId ?? null,
          requestId: requests[0]?.id ?? null,
        }),
      ]),
    );
  },
};

type Named = Awaited<ReturnType<typeof namesOfDeadlines>>[number];

const idOf = ({ params }: Obligation): string => String((params as { deadlineId?: unknown }).deadlineId);

/** What a deadline is called, and whose it is. */
const factsOf = ({ id, kind: key, participation, cohort, requests: [request] }: Named, locale: Locale) => {
  const kind = kindsOf(cohort).find((one) => one.key === key);
  const { id: requestId = null, proposedOn: until = '' } = request ?? {};
  return {
    ...{ deadlineId: id, organisation: participation.organisation.name, cohort: cohort.name },
    label: kind?.label[locale] ?? key,
    what: kind?.what[locale] ?? key,
    request: requestId === null ? null : { id: requestId, until },
  };
};

async function wordsOf(
  deps: Deps,
  rows: readonly Obligation[],
  locale: Locale,
  say: (row: Obligation, facts: ReturnType<typeof factsOf>) => MatterWords | null,
): Promise<ReadonlyMap<string, MatterWords>> {
  const named = await namesOfDeadlines(deps.db, rows.map(idOf));
  const facts = new Map(named.map((one) => [one.id, factsOf(one, locale)]));
  return new Map(
    rows.flatMap((row) => {
      const of = facts.get(idOf(row));
      const words = of && say(row, of);
      return words ? [[row.id, words] as const] : [];
    }),
  );
}

export const dueKinds: ObligationKind = {
  kind: FAMILY,
  words: (deps, rows, locale) =>
    wordsOf(deps, rows, locale, ({ ownerKind }, facts) => matterWords(facts, ownerKind, locale)),
  together: async (deps, rows, locale) => {
    const [first] = await namesOfDeadlines(deps.db, rows.slice(0, 1).map(idOf));
    return manyWords(rows.length, first ? factsOf(first, locale) : null, rows[0]?.cohortId ?? '', locale);
  },
};

export const requestKind: ObligationKind = {
  kind: REQUEST_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, locale, (_row, facts) => requestWords(facts, locale)),
  together: async (_deps, rows, locale) => requestsWords(rows.length, rows[0]?.cohortId ?? '', locale),
};
