import { type Actor, isStaff } from '../../../core/actor.ts';
import { civilOf, toInstant } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { Prisma } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { definitionOf } from '../../programmes/public.ts';
import { CANVAS, NOTICES, type Seen } from '../ids.ts';
import { dueOf, isTied, type OpinionRow, opinionById, sentOf } from '../queries/index.ts';
import {
  dueAgain,
  laterOf,
  nextOf,
  type OpinionContent,
  type OpinionState,
  stateOf,
  taskChanges,
} from '../rules/index.ts';
import { conclude, lockOpinion, saidReleased, tell } from './act.ts';

export type LookRefusal = 'not_allowed' | 'tied' | 'writer_tied' | 'own' | 'changed_meanwhile';
type Looked = { readonly row: OpinionRow; readonly content: OpinionContent; readonly state: OpinionState };

/**
 * Whether this person may look over what was sent, as they saw it: staff, not its writer, and nobody with a tie to the
 * organisation; nor is anything released that was written by somebody who has one by now (invariant 4).
 */
async function mayLook(
  { tx, actor }: Pick<Doing, 'tx' | 'actor'>,
  row: OpinionRow | null,
  seen: Seen,
  act: 'return' | 'release',
): Promise<Outcome<Looked, LookRefusal>> {
  if (!row || !isStaff(actor, row.cohortId)) return refuse('not_allowed');
  const { organisationId } = row.participation;
  if (await isTied(tx, actor.personId, organisationId)) return refuse('tied');
  const state = nextOf(stateOf(row.state), act, row.number);
  const content = sentOf(row);
  if (row.version !== seen.version || !state || !content || !row.writerId) return refuse('changed_meanwhile');
  if (row.writerId === actor.personId) return refuse('own');
  if (act === 'release' && (await isTied(tx, row.writerId, organisationId))) return refuse('writer_tied');
  return ok({ row, content, state });
}

const over = { content: Prisma.DbNull } as const;

/** The term of a first opinion that comes back; whether it was late stays as it was when it was sent. */
function termAgain(row: OpinionRow, now: Date) {
  const again = dueAgain(civilOf(now).date, definitionOf(row.participation.cohort).settings);
  const due = laterOf(again, dueOf(row));
  return { dueOn: due.date, dueTime: due.time, zone: due.zone, dueAt: toInstant(due).instant };
}

/** Staff return an opinion with remarks; its writer keeps what they wrote as their draft, and has a new term for it. */
export const returnOpinion = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { remarks, ...seen }: Seen & { readonly remarks: string },
): Promise<Outcome<true, LookRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const looked = await mayLook(doing, await lockOpinion(doing, seen.opinionId), seen, 'return');
    if (!looked.ok) return looked;
    const { row, content, state } = looked.value;
    const [opinionId, personId] = [row.id, row.writerId ?? ''];
    const kept = { content: { ...content, reason: row.reason ?? '' }, savedAt: now };
    // A draft kept since the sending is newer.
    await tx.opinionDraft.createMany({ data: { opinionId, personId, ...kept }, skipDuplicates: true });
    const term = state === 'returned' ? termAgain(row, now) : {};
    await tx.opinion.update({
      where: { id: opinionId },
      data: { state, remarks, ...over, ...term, version: { increment: 1 } },
    });
    await conclude(doing, row, { act: 'return', to: state, reason: remarks });
    const sending = row.version + 1;
    await tell(doing, row, [{ kind: NOTICES.returned, params: { sending }, to: { person: personId } }]);
    return ok(true);
  });

/** Whether an opinion may be released as it was seen; writes nothing. */
export const previewRelease = async (
  doing: Pick<Doing, 'tx' | 'actor'>,
  seen: Seen,
): Promise<Outcome<true, LookRefusal>> => {
  const looked = await mayLook(doing, await opinionById(doing.tx, seen.opinionId), seen, 'release');
  return looked.ok ? ok(true) : looked;
};

/** What the newest version advises becomes the organisation's tasks; what was done stays, what is advised no more goes. */
async function renewTasks({ deps, tx }: Doing, row: OpinionRow, content: OpinionContent): Promise<void> {
  const { add, drop } = taskChanges(row.tasks, content.recommendations);
  await tx.opinionTask.updateMany({ where: { id: { in: [...drop] } }, data: { state: 'dropped' } });
  await tx.opinionTask.createMany({
    data: add.map(({ text, position }) => ({ id: deps.ids.next(), opinionId: row.id, text, position, state: 'open' })),
  });
}

/**
 * Publishes an opinion: the next version, in the organisation's channel with its PDF and, where Slack lets it, in the
 * channel's canvas; its recommendations become tasks. In the transaction of the act.
 */
export async function releaseIn(doing: Doing, seen: Seen): Promise<Outcome<{ readonly number: number }, LookRefusal>> {
  const { deps, tx, actor, now } = doing;
  const looked = await mayLook(doing, await lockOpinion(doing, seen.opinionId), seen, 'release');
  if (!looked.ok) return looked;
  const { row, content, state } = looked.value;
  const [opinionId, number, writtenBy] = [row.id, row.number + 1, row.writerId ?? ''];
  const by = { writtenBy, writtenAt: row.sentAt ?? now, releasedBy: actor.personId, releasedAt: now };
  const version = { id: deps.ids.next(), opinionId, number, content: { ...content }, reason: row.reason };
  await tx.opinionVersion.create({ data: { ...version, ...by } });
  const unread = { readAt: null, readBy: null, reason: null };
  await tx.opinion.update({
    where: { id: opinionId },
    data: { state, number, ...over, ...unread, version: { increment: 1 } },
  });
  await renewTasks(doing, row, content);
  await conclude(doing, row, { act: 'release', to: state, reason: row.reason, detail: { number } });
  const writer = { kind: NOTICES.returned, params: { number }, to: { person: writtenBy } };
  await tell(doing, row, [saidReleased(row, number), writer]);
  await deps.jobs.enqueue(tx, CANVAS, { opinionId }, {});
  return ok({ number });
}
