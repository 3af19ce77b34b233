import type { Actor } from '../../src/core/actor.ts';
import { addDays, civilOf, toInstant, WARSAW } from '../../src/core/calendar/index.ts';
import { remindDue } from '../../src/features/obligations/operations/remind.ts';
import { nextLook } from '../../src/features/obligations/queries/reminded.ts';
import { type Entry, outboxOf } from '../../src/features/outbox/operations/index.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import type { TestDeps } from './deps.ts';
import { makeExpert, makePlace } from './places.ts';

export type Cast = { readonly places: readonly string[]; readonly experts: readonly Actor[] };

/** Organisations with their channels, and experts who share them evenly. */
export async function makeCast(test: TestDeps, cohortId: string, places: number, experts: number): Promise<Cast> {
  const { db, ids, clock } = test.deps;
  const people: Actor[] = [];
  for (let n = 1; n <= experts; n += 1) people.push(await makeExpert(test, `Ekspertka ${n}`, { cohortId }));
  const made: string[] = [];
  for (let n = 0; n < places; n += 1) {
    const { id } = await makePlace(test, cohortId, `Stowarzyszenie Zmyślone ${n + 1}`);
    made.push(id);
    await db.participation.update({ where: { id }, data: { channelId: `C0PLACE${n + 1}` } });
    const expert = people[n % Math.max(1, people.length)];
    if (!expert) continue;
    const at = clock.now();
    const answer = { proposedAt: at, proposedBy: expert.personId, answeredAt: at, announcedAt: at, version: 1 };
    const lead = { id: ids.next(), participationId: id, expertId: expert.personId, state: 'active' };
    await inTransaction(db, (tx) => tx.assignment.create({ data: { ...lead, ...answer } }));
  }
  test.queued.length = 0;
  return { places: made, experts: people };
}

const HOURS = ['08:00', '09:00', '20:00'];
const MINUTE = 60_000;

/** The next minute; of the night, in which nobody is written to, one minute an hour. */
function nextMinute(now: Date): Date {
  const { time } = civilOf(now, WARSAW);
  const isNight = time > '20:30' || time < '06:30';
  return new Date(now.getTime() + (isNight ? 60 : 1) * MINUTE);
}

/** Moments at which something may be said: each that the tick waits for, the hours of digests, and those of quiet. */
async function nextMoment({ deps, clock }: TestDeps, end: Date): Promise<Date> {
  const now = clock.now();
  const look = await nextLook(deps.db, now);
  const { date } = civilOf(now, WARSAW);
  const hours = [date, addDays(date, 1)].flatMap((day) =>
    HOURS.map((time) => toInstant({ date: day, time, zone: WARSAW }).instant),
  );
  const coming = [...hours, ...(look ? [look] : []), end].filter((at) => at > now).map((at) => at.getTime());
  return new Date(Math.min(...coming));
}

/** Time passes up to a moment, nobody acts, and the tick runs: at each moment that matters, or every minute. */
export async function timePasses(test: TestDeps, end: Date, everyMinute = false): Promise<void> {
  await remindDue(test.deps, test.clock.now());
  while (test.clock.now() < end) {
    const next = everyMinute ? nextMinute(test.clock.now()) : await nextMoment(test, end);
    test.clock.advance(next.getTime() - test.clock.now().getTime());
    await remindDue(test.deps, next);
  }
}

/** Messages of reminders that are written down. */
export async function messagesOf({ deps }: TestDeps): Promise<ReadonlySet<string>> {
  return new Set((await deps.db.reminder.findMany({ select: { messageId: true } })).map(({ messageId }) => messageId));
}

/** What was said beside these messages: when, to whom, which matter at which step. */
export async function saidBeside({ deps }: TestDeps, known: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await deps.db.reminder.findMany({ include: { obligation: true } });
  const fresh = rows.filter(({ messageId }) => !known.has(messageId));
  const messages = [...Map.groupBy(fresh, ({ messageId }) => messageId).values()];
  return messages.map((items) => lineOf(items[0]?.at, items[0]?.recipient, items)).sort();
}

const lineOf = (
  at: Date | undefined,
  to: string | undefined,
  items: readonly { readonly step: string; readonly obligation: { readonly key: string } }[],
): string =>
  [at?.toISOString(), to, ...items.map(({ step, obligation }) => `${obligation.key} ${step}`).sort()].join(' | ');

/** The outbox as the same lines: reminders that are foreseen. */
export const linesOf = (entries: readonly Entry[]): readonly string[] =>
  entries
    .flatMap(({ at, row, of }) => (row && 'print' in row && 'items' in of ? [lineOf(at, row.to, of.items)] : []))
    .sort();

/** The outbox now. */
export const outboxNow = ({ deps, clock }: TestDeps, cohortId: string): Promise<readonly Entry[]> =>
  outboxOf(deps, deps.db, cohortId, clock.now(), 'pl');
