import { civilOf } from '../../../core/calendar/index.ts';
import { Prisma } from '../../../platform/db/generated/client.ts';
import { record } from '../../journal/public.ts';
import type { MeetingRow } from '../queries/index.ts';
import { cardStateOf, type Ending, type Kind, missedCard, nextOfCard } from '../rules/index.ts';
import { tellCard } from './card-notices.ts';
import type { Act } from './question.ts';

const NOTHING = { minutes: 0, isLate: false };

function missedOf({ zone, startsAt, endsAt, kind }: MeetingRow) {
  const [from, to] = [civilOf(startsAt, zone), civilOf(endsAt, zone)];
  return missedCard({ date: from.date, from: from.time, to: to.time, zone, kind: kind as Kind });
}

/**
 * A meeting that was not has a card of no minutes, which nobody need look at (ME-5): the next version where one was sent
 * already, and the first where the organisation did not come. Where nothing was sent and nobody met, there is none.
 */
export async function countNothing(act: Act, row: MeetingRow, outcome: Ending['outcome']): Promise<void> {
  const { deps, tx, now } = act;
  const { id: consultationId, cohortId, expertId, card } = row;
  const wasSent = card !== null && card.number > 0;
  if (!wasSent && outcome !== 'no_show') return;
  const from = cardStateOf(card?.state ?? 'draft');
  const state = nextOfCard(from, 'count_nothing');
  if (!state) throw new Error(`a card does not end from ${from}`);
  const number = (card?.number ?? 0) + 1;
  const ended = { state, number, draft: Prisma.DbNull, confirmBy: null, confirmedAt: now, confirmedBy: null };
  const { id: cardId } = await tx.consultationCard.upsert({
    where: { consultationId },
    create: { id: deps.ids.next(), consultationId, cohortId, expertId, ...ended, version: 1 },
    update: { ...ended, version: { increment: 1 } },
  });
  const version = { id: deps.ids.next(), cardId, number, writtenAt: now, ...NOTHING };
  await tx.cardVersion.create({ data: { ...version, content: missedOf(row) } });
  await record(deps, tx, 'bot', now, {
    ...{ act: 'records.count_nothing', subject: 'consultation', subjectId: consultationId, cohortId },
    ...{ from, to: state, detail: { number } },
  });
  if (wasSent) await tellCard(act, row, { cardId, number });
}
