import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing, HandOverHook } from '../../../platform/feature.ts';
import { expertProfile } from '../../experts/public.ts';
import { NOTICES, type Seen } from '../ids.ts';
import { isTied, type OpinionRow, opinionOfPlace, standingOf } from '../queries/index.ts';
import { isWritable, mayTakeOn, stateOf, writerOf } from '../rules/index.ts';
import { conclude, lockOpinion, tell } from './act.ts';

/**
 * Asks whoever led when the action was over whether they write the opinion though another leads; not whoever is tied, or
 * left ill, over a conflict or at the organisation's request.
 */
export async function offer(doing: Doing, row: OpinionRow, formerId: string): Promise<void> {
  if (!mayTakeOn(formerId, standingOf(row))) return;
  if (await isTied(doing.tx, formerId, row.participation.organisationId)) return;
  await conclude(doing, row, { act: 'offer_to_former' });
  await tell(doing, row, [{ kind: NOTICES.offer, to: { person: formerId } }]);
}

/**
 * The organisation passed to another expert while its opinion is unsent (21): it falls to the successor, who writes it
 * from documents; the former is asked whether they write it after all. Drafts stay with whoever wrote them. What was sent
 * stays its writer's.
 */
export const offerToFormer: HandOverHook = async (doing, { participationId, formerId }) => {
  const found = await opinionOfPlace(doing.tx, participationId);
  const row = found && (await lockOpinion(doing, found.id));
  if (row) await offer(doing, row, formerId);
};

type PassRefusal = 'not_allowed' | 'tied' | 'changed_meanwhile';

/** Whoever led when the action ended takes the opinion on, although another leads now. */
export const takeOn = (deps: Deps, actor: Actor, now: Date, opinionId: string): Promise<Outcome<true, PassRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const row = await lockOpinion(doing, opinionId);
    if (!row || row.leadId !== actor.personId) return refuse('not_allowed');
    if (row.writerId === actor.personId) return ok(true);
    if (!mayTakeOn(actor.personId, standingOf(row))) return refuse('changed_meanwhile');
    if (await isTied(tx, actor.personId, row.participation.organisationId)) return refuse('tied');
    await tx.opinion.update({
      where: { id: opinionId },
      data: { writerId: actor.personId, version: { increment: 1 } },
    });
    await conclude(doing, row, { act: 'take_on' });
    return ok(true);
  });

export type NameRefusal = PassRefusal | 'expert_tied' | 'not_an_expert' | 'writes_already';

type Naming = Seen & { readonly expertId: string; readonly reason: string };

async function namingRefusal({ tx, actor }: Doing, row: OpinionRow, { version, expertId }: Naming) {
  const { organisationId } = row.participation;
  if (await isTied(tx, actor.personId, organisationId)) return refuse('tied');
  if (!isWritable(stateOf(row.state)) || row.version !== version) return refuse('changed_meanwhile');
  const expert = await expertProfile(tx, expertId);
  const isHere = expert?.heldIn.some((cohortId) => cohortId === null || cohortId === row.cohortId);
  if (!expert || !isHere || expert.isDeactivated) return refuse('not_an_expert');
  if (await isTied(tx, expertId, organisationId)) return refuse('expert_tied');
  return writerOf(standingOf(row)) === expertId ? refuse('writes_already') : null;
}

/** Who writes it from now on, and who was to; nothing waited for whoever wrote what was released. */
async function tellNamed(doing: Doing, row: OpinionRow, expertId: string): Promise<void> {
  const { number } = row;
  const naming = row.version + 1;
  const asked = { kind: NOTICES.named, params: { naming, expertId, number }, to: { person: expertId } };
  const before = number > 0 ? null : writerOf(standingOf(row));
  const relieved = before ? [{ kind: NOTICES.relieved, params: { naming }, to: { person: before } }] : [];
  await tell(doing, row, [asked, ...relieved]);
}

/**
 * Staff name who writes an opinion that was not sent or was returned, or a further version of a released one, with the
 * reason (37): experts who are late, ill or gone. Whoever was to write it hears that somebody else does.
 */
export const nameWriter = (deps: Deps, actor: Actor, now: Date, naming: Naming): Promise<Outcome<true, NameRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const row = await lockOpinion(doing, naming.opinionId);
    if (!row || !isStaff(actor, row.cohortId)) return refuse('not_allowed');
    const refusal = await namingRefusal(doing, row, naming);
    if (refusal) return refusal;
    const { expertId, reason } = naming;
    await tx.opinion.update({ where: { id: row.id }, data: { writerId: expertId, version: { increment: 1 } } });
    await conclude(doing, row, { act: 'name_writer', reason, detail: { expertId } });
    await tellNamed(doing, row, expertId);
    return ok(true);
  });
