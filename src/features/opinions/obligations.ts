import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import {
  everyOpinion,
  type OpinionRow,
  opinionsAmong,
  opinionsOfAssignments,
  opinionsOfPeople,
  opinionsOfPlaces,
  owingsOf,
} from './queries/index.ts';
import {
  LOOK_MATTER,
  NAME_MATTER,
  owedFor,
  READ_MATTER,
  SELF_MATTER,
  TASK_MATTER,
  WRITE_MATTER,
} from './rules/index.ts';
import { lookMatter, manyMatters, nameMatter, readMatter, selfMatter, taskMatter, writeMatter } from './views/index.ts';

/** Who owes what about an opinion; hand-overs are acts on the place's assignments, ties acts on a person. */
export const opinionSource: ObligationSource = {
  name: 'opinion',
  touchedBy: {
    opinion: async (_tx, ids) => ids,
    ...{ participation: opinionsOfPlaces, assignment: opinionsOfAssignments, person: opinionsOfPeople },
  },
  everything: everyOpinion,
  owed: async (_deps, db, ids) => new Map((await owingsOf(db, ids)).map((one) => [one.opinionId, owedFor(one)])),
};

type Params = { readonly opinionId?: unknown; readonly taskId?: unknown };
const paramsOf = ({ params }: Obligation): Params => params as Params;

/** Words by obligation, from the opinions read once for all of a list. */
async function wordsOf(
  deps: Deps,
  rows: readonly Obligation[],
  say: (row: OpinionRow, obligation: Obligation) => MatterWords | null,
): Promise<ReadonlyMap<string, MatterWords>> {
  const ids = rows.map((row) => String(paramsOf(row).opinionId));
  const found = new Map((await opinionsAmong(deps.db, ids)).map((row) => [row.id, row]));
  return new Map(
    rows.flatMap((obligation) => {
      const row = found.get(String(paramsOf(obligation).opinionId));
      const words = row && say(row, obligation);
      return words ? [[obligation.id, words] as const] : [];
    }),
  );
}

const named = (row: OpinionRow) => ({ opinionId: row.id, organisation: row.participation.organisation.name });

export const writeKind: ObligationKind = {
  kind: WRITE_MATTER,
  words: (deps, rows, locale) =>
    wordsOf(deps, rows, (row) => {
      const facts = { isReturned: row.state === 'returned', isPreparation: row.scope === 'preparation' };
      return writeMatter({ ...named(row), ...facts }, locale);
    }),
};

export const nameKind: ObligationKind = {
  kind: NAME_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, (row) => nameMatter(named(row), locale)),
  together: async (_deps, rows, locale) => manyMatters(rows.length, locale),
};

export const lookKind: ObligationKind = {
  kind: LOOK_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, (row) => lookMatter(named(row), locale)),
  together: async (_deps, rows, locale) => manyMatters(rows.length, locale),
};

export const readKind: ObligationKind = {
  kind: READ_MATTER,
  words: (deps, rows, locale) =>
    wordsOf(deps, rows, (row) => (row.number > 0 ? readMatter({ ...named(row), number: row.number }, locale) : null)),
};

export const selfKind: ObligationKind = {
  kind: SELF_MATTER,
  words: (deps, rows, locale) => wordsOf(deps, rows, (row) => selfMatter(named(row), locale)),
};

export const taskKind: ObligationKind = {
  kind: TASK_MATTER,
  words: (deps, rows, locale) =>
    wordsOf(deps, rows, (row, obligation) => {
      const task = row.tasks.find(({ id }) => id === paramsOf(obligation).taskId);
      return task ? taskMatter({ taskId: task.id, text: task.text }, locale) : null;
    }),
};
