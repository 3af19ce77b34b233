import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { touchCard } from '../../participations/public.ts';
import { NOTICES, type Seen } from '../ids.ts';
import type { NameForm } from '../input.ts';
import { areasOf, isTied, type Voucher, voucherOf } from '../queries/index.ts';
import { type Obstacle, obstacle, type VoucherState } from '../rules/index.ts';

export type NameRefusal = 'not_allowed' | 'tied' | 'changed_meanwhile' | 'unknown_area' | Obstacle;

/** Why this person cannot say it now. Notes may be kept before the opinion is sent; an area is named only after (ME-9). */
function refusalOf(voucher: Voucher, seen: Seen, { kind, areas }: NameForm): NameRefusal | null {
  const stopped = obstacle(voucher.ground);
  if (stopped && !(kind === 'note' && stopped === 'no_opinion')) return stopped;
  if (voucher.said.length !== seen.number) return 'changed_meanwhile';
  const known = areasOf(voucher).map(({ key }) => key);
  return areas.every((area) => known.includes(area)) ? null : 'unknown_area';
}

/** What a voucher is once this was said of it. */
function stateAfter(kind: NameForm['kind'], { state }: Voucher): VoucherState {
  if (kind === 'note') return state;
  return kind === 'named' ? 'area_named' : 'not_recommended';
}

/**
 * Whoever leads the organisation now names what its voucher is for, says that none is advised, or keeps a note that
 * whoever leads after them sees as well (ME-9, 21). What was said before stays; the newest that is no note counts.
 */
export const nameArea = (
  deps: Deps,
  actor: Actor,
  now: Date,
  seen: Seen,
  form: NameForm,
): Promise<Outcome<true, NameRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const { participationId } = seen;
    await tx.$executeRaw`SELECT 1 FROM "Participation" WHERE "id" = ${participationId}::uuid FOR UPDATE`;
    const voucher = await voucherOf(tx, participationId);
    if (!voucher || voucher.expertId !== actor.personId) return refuse('not_allowed');
    const { cohortId, organisationId } = voucher.place;
    if (await isTied(tx, actor.personId, organisationId)) return refuse('tied');
    const refusal = refusalOf(voucher, seen, form);
    if (refusal) return refuse(refusal);
    const { kind, areas, reason, form: training } = form;
    const [id, number] = [deps.ids.next(), voucher.said.length + 1];
    const who = { namedBy: actor.personId, namedAt: now };
    await tx.voucherNaming.create({
      data: { id, participationId, cohortId, kind, areas: [...areas], reason, form: training, ...who, number },
    });
    await record(deps, tx, actor, now, {
      ...{ act: `vouchers.${kind}`, subject: 'voucher', subjectId: participationId },
      ...{ cohortId, from: voucher.state, to: stateAfter(kind, voucher), detail: { areas: areas.join(' ') } },
    });
    const said = { kind: NOTICES.named, params: { participationId, number }, to: { staffOf: cohortId } };
    if (kind !== 'note') await notify(deps, tx, { ...said, key: `${NOTICES.named}:${id}`, at: now, cohortId });
    await touchCard(deps, tx, participationId);
    return ok(true);
  });

/** Who may open it: whoever leads the organisation, its form; staff, what was named (notes are not meant for them). */
export const sideOf = (actor: Actor, voucher: Voucher): 'expert' | 'staff' | null => {
  if (voucher.expertId === actor.personId) return 'expert';
  return isStaff(actor, voucher.place.cohortId) ? 'staff' : null;
};
