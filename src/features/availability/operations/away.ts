import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Expert, lockExpert } from '../../experts/public.ts';
import { record } from '../../journal/public.ts';
import { substitutesFor } from '../queries/index.ts';
import { instantsOf } from '../rules/index.ts';
import { tellAway } from './tell.ts';
import { type AwayRefusal, type AwayWorld, awayWorld, type Days } from './world.ts';

/** What an absence would do: whom it concerns, how much is booked in it, and who can stand in. */
export type AwayPreview = {
  readonly world: AwayWorld;
  readonly booked: number;
  readonly substitutes: readonly Expert[];
};

/** Looks before anything is written. Refuses what `writeAbsence` would. */
export async function previewAbsence(
  deps: Deps,
  actor: Actor,
  now: Date,
  days: Days,
): Promise<Outcome<AwayPreview, AwayRefusal>> {
  const found = await awayWorld(deps.db, actor, now, days);
  if (!found.ok) return found;
  const world = found.value;
  const { from, until } = instantsOf(days, world.zone);
  const taken = await Promise.all(deps.offers.booked.map((ask) => ask(deps.db, days.expertId, { from, until, now })));
  // What has begun by now stays as it was, what is only held is let go, and buffers alone move nothing.
  const moved = taken.flat().filter((one) => !one.isHeld && one.start > now && one.start < until && from < one.end);
  return ok({ world, booked: moved.length, substitutes: await substitutesFor(deps.db, world.gap) });
}

export type AbsenceWish = Days & {
  /** Made when the form opens, so that a form sent twice is one absence (R3). */
  readonly absenceId: string;
  readonly substituteId: string | null;
};

type Written = { readonly name: string; readonly isNew: boolean };
type Writing = Outcome<Written, AwayRefusal | 'substitute_unfit'>;

async function write(deps: Deps, tx: Tx, actor: Actor, now: Date, wish: AbsenceWish): Promise<Writing> {
  const { absenceId, expertId, from, last, substituteId } = wish;
  await lockExpert(tx, expertId);
  const twice = await tx.absence.findUnique({ where: { id: absenceId }, select: { expertId: true } });
  if (twice) return twice.expertId === expertId ? ok({ name: '', isNew: false }) : refuse('not_allowed');
  const found = await awayWorld(tx, actor, now, wish);
  if (!found.ok) return found;
  const { expert, zone, led, gap } = found.value;
  if (substituteId) {
    // Held as well, so that both do not stand in for each other.
    await lockExpert(tx, substituteId);
    const fit = await substitutesFor(tx, gap);
    if (!fit.some(({ personId }) => personId === substituteId)) return refuse('substitute_unfit');
  }
  const days = { fromOn: from, lastOn: last };
  const by = { writtenBy: actor.personId, writtenAt: now };
  await tx.absence.create({ data: { id: absenceId, expertId, ...days, substituteId, ...by } });
  await record(deps, tx, actor, now, {
    ...{ act: 'availability.away', subject: 'person', subjectId: expertId },
    onBehalfOf: actor.personId === expertId ? null : expert.name,
    detail: { absenceId, from, last, substituteId },
  });
  const away = { absenceId, expertId, ...instantsOf(wish, zone), substituteId };
  for (const hook of deps.offers.onAway) await hook({ deps, tx, actor, now }, away);
  await tellAway({ deps, tx, actor, now }, { absenceId, expertId, substituteId, led, isBack: false });
  return ok({ name: expert.name, isNew: true });
}

/**
 * Writes that an expert will be away (ME-1, case 19): by the expert, or by staff on their behalf, which is kept (R2).
 * What is booked in it is moved by the features it belongs to. Refuses days that are over or written already, and a
 * substitute who is away, tied to one of the organisations, or does not work in their cohorts.
 */
export const writeAbsence = (deps: Deps, actor: Actor, now: Date, wish: AbsenceWish): Promise<Writing> =>
  inTransaction(deps.db, (tx) => write(deps, tx, actor, now, wish));
