import { civilOf } from '../../../core/calendar/index.ts';
import type { Db } from '../../../platform/db/client.ts';
import { findPeople } from '../../people/public.ts';
import { type CardDraft, readDraft } from '../input.ts';
import { cardContent, cardStateOf, type Ending, stepLines } from '../rules/index.ts';
import type { AskedFacts, CardFacts, MeetingFacts } from '../views/index.ts';
import type { MeetingRow } from './meetings.ts';
import { saidOf, settingsOf } from './standing.ts';

/** A meeting as views name it. */
export const factsOf = (row: MeetingRow): MeetingFacts => ({
  consultationId: row.id,
  organisation: row.participation.organisation.name,
  expert: row.expert.name,
  startsAt: row.startsAt,
  zone: row.zone,
});

/** How the question stands; `over` when the meeting was cancelled or moved after all. */
export function questionOf(row: MeetingRow, now: Date): Pick<AskedFacts, 'said' | 'state'> {
  const { tookPlace, state, endsAt } = row;
  const said = saidOf(row);
  if (tookPlace?.state === 'settled')
    return { said, state: { outcome: tookPlace.outcome, missed: tookPlace.missed } as Ending };
  if (state !== 'booked' || endsAt > now) return { said, state: 'over' };
  return { said, state: tookPlace?.state === 'staff' ? 'staff' : 'open' };
}

/** Whether somebody confirmed the card of a meeting on behalf of the organisation, as the journal has it (R2). */
async function wasConfirmedFor(db: Db, consultationId: string): Promise<boolean> {
  const line = await db.journalEntry.findFirst({
    where: { subject: 'consultation', subjectId: consultationId, act: 'records.confirm_card' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { onBehalfOf: true },
  });
  return line !== null && line.onBehalfOf !== null;
}

/** A version of a card with its standing; null when there is no such version. */
export async function cardFacts(db: Db, row: MeetingRow, number: number): Promise<CardFacts | null> {
  const { card } = row;
  const version = card?.versions.find((one) => one.number === number);
  const content = cardContent.safeParse(version?.content).data;
  if (!card || !version || !content) return null;
  const { confirmedAt, confirmedBy } = card;
  const [person] = confirmedBy ? await findPeople(db, [confirmedBy]) : [];
  const isForOrganisation = confirmedBy !== null && (await wasConfirmedFor(db, row.id));
  const { consultationId, organisation, expert } = factsOf(row);
  return {
    ...{ cardId: card.id, consultationId, organisation, expert, number, newest: card.number, content },
    lateDays: version.isLate ? settingsOf(row).cardLateDays : null,
    state: cardStateOf(card.state),
    confirmBy: card.confirmBy,
    confirmed: confirmedAt && { by: person?.name ?? null, at: confirmedAt, isForOrganisation },
  };
}

/** What the form opens with: the draft, the newest version, or what the booking knows. */
export function draftOf(row: MeetingRow, people: readonly string[]): CardDraft {
  const kept = readDraft(row.card?.draft);
  if (kept) return kept;
  const sent = cardContent.safeParse(row.card?.versions[0]?.content).data;
  if (sent) {
    const { zone: _zone, minutes, steps, documents, ...same } = sent;
    return { ...same, minutes: String(minutes), steps: stepLines(steps), documents: documents.join('\n') };
  }
  const [from, to] = [civilOf(row.startsAt, row.zone), civilOf(row.endsAt, row.zone)];
  return {
    ...{ date: from.date, from: from.time, to: to.time, minutes: '', kind: row.kind, area: row.topic ?? '' },
    ...{ people: people.join(', '), agreed: '', steps: '', documents: '' },
  };
}
