import type { Db, Tx } from '../../../platform/db/client.ts';
import { actionById, observationOf } from '../../actions/public.ts';
import { findPeople } from '../../people/public.ts';
import { type OpinionDraft, opinionDraft, type SelfDraft, selfDraft } from '../input.ts';
import { hasObserved, stateOf, writerOf } from '../rules/index.ts';
import type { FormFacts, OpinionFacts, ReleasedFacts, SelfFacts } from '../views/index.ts';
import { dueOf, type OpinionRow, principlesOf, selfOf, sentOf, standingOf, versionsOf } from './opinions.ts';

const namesOf = async (db: Db | Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return new Map((await findPeople(db, wanted)).map(({ id, name }) => [id, name]));
};

/** What every view of an opinion names. */
const named = (row: OpinionRow) => ({
  ...{ opinionId: row.id, organisation: row.participation.organisation.name, cohort: row.participation.cohort.name },
  ...{ action: row.action.title, isPreparation: row.scope === 'preparation', principles: principlesOf(row) },
});

/** A released version; null when there is no such version. */
export async function releasedFacts(db: Db | Tx, row: OpinionRow, number: number): Promise<ReleasedFacts | null> {
  const version = versionsOf(row).find((one) => one.number === number);
  if (!version) return null;
  const names = await namesOf(db, [version.writtenBy, row.readBy, row.reactedBy]);
  const { readAt, readBy, reaction, reactionKind, reactedBy } = row;
  return {
    ...named(row),
    ...{ number, newest: row.number, content: version.content, reason: version.reason },
    ...{ at: version.releasedAt, writer: names.get(version.writtenBy) ?? '?' },
    isByAnother: version.content.evidence === 'documents' && version.writtenBy !== row.leadId,
    read: readAt && { by: names.get(readBy ?? '') ?? '?', at: readAt },
    reaction:
      reaction === null
        ? null
        : { text: reaction, isQuestion: reactionKind === 'question', by: names.get(reactedBy ?? '') ?? '?' },
    isSelfSent: selfOf(row) !== null,
  };
}

/** An opinion as its page shows it to those who may see all of it. */
export async function opinionFacts(db: Db | Tx, row: OpinionRow): Promise<OpinionFacts> {
  const writerId = writerOf(standingOf(row));
  const names = await namesOf(db, [writerId]);
  return {
    ...named(row),
    ...{ state: stateOf(row.state), version: row.version, number: row.number, due: dueOf(row), sentAt: row.sentAt },
    writer: writerId && (names.get(writerId) ?? '?'),
    ...{ sent: sentOf(row), reason: row.reason, remarks: row.remarks, isLate: row.isLate, self: selfOf(row) },
    released: row.number > 0 ? await releasedFacts(db, row, row.number) : null,
    tasks: row.tasks
      .filter(({ state }) => state !== 'dropped')
      .map(({ text, state }) => ({ text, isDone: state === 'done' })),
  };
}

/** A list of the writer's name by opinion, for lists. */
export async function writersOf(db: Db | Tx, rows: readonly OpinionRow[]): Promise<ReadonlyMap<string, string>> {
  const writers = rows.map((row) => [row.id, writerOf(standingOf(row))] as const);
  const names = await namesOf(
    db,
    writers.map(([, writer]) => writer),
  );
  return new Map(writers.flatMap(([id, writer]) => (writer ? [[id, names.get(writer) ?? '?'] as const] : [])));
}

const EMPTY: OpinionDraft = {
  ...{ smooth: '', care: '', ratings: {}, reason: '', recommendations: [] },
  evidence: 'observed',
};

/** The opinion's form as this person left it, what they sent, or what was released last. */
export async function formFacts(db: Db | Tx, row: OpinionRow, personId: string): Promise<FormFacts> {
  const stored = await db.opinionDraft.findUnique({ where: { opinionId_personId: { opinionId: row.id, personId } } });
  const kept = opinionDraft.safeParse(stored?.content).data;
  const before = sentOf(row) ?? versionsOf(row)[0]?.content;
  const action = await actionById(db, row.actionId);
  const notes = await observationOf(db, row.actionId, personId);
  return {
    ...named(row),
    ...{ version: row.version, number: row.number, remarks: row.remarks, due: dueOf(row), self: selfOf(row) },
    draft: kept ?? (before ? { ...EMPTY, ...before, reason: row.reason ?? '' } : EMPTY),
    hasObserved: row.scope === 'action' && hasObserved(personId, action?.dates ?? []),
    notes: notes?.text ?? null,
  };
}

/** The self-evaluation's form as it was left. */
export function selfFacts(row: OpinionRow): SelfFacts {
  const draft: SelfDraft = selfDraft.safeParse(row.selfEvaluation?.draft).data ?? {
    ...{ smooth: '', care: '', ratings: {}, plans: [] },
  };
  return { ...named(row), version: row.selfEvaluation?.version ?? 0, draft };
}
