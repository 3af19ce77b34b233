import { type Actor, isStaff } from '../../../core/actor.ts';
import { civilOf } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { Prisma } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import type { CardForm } from '../input.ts';
import { type MeetingRow, settingsOf } from '../queries/index.ts';
import {
  type CardContent,
  cardStateOf,
  confirmUntil,
  elapsedMinutes,
  isLateCard,
  type Kind,
  nextOfCard,
  parseLinks,
  parseSteps,
} from '../rules/index.ts';
import { tellCard } from './card-notices.ts';
import { type Act, lockMeeting } from './question.ts';
import { again, sayIn } from './say.ts';

export type CardRefusal = 'not_allowed' | 'not_over' | 'not_held' | 'changed_meanwhile' | 'in_future';

/** What the form says, as a card; the minutes are those that passed, unless others are counted. */
function contentOf({ send: _send, ...form }: CardForm, zone: string): CardContent {
  const { date, from, to, minutes, people, area, agreed } = form;
  const counted = minutes === '' ? elapsedMinutes({ date, time: from, zone }, to) : Number(minutes);
  return {
    ...{ date, from, to, zone, people, area, agreed, minutes: Math.max(0, counted), kind: form.kind as Kind },
    ...{ steps: [...parseSteps(form.steps)], documents: [...(parseLinks(form.documents) ?? [])] },
  };
}

async function keepDraft({ deps, tx }: Act, row: MeetingRow, { send: _send, ...draft }: CardForm): Promise<void> {
  const { id: consultationId, cohortId, expertId } = row;
  await tx.consultationCard.upsert({
    where: { consultationId },
    create: {
      ...{ id: deps.ids.next(), consultationId, cohortId, expertId },
      ...{ state: 'draft', draft, number: 0, version: 1 },
    },
    update: { draft, version: { increment: 1 } },
  });
}

/** Writes the next version, and tells the organisation. */
async function send(act: Act, row: MeetingRow, content: CardContent, actor: Actor): Promise<number> {
  const { deps, tx, now } = act;
  const { id: consultationId, cohortId, expertId } = row;
  const settings = settingsOf(row);
  const number = (row.card?.number ?? 0) + 1;
  const sent = { state: 'published', draft: Prisma.DbNull, number, confirmBy: confirmUntil(now, settings) };
  const { id: cardId } = await tx.consultationCard.upsert({
    where: { consultationId },
    create: { id: deps.ids.next(), consultationId, cohortId, expertId, ...sent, version: 1 },
    update: { ...sent, confirmedAt: null, confirmedBy: null, version: { increment: 1 } },
  });
  const isLate = number === 1 && isLateCard(now, row.endsAt, settings);
  const written = { writtenBy: actor.personId, writtenAt: now, isLate, minutes: content.minutes };
  await tx.cardVersion.create({ data: { id: deps.ids.next(), cardId, number, content: { ...content }, ...written } });
  await tellCard(act, row, { cardId, number });
  return number;
}

/** The card says that it took place, and how long (ME-5). */
async function count(act: Act, row: MeetingRow, minutes: number, actor: Actor): Promise<void> {
  if (row.state === 'booked') {
    await sayIn(act, row, 'expert', 'yes', actor);
    return;
  }
  const { id } = row;
  await act.tx.consultation.updateMany({ where: { id }, data: { minutesCounted: minutes, version: { increment: 1 } } });
}

function refusalOf(row: MeetingRow, form: CardForm, version: number, now: Date): CardRefusal | null {
  if (row.endsAt > now) return 'not_over';
  if (row.state !== 'booked' && row.state !== 'held') return 'not_held';
  const state = row.card ? cardStateOf(row.card.state) : 'draft';
  if ((row.card?.version ?? 0) !== version || !nextOfCard(state, 'send')) return 'changed_meanwhile';
  return form.send === 'now' && form.date > civilOf(now, row.zone).date ? 'in_future' : null;
}

type Wanted = { readonly consultationId: string; readonly version: number };

/**
 * Keeps the card of a meeting as a draft, or sends it to the organisation: the next version, to be confirmed anew.
 * `wanted.version` is that of the stored card when the form opened. For the expert who held the meeting, and staff.
 */
export const writeCard = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { consultationId, version }: Wanted,
  form: CardForm,
): Promise<Outcome<{ readonly number: number | null }, CardRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, now };
    const row = await lockMeeting(act, consultationId);
    if (!row || (actor.personId !== row.expertId && !isStaff(actor, row.cohortId))) return refuse('not_allowed');
    const refusal = refusalOf(row, form, version, now);
    if (refusal) return refuse(refusal);
    const { cohortId, expert, expertId } = row;
    const journal = { subject: 'consultation', subjectId: consultationId, cohortId };
    const behalf = actor.personId === expertId ? {} : { onBehalfOf: expert.name };
    if (form.send === 'later') {
      await keepDraft(act, row, form);
      await record(deps, tx, actor, now, { ...journal, ...behalf, act: 'records.save_card' });
      return ok({ number: null });
    }
    const content = contentOf(form, row.zone);
    const number = await send(act, row, content, actor);
    await record(deps, tx, actor, now, { ...journal, ...behalf, act: 'records.send_card', detail: { number } });
    await count(act, await again(act, consultationId), content.minutes, actor);
    return ok({ number });
  });
