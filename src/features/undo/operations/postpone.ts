import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing, WaitingAct } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { cohortById, definitionOf, undoMinutesOf } from '../../programmes/public.ts';
import { dueAfter } from '../rules.ts';
import { asJson, end } from './end.ts';

/** What came of asking for an act. `already`: the same was asked for before, and that still waits. */
export type Postponed<V> =
  | { readonly state: 'waiting' | 'already'; readonly id: string }
  | { readonly state: 'done'; readonly id: string; readonly value: V };

/** Those who ask for the same at once come one after the other; sees what waits as it is after whoever has it in hand. */
async function standing(tx: Tx, key: string): Promise<string | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "WaitingAct" WHERE "key" = ${key} AND "state" = 'waiting' FOR UPDATE`;
  return row?.id ?? null;
}

type Asked = { readonly kind: string; readonly params: unknown; readonly key: string; readonly cohortId: string };

async function write({ deps, tx, actor, now }: Doing, asked: Asked, minutes: number) {
  const { kind, params, key, cohortId } = asked;
  const id = deps.ids.next();
  const row = await tx.waitingAct.create({
    data: {
      ...{ id, kind, params: asJson(params), key, cohortId, byPerson: actor.personId },
      ...{ writtenAt: now, dueAt: dueAfter(now, minutes), state: 'waiting', failures: 0 },
    },
  });
  const line = { act: 'undo.postpone', subject: 'waiting_act', subjectId: id, cohortId, to: 'waiting' };
  await record(deps, tx, actor, now, { ...line, detail: { kind, key, minutes } });
  return row;
}

/**
 * Asks for an act with consequences (N11): it is checked now and done when the cohort's `undoMinutes` are over, or at
 * once when there are none. Until then one row is all there is of it. Refuses others than staff of the cohort, and
 * whatever the act itself refuses; a second asking for the same thing while the first waits is answered `already`.
 */
export async function postpone<P, V, R extends string>(
  deps: Deps,
  actor: Actor,
  now: Date,
  act: WaitingAct<P, V, R>,
  params: P,
): Promise<Outcome<Postponed<V>, R | 'not_allowed'>> {
  if (!isStaff(actor)) return refuse('not_allowed');
  const { kind, typed, seconds } = act;
  return inTransaction(
    deps.db,
    async (tx) => {
      const about = await typed.about(tx, params);
      if (!about || !isStaff(actor, about.cohortId)) return refuse('not_allowed');
      const before = await standing(tx, about.key);
      if (before) return ok({ state: 'already', id: before });
      const doing = { deps, tx, actor, now };
      const cohort = await cohortById(tx, about.cohortId);
      const minutes = cohort ? undoMinutesOf(definitionOf(cohort)) : 0;
      const outcome = minutes === 0 ? await typed.perform(doing, params) : await typed.check(doing, params);
      if (!outcome.ok) return outcome;
      const row = await write(doing, { kind, params, ...about }, minutes);
      if (minutes > 0) return ok({ state: 'waiting', id: row.id });
      await end(deps, tx, row, now, { step: 'do', doer: actor, result: outcome.value });
      return ok({ state: 'done', id: row.id, value: outcome.value as V });
    },
    seconds,
  );
}
