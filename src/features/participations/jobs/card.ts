import { createHash } from 'node:crypto';
import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { CARD_MARK } from '../ids.ts';
import { cardParts, membersOf, type ParticipationRow, participationById } from '../queries/index.ts';
import { stateOf } from '../rules/index.ts';
import { cardMessage } from '../views/index.ts';

/** The card is one message for everybody in the channel, so it speaks the programme's language. */
export const CARD_LOCALE: Locale = 'pl';

async function messageFor(deps: Deps, place: ParticipationRow): Promise<Message> {
  const parts = await cardParts(deps, place.id, CARD_LOCALE);
  const facts = {
    participationId: place.id,
    organisation: place.organisation.name,
    cohort: place.cohort.name,
    state: stateOf(place.state),
    subject: place.subject,
    grantGrosze: place.grantGrosze,
    voucherGrosze: place.cohort.voucherGrosze,
    since: place.createdAt,
    members: await membersOf(deps.db, place, parts),
    parts,
  };
  return cardMessage(facts, CARD_LOCALE);
}

const hashOf = (message: Message): string => createHash('sha256').update(JSON.stringify(message)).digest('hex');

/** Posts the card, or finds the one that a crash kept us from writing down; pins it, and only then writes it down. */
async function postOnce(deps: Deps, place: ParticipationRow, channelId: string, message: Message): Promise<void> {
  const mark = { type: CARD_MARK, id: place.id };
  const found = await deps.slack.findMarked(channelId, mark);
  if (found) await deps.slack.update(channelId, found.ts, message);
  const { ts } = found ?? (await deps.slack.post(channelId, message, mark));
  await deps.slack.pin(channelId, ts);
  await deps.db.participation.update({ where: { id: place.id }, data: { cardTs: ts, cardHash: hashOf(message) } });
}

/**
 * Brings the card up to date: edited in place, posted only when there is none (OR-2). Nothing is sent when it shows
 * the same already, unless `repair` asks to look after it. Without a channel there is nothing to do yet.
 */
export async function keepCard(deps: Deps, participationId: string, repair: boolean): Promise<void> {
  const place = await participationById(deps.db, participationId);
  if (!place?.channelId) return;
  const message = await messageFor(deps, place);
  const hash = hashOf(message);
  if (!place.cardTs) return postOnce(deps, place, place.channelId, message);
  if (hash === place.cardHash && !repair) return;
  try {
    await deps.slack.update(place.channelId, place.cardTs, message);
    if (repair) await deps.slack.pin(place.channelId, place.cardTs);
    await deps.db.participation.update({ where: { id: place.id }, data: { cardHash: hash } });
  } catch (error) {
    if (!isFailure(error, 'message_not_found', 'no_item_specified', 'bad_timestamp')) throw error;
    await postOnce(deps, place, place.channelId, message);
  }
}
