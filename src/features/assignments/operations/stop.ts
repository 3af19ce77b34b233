import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { askedAt, handOverById, placeById } from '../queries/index.ts';
import { handOverStateOf, nextHandOver } from '../rules/index.ts';
import { lockPlace } from './propose.ts';
import { withdrawIn, withdrawSilently } from './withdraw.ts';

export type StopRefusal = 'not_allowed' | 'changed_meanwhile' | 'has_left';
type Stopped = { readonly participationId: string };

/** The hand-over is called off in a transaction at hand, and whoever was asked to take over is asked no more. */
export async function stopIn(doing: Doing, id: string, isSilent: boolean): Promise<Outcome<Stopped, StopRefusal>> {
  const { deps, tx, actor, now } = doing;
  const seen = await handOverById(tx, id);
  if (!seen || !isStaff(actor, seen.cohortId)) return refuse('not_allowed');
  const { participationId, cohortId } = seen;
  await lockPlace(tx, participationId);
  const [row, place] = [await handOverById(tx, id), await placeById(tx, participationId)];
  const from = handOverStateOf(row?.state ?? 'stopped');
  const to = nextHandOver(from, 'stop');
  if (!row || !to) return refuse('changed_meanwhile');
  if (row.leftAt !== null) return refuse('has_left');
  const asked = place && askedAt(place);
  if (asked) await (isSilent ? withdrawSilently : withdrawIn)(doing, asked.id);
  await tx.handOver.update({ where: { id }, data: { state: to, endedAt: now, version: { increment: 1 } } });
  const line = { act: 'assignments.stop_hand_over', subject: 'hand_over', subjectId: id, cohortId, from, to };
  await record(deps, tx, actor, now, line);
  if (isSilent) return ok({ participationId });
  const { stays: kind } = NOTICES;
  const said = { kind, params: { handOverId: id }, key: `${kind}:${id}`, at: now, cohortId };
  await notify(deps, tx, { ...said, to: { person: row.formerId } });
  return ok({ participationId });
}

/** Staff call a hand-over off while the former expert still leads: everything stays as it was. Refuses others and a late one. */
export const stopHandOver = (deps: Deps, actor: Actor, now: Date, id: string): Promise<Outcome<Stopped, StopRefusal>> =>
  inTransaction(deps.db, (tx) => stopIn({ deps, tx, actor, now }, id, false));
