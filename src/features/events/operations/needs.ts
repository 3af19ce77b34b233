import { type Actor, isStaff, speaksFor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { registrationById } from '../queries/index.ts';
import { COUNTED, isOpen, stateOf } from '../rules/index.ts';
import { settingsOf } from './settings.ts';

export type NeedWish = {
  readonly registrationId: string;
  readonly diet: string | null;
  readonly access: string | null;
  /** What was said before goes: the form showed it, or whoever fills it in wants so. Otherwise empty words leave it. */
  readonly isAnew: boolean;
  readonly channelId: string | null;
};

async function keep(tx: Tx, { registrationId, diet, access, isAnew }: NeedWish): Promise<void> {
  const before = isAnew ? null : await tx.eventNeed.findUnique({ where: { registrationId } });
  const need = { diet: diet ?? before?.diet ?? null, access: access ?? before?.access ?? null };
  await tx.eventNeed.deleteMany({ where: { registrationId } });
  if (need.diet !== null || need.access !== null) await tx.eventNeed.create({ data: { registrationId, ...need } });
}

/**
 * What somebody who goes wants the hosts to know about food and access (OR-13): only for events on site, only if they
 * want. Nothing of it is written anywhere but in its one row: not even in the journal.
 */
export async function sayNeeds(
  deps: Deps,
  actor: Actor,
  wish: NeedWish,
): Promise<Outcome<{ readonly name: string }, 'not_yours' | 'not_open'>> {
  const { registrationId, channelId } = wish;
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ${registrationId}::uuid FOR UPDATE`;
    const row = await registrationById(tx, registrationId);
    if (!row) return refuse('not_yours');
    const { participation } = row.invitation ?? {};
    const { cohortId } = row.event;
    const isOwn = row.personId === actor.personId;
    const isOfOrganisation = participation !== undefined && speaksFor(actor, participation, channelId);
    if (!isOwn && !isOfOrganisation && !isStaff(actor, cohortId)) return refuse('not_yours');
    if (!isOpen(stateOf(row.event.state)) || row.event.form !== 'on_site') return refuse('not_open');
    if (!COUNTED.some((one) => one === row.state)) return refuse('not_open');
    await keep(tx, wish);
    return ok({ name: row.person.name });
  });
}

const DAY = 86_400_000;

/**
 * Deletes what people said of food and access when their event is some days over or cancelled, and of those who do not
 * come any more. The journal keeps the number only.
 */
export async function deleteNeeds(deps: Deps, now: Date): Promise<void> {
  const all = await deps.db.eventNeed.findMany({
    select: { registrationId: true, registration: { include: { event: { include: { cohort: true } } } } },
  });
  const isOver = ({ registration: { state, event } }: (typeof all)[number]): boolean => {
    const until = event.endsAt.getTime() + settingsOf(event.cohort).needsDays * DAY;
    return event.state === 'cancelled' || now.getTime() >= until || !COUNTED.some((one) => one === state);
  };
  const over = Map.groupBy(all.filter(isOver), ({ registration }) => registration.eventId);
  for (const [eventId, needs] of over) {
    await inTransaction(deps.db, async (tx) => {
      const { count } = await tx.eventNeed.deleteMany({
        where: { registrationId: { in: needs.map(({ registrationId }) => registrationId) } },
      });
      const cohortId = needs[0]?.registration.event.cohortId ?? null;
      const line = { act: 'events.delete_needs', subject: 'event', subjectId: eventId, cohortId };
      if (count > 0) await record(deps, tx, 'bot', now, { ...line, detail: { count } });
    });
  }
}
