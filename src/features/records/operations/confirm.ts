import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/feature.ts';
import { type Doer, record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type MeetingRow, meetingOf, meetingOfCard } from '../queries/index.ts';
import {
  type CardAct,
  type CardState,
  cardStateOf,
  confirmedFrom,
  nextOfCard,
  type Side,
  sideOf,
} from '../rules/index.ts';
import { retellCard } from './card-notices.ts';
import { type Act, lockMeeting } from './question.ts';

export type ConfirmRefusal = 'not_allowed' | 'not_yours' | 'not_newest' | 'already_confirmed';
export type Seen = { readonly cardId: string; readonly number: number };

type Card = NonNullable<MeetingRow['card']>;
type Found = { readonly row: MeetingRow; readonly card: Card; readonly side: Side; readonly state: CardState };

/** The version that somebody looked at, when it is the newest and theirs to answer. */
async function find(
  act: Act,
  actor: Actor,
  { cardId, number }: Seen,
  step: CardAct,
  channelId: string | null,
): Promise<Outcome<Found, ConfirmRefusal>> {
  const of = await meetingOfCard(act.tx, cardId);
  const row = of && (await lockMeeting(act, of.id));
  const side = row && sideOf(actor, meetingOf(row), channelId);
  if (!row?.card || !side) return refuse('not_allowed');
  if (side === 'expert') return refuse('not_yours');
  if (row.card.number !== number) return refuse('not_newest');
  const state = nextOfCard(cardStateOf(row.card.state), step);
  return state ? ok({ row, card: row.card, side, state }) : refuse('already_confirmed');
}

/** Staff do it for the organisation (R2). */
const behalfOf = (side: Side, { participation }: MeetingRow): string | null =>
  side === 'staff' ? participation.organisation.name : null;

type Confirming = Pick<Found, 'row' | 'card'> & { readonly onBehalfOf: string | null };

async function confirmIn(act: Act, doer: Doer, { row, card, onBehalfOf }: Confirming, how: string): Promise<void> {
  const { deps, tx, now } = act;
  const confirmedBy = doer === 'bot' ? null : doer.personId;
  await tx.consultationCard.update({
    where: { id: card.id },
    data: { state: 'confirmed', confirmedAt: now, confirmedBy, confirmBy: null, version: { increment: 1 } },
  });
  await record(deps, tx, doer, now, {
    ...{ act: `records.${how}`, subject: 'consultation', subjectId: row.id, cohortId: row.cohortId },
    ...{ from: card.state, to: 'confirmed', onBehalfOf, detail: { number: card.number } },
  });
  await retellCard(act, card.id);
}

/** The organisation (or staff for it) agrees with the newest version of a card. */
export const confirmCard = (
  deps: Deps,
  actor: Actor,
  now: Date,
  seen: Seen,
  channelId: string | null,
): Promise<Outcome<true, ConfirmRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, now };
    const found = await find(act, actor, seen, 'confirm', channelId);
    if (!found.ok) return found;
    const { row, card, side } = found.value;
    await confirmIn(act, actor, { row, card, onBehalfOf: behalfOf(side, row) }, 'confirm_card');
    return ok(true);
  });

/** The organisation remarks on the newest version; its expert is told, and silence confirms nothing any more. */
export const commentCard = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { text, ...seen }: Seen & { readonly text: string },
  channelId: string | null,
): Promise<Outcome<true, ConfirmRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, now };
    const found = await find(act, actor, seen, 'comment', channelId);
    if (!found.ok) return found;
    const { row, card, side, state } = found.value;
    const commentId = deps.ids.next();
    const { id: cardId } = card;
    await tx.cardComment.create({
      data: { id: commentId, cardId, number: card.number, personId: actor.personId, text, at: now },
    });
    await tx.consultationCard.update({
      where: { id: cardId },
      data: { state, confirmBy: null, version: { increment: 1 } },
    });
    await record(deps, tx, actor, now, {
      ...{ act: 'records.comment_card', subject: 'consultation', subjectId: row.id, cohortId: row.cohortId },
      ...{ from: card.state, to: state, onBehalfOf: behalfOf(side, row) },
    });
    await notify(deps, tx, {
      ...{ kind: NOTICES.commented, params: { commentId }, to: { person: row.expertId }, at: now },
      ...{ key: `${NOTICES.commented}:${commentId}`, cohortId: row.cohortId },
    });
    await retellCard(act, cardId);
    return ok(true);
  });

/** A card that nobody answered in time counts as confirmed (ME-5). Asked again, it does nothing. */
export const confirmSilently = (deps: Deps, now: Date, consultationId: string): Promise<void> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, now };
    const row = await lockMeeting(act, consultationId);
    const card = row?.card;
    const isDue = card?.confirmBy && confirmedFrom(card.confirmBy) <= now;
    if (!row || !card || !isDue || !nextOfCard(cardStateOf(card.state), 'confirm_silently')) return;
    await confirmIn(act, 'bot', { row, card, onBehalfOf: null }, 'confirm_card_silently');
  });
