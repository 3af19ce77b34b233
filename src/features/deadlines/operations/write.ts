import { toInstant, WARSAW } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import { inWarsaw, type Moment, next, type Standing, type Step } from '../rules/index.ts';
import { tellPlaces } from './tell.ts';

export type Move = {
  readonly moveId: string;
  readonly cohortId: string;
  readonly act: string;
  readonly reason: string | null;
  /** The organisation for whom staff act, when they do what is its own (R2). */
  readonly onBehalfOf?: string;
  readonly places: readonly { readonly id: string; readonly channelId: string | null }[];
};

type Change = {
  readonly deadlineId: string;
  readonly act: 'set' | 'moved' | 'removed' | 'done' | 'reopened';
  readonly from: Moment | null;
  readonly to: Moment | null;
  readonly origin: 'chosen' | 'rule' | 'policy';
};

const due = ({ date, time }: Moment) => {
  const civil = inWarsaw(date, time);
  return { dueOn: date, dueTime: time, zone: WARSAW, dueAt: toInstant(civil).instant, shownOverdue: false };
};

/** Writes history and the one journal line of a move, and has everybody concerned see it. */
async function conclude(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  given: { readonly move: Move; readonly changes: readonly Change[]; readonly isSaid: boolean },
): Promise<void> {
  const { move, changes, isSaid } = given;
  const { moveId, cohortId, reason, places } = move;
  await tx.deadlineChange.createMany({
    data: changes.map(({ deadlineId, act, from, to, origin }) => ({
      ...{ id: deps.ids.next(), moveId, deadlineId, act, origin, zone: WARSAW, reason, at },
      ...{ fromOn: from?.date ?? null, fromTime: from?.time ?? null, toOn: to?.date ?? null, toTime: to?.time ?? null },
      personId: doer === 'bot' || origin !== 'chosen' ? null : doer.personId,
    })),
  });
  const chosen = changes.find(({ origin }) => origin !== 'rule') ?? changes[0];
  const text = (moment: Moment | null | undefined) => (moment ? `${moment.date} ${moment.time}` : null);
  const isOne = places.length === 1;
  await record(deps, tx, doer, at, {
    act: move.act,
    subject: 'deadline_move',
    subjectId: moveId,
    cohortId,
    from: isOne ? text(chosen?.from) : null,
    to: text(chosen?.to),
    reason,
    onBehalfOf: move.onBehalfOf ?? null,
    detail: { places: places.length, deadlines: changes.length },
  });
  const deadlineIds = changes.map(({ deadlineId }) => deadlineId);
  await tellPlaces(deps, tx, { moveId, cohortId, places, deadlineIds, isSaid, at });
}

/** Gives deadlines their dates: new ones are written, those that stand are moved; a wish that is met by it is answered. */
export async function writeSteps(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  given: { readonly move: Move; readonly steps: readonly Step[]; readonly origin: 'chosen' | 'policy' },
): Promise<void> {
  const { move, steps, origin } = given;
  const written = steps.map((step) => ({ step, id: step.standing?.id ?? deps.ids.next() }));
  await tx.deadline.createMany({
    data: written.flatMap(({ step, id }) => {
      const { participationId, kind, standing, to } = step;
      if (standing) return [];
      const state = next('none', 'put') ?? 'open';
      return [{ id, participationId, cohortId: move.cohortId, kind, ...due(to), state, createdAt: at, version: 1 }];
    }),
  });
  const standing = written.filter(({ step }) => step.standing);
  const byMoment = Map.groupBy(standing, ({ step }) => `${step.to.date} ${step.to.time}`);
  for (const group of byMoment.values()) {
    const [first] = group;
    if (!first) continue;
    const where = { id: { in: group.map(({ id }) => id) } };
    const data = { ...due(first.step.to), state: 'open', doneAt: null, doneBy: null, version: { increment: 1 } };
    await tx.deadline.updateMany({ where, data });
    const met = { deadlineId: where.id, state: 'open', proposedOn: { lte: first.step.to.date } };
    const answer = { state: 'approved', answeredAt: at, answeredBy: doer === 'bot' ? null : doer.personId };
    await tx.timeRequest.updateMany({ where: met, data: answer });
  }
  const changes = written.map(({ step, id }): Change => {
    const { from, to } = step;
    return { deadlineId: id, act: from ? 'moved' : 'set', from, to, origin: step.origin === 'rule' ? 'rule' : origin };
  });
  await conclude(deps, tx, doer, at, { move, changes, isSaid: true });
}

const STATES = {
  finish: { by: 'finish', act: 'done', isSaid: false },
  reopen: { by: 'reopen', act: 'reopened', isSaid: true },
  remove: { by: 'remove', act: 'removed', isSaid: true },
  /** Another feature keeps the matter and its date from now on. */
  give_way: { by: 'remove', act: 'removed', isSaid: false },
  /** The act by which it was done turns out not to hold; whoever corrected that knows. */
  take_back: { by: 'reopen', act: 'reopened', isSaid: false },
} as const;

/** Finishes, reopens or takes away deadlines whose state allows it. Wishes for more time that waited are withdrawn. */
export async function writeStates(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  given: { readonly move: Move; readonly standing: readonly Standing[]; readonly act: keyof typeof STATES },
): Promise<void> {
  const { move, standing, act } = given;
  const ids = standing.map(({ id }) => id);
  const { by, isSaid, act: step } = STATES[act];
  const to = next(by === 'reopen' ? 'done' : 'open', by);
  if (!to) throw new Error(`no state after ${act}`);
  const doneBy = doer === 'bot' ? null : doer.personId;
  const done = act === 'finish' ? { doneAt: at, doneBy } : { doneAt: null, doneBy: null };
  await tx.deadline.updateMany({ where: { id: { in: ids } }, data: { state: to, ...done, version: { increment: 1 } } });
  const waiting = { deadlineId: { in: ids }, state: 'open' };
  await tx.timeRequest.updateMany({ where: waiting, data: { state: 'withdrawn', answeredAt: at } });
  const changes = standing.map(({ id, date, time }): Change => {
    const moment = { date, time };
    const isOpen = to === 'open';
    return { deadlineId: id, act: step, from: moment, to: isOpen ? moment : null, origin: 'chosen' };
  });
  await conclude(deps, tx, doer, at, { move, changes, isSaid });
}
