import type { Actor } from '../../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import type { Tx } from '../../../../platform/db/client.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../../platform/deps.ts';
import {
  type Expert,
  expertProfile,
  lockExpert,
  reviewTie,
  type TieCategory,
  type TieFinding,
} from '../../../experts/public.ts';
import { record } from '../../../journal/public.ts';
import type { SeenPair } from '../../ids.ts';
import { type Place, placeById } from '../../queries/index.ts';
import type { Wish } from '../../rules/index.ts';
import { lockPlace } from '../propose.ts';
import { cohortForPlan } from './access.ts';

type Refusal = 'not_allowed' | 'no_mentor' | 'not_expert' | 'changed_meanwhile';
type Condition = 'region' | 'language';

export type NeedsKept = {
  readonly participationId: string;
  /** An ISO 639 code; null: Polish, everybody's. */
  readonly language: string | null;
  readonly conditions: readonly Condition[];
  /** When what was seen had been written down, null: never; left out: it is written over whatever stands. */
  readonly keptAt?: string | null;
};

const iso = (moment: Date | undefined): string | null => moment?.toISOString() ?? null;

/** The place, held, for staff of its cohort. */
async function placeOf(doing: Doing, participationId: string): Promise<Outcome<Place, Refusal>> {
  await lockPlace(doing.tx, participationId);
  const place = await placeById(doing.tx, participationId);
  const allowed = await cohortForPlan(doing.tx, doing.actor, place?.cohortId ?? '');
  if (!allowed.ok) return allowed;
  return place ? ok(place) : refuse('not_allowed');
}

async function writeNeeds(doing: Doing, cohortId: string, needs: NeedsKept): Promise<void> {
  const { deps, tx, actor, now } = doing;
  const { participationId, language } = needs;
  const kept = { language, conditions: [...needs.conditions], keptBy: actor.personId, keptAt: now };
  await tx.placeNeeds.upsert({ where: { participationId }, create: { participationId, ...kept }, update: kept });
  await record(deps, tx, actor, now, {
    ...{ act: 'assignments.needs', subject: 'participation', subjectId: participationId, cohortId },
    detail: { language: language ?? '', conditions: kept.conditions.join(',') },
  });
}

/**
 * Staff write down in which language an organisation needs help, and what it cannot do without. Refuses others, and
 * (`changed_meanwhile`) a form that was opened before somebody else's change.
 */
export const keepNeeds = (deps: Deps, actor: Actor, now: Date, needs: NeedsKept): Promise<Outcome<null, Refusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const place = await placeOf(doing, needs.participationId);
    if (!place.ok) return place;
    const { participationId, keptAt } = needs;
    const stands = await tx.placeNeeds.findUnique({ where: { participationId } });
    if (keptAt !== undefined && keptAt !== iso(stands?.keptAt)) return refuse('changed_meanwhile');
    await writeNeeds(doing, place.value.cohortId, needs);
    return ok(null);
  });

/** The organisation does without a condition after all. */
export async function dropCondition(
  doing: Doing,
  cohortId: string,
  participationId: string,
  condition: Condition,
): Promise<void> {
  const known = await doing.tx.placeNeeds.findUnique({ where: { participationId } });
  const left = (['region', 'language'] as const).filter((one) => one !== condition && known?.conditions.includes(one));
  await writeNeeds(doing, cohortId, { participationId, language: known?.language ?? null, conditions: left });
}

export type PairKept = {
  readonly participationId: string;
  readonly expertId: string;
  readonly organisationWish: Wish | null;
  readonly expertWish: Wish | null;
  /** Null: nobody has looked into a tie. */
  readonly finding: TieFinding | null;
  readonly category: TieCategory;
  readonly note: string | null;
  /** Answers given until now count no longer. */
  readonly mayAskAgain: boolean;
  /** What stood in the form; left out: it is written over whatever stands. */
  readonly seen?: SeenPair;
};

type PairIds = Pick<PairKept, 'participationId' | 'expertId'>;
type Change = { organisationWish?: Wish | null; expertWish?: Wish | null; askAgainAt?: Date };

async function writeNote(doing: Doing, cohortId: string, pair: PairIds, change: Change): Promise<void> {
  const { deps, tx, actor, now } = doing;
  const { participationId, expertId } = pair;
  const kept = { ...change, keptBy: actor.personId, keptAt: now };
  const create = { id: deps.ids.next(), participationId, expertId, ...kept };
  const where = { participationId_expertId: { participationId, expertId } };
  await tx.pairNote.upsert({ where, create, update: kept });
  await record(deps, tx, actor, now, {
    ...{ act: 'assignments.note_pair', subject: 'participation', subjectId: participationId, cohortId },
    detail: {
      expertId,
      organisationWish: change.organisationWish ?? '',
      expertWish: change.expertWish ?? '',
      mayAskAgain: change.askAgainAt !== undefined,
    },
  });
}

/** An expert who said no may be asked again, because staff have talked about it. */
export const mayAskAgain = (
  doing: Doing,
  cohortId: string,
  { organisationId, expertId }: { readonly organisationId: string; readonly expertId: string },
): Promise<void> =>
  writeNote(doing, cohortId, { participationId: organisationId, expertId }, { askAgainAt: doing.now });

/** Whether the pair still stands as it was seen; whoever was told something since is asked to look again. */
async function isAsSeen(tx: Tx, given: PairKept, expert: Expert, organisationId: string): Promise<boolean> {
  const { participationId, expertId, seen } = given;
  if (!seen) return true;
  const where = { participationId_expertId: { participationId, expertId } };
  const note = await tx.pairNote.findUnique({ where });
  const ofPair = (one: { readonly organisationId: string }) => one.organisationId === organisationId;
  return (
    seen.tieId === (expert.ties.find(ofPair)?.id ?? null) &&
    seen.reviewedAt === iso(expert.reviews.find(ofPair)?.reviewedAt) &&
    seen.keptAt === iso(note?.keptAt)
  );
}

/**
 * Staff write down what they know of a pair: wishes of either side, what they found about a tie, and whether an
 * earlier no still counts (CO-9). Refuses others than staff, somebody who is no expert, and (`changed_meanwhile`) a
 * form that was opened before something about the pair changed.
 */
export const keepPair = (deps: Deps, actor: Actor, now: Date, given: PairKept): Promise<Outcome<null, Refusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const place = await placeOf(doing, given.participationId);
    if (!place.ok) return place;
    const { cohortId, organisationId } = place.value;
    const { expertId, finding, category, note, organisationWish, expertWish } = given;
    await lockExpert(tx, expertId);
    const expert = await expertProfile(tx, expertId);
    if (!expert) return refuse('not_expert');
    if (!(await isAsSeen(tx, given, expert, organisationId))) return refuse('changed_meanwhile');
    const reviewed = await reviewTie(doing, { expertId, organisationId, finding, category, note, cohortId });
    if (!reviewed.ok) return reviewed;
    await writeNote(doing, cohortId, given, {
      ...{ organisationWish, expertWish },
      ...(given.mayAskAgain ? { askAgainAt: now } : {}),
    });
    return ok(null);
  });
