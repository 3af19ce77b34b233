import { notify, retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import type { MeetingRow } from '../queries/index.ts';
import type { Act } from './question.ts';

const keyOf = (cardId: string, number: number): string => `${NOTICES.card}:${cardId}:${number}`;

/** The messages of all versions of a card say how it stands now. */
export async function retellCard({ deps, tx }: Act, cardId: string): Promise<void> {
  const versions = await tx.cardVersion.findMany({ where: { cardId }, select: { number: true } });
  await retell(deps, tx, { key: { in: versions.map(({ number }) => keyOf(cardId, number)) } });
}

/** The organisation sees a new version of a card, and older messages say that there is one; without a channel staff do. */
export async function tellCard(
  act: Act,
  { cohortId, participation: { channelId } }: MeetingRow,
  card: { readonly cardId: string; readonly number: number },
): Promise<void> {
  const { deps, tx, now } = act;
  await retellCard(act, card.cardId);
  await notify(deps, tx, {
    ...{ kind: NOTICES.card, params: card, key: keyOf(card.cardId, card.number), at: now, cohortId },
    to: channelId ? { channel: channelId } : { staffOf: cohortId },
  });
}
