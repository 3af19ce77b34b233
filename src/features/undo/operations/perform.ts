import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { WaitingAct } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { actorById } from '../../people/public.ts';
import { NOTICES } from '../ids.ts';
import { actById, dueActs } from '../queries.ts';
import { MOST_FAILURES, type OwnRefusal } from '../rules.ts';
import { claimDue, holdWaiting, type Over } from './claim.ts';
import { end } from './end.ts';

/** Does the act as it was asked for, by this person, with the roles they hold. */
async function perform(deps: Deps, tx: Tx, row: WaitingAct, actor: Actor | null, now: Date): Promise<Outcome<unknown>> {
  if (!actor || !isStaff(actor, row.cohortId)) return refuse('no_longer_staff' satisfies OwnRefusal);
  const kind = deps.offers.waitingActs.get(row.kind);
  if (!kind) throw new Error(`no waiting act of the kind ${row.kind}`);
  return kind.perform({ deps, tx, actor, now }, row.params);
}

/** Staff of the cohort are told what was not done, and why. */
async function refuseAct(deps: Deps, tx: Tx, row: WaitingAct, now: Date, refusal: string): Promise<void> {
  await end(deps, tx, row, now, { step: 'refuse', doer: 'bot', refusal });
  const { refused: kind } = NOTICES;
  const to = { staffOf: row.cohortId };
  await notify(deps, tx, { kind, params: { actId: row.id }, to, key: `${kind}:${row.id}`, at: now });
}

/** The row, the act and its notices are one transaction: killed before its end, all of it is as if never begun. */
const performOne = (deps: Deps, id: string, now: Date, seconds?: number): Promise<void> =>
  inTransaction(
    deps.db,
    async (tx) => {
      const row = await claimDue(tx, id);
      if (!row) return;
      const outcome = await perform(deps, tx, row, await actorById(deps, tx, row.byPerson), now);
      if (!outcome.ok) return refuseAct(deps, tx, row, now, outcome.reason);
      await end(deps, tx, row, now, { step: 'do', doer: 'bot', result: outcome.value });
    },
    seconds,
  );

/** Something unexpected is tried again with the next tick, and not for ever. */
const noteFailure = (deps: Deps, id: string, now: Date): Promise<void> =>
  inTransaction(deps.db, async (tx) => {
    const row = await claimDue(tx, id);
    if (!row) return;
    const failures = row.failures + 1;
    await tx.waitingAct.update({ where: { id }, data: { failures } });
    if (failures >= MOST_FAILURES) await refuseAct(deps, tx, row, now, 'unexpected' satisfies OwnRefusal);
  });

/** Does what is due. Several processes may ask at once: each act is done by one of them. */
export async function performDue(deps: Deps, now: Date): Promise<void> {
  for (const { id, kind } of await dueActs(deps.db, now)) {
    try {
      await performOne(deps, id, now, deps.offers.waitingActs.get(kind)?.seconds);
    } catch (error) {
      deps.log.error({ actId: id, kind, err: error }, 'a waiting act was not done');
      await noteFailure(deps, id, now);
    }
  }
}

/**
 * Staff of the cohort have an act done at once, in their own name (R1). Refuses others, what is over already, and
 * whatever the act refuses now: then it is over too. The reason of the latter is the act's own.
 */
export async function doNow(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<WaitingAct, 'not_allowed' | 'act_refused' | Over>> {
  const known = await actById(deps.db, id);
  const seconds = known ? deps.offers.waitingActs.get(known.kind)?.seconds : undefined;
  return inTransaction(
    deps.db,
    async (tx) => {
      const held = await holdWaiting(tx, actor, id);
      if (!held.ok) return held;
      const row = held.value;
      const outcome = await perform(deps, tx, row, actor, now);
      if (!outcome.ok) {
        await end(deps, tx, row, now, { step: 'refuse', doer: actor, refusal: outcome.reason });
        return refuse('act_refused');
      }
      await end(deps, tx, row, now, { step: 'do', doer: actor, result: outcome.value });
      return ok(row);
    },
    seconds,
  );
}
