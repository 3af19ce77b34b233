import { WARSAW } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import {
  cohortById,
  definitionOf,
  type ProgrammeDefinition,
  reminderRuleOf,
  reminderSettingsOf,
} from '../../programmes/public.ts';
import { NOTICES, reminderKey } from '../ids.ts';
import { addressesOf, cohortsToLookAt, type Reminded, saidTo, toLookAt } from '../queries/reminded.ts';
import type { OpenObligation } from '../rules/obligation.ts';
import { type PlannedMessage, plan } from '../rules/plan.ts';
import { type Addresses, recipientsOf } from '../rules/recipients.ts';
import { nextReminderAt } from '../rules/track.ts';

const DAY = 86_400_000;
/** A week and the hours by which zones differ: as far back as the noise budget looks. */
const BACK = 8 * DAY;
/** An organisation whose channel does not stand yet is looked at again. */
const AGAIN = 3_600_000;

type Known = { readonly row: Reminded; readonly one: OpenObligation };

function asOpen(row: Reminded, definition: ProgrammeDefinition, addresses: Addresses): OpenObligation {
  const { dueOn: date, dueTime: time, zone, startsAt, openedAt } = row;
  return {
    key: row.key,
    openedAt: startsAt && startsAt > openedAt ? startsAt : openedAt,
    due: date && time ? { date, time, zone: zone || WARSAW } : null,
    endsAt: row.endsAt,
    rule: reminderRuleOf(definition, row.kind),
    recipients: recipientsOf(row, addresses),
    pausedAt: (row.params as { paused?: boolean }).paused ? openedAt : null,
    snoozedUntil: row.snoozedUntil,
    reminded: row.reminders.map(({ key, recipient: to, at }) => ({ key, to, at })),
  };
}

async function addressesFor(deps: Deps, tx: Tx, rows: readonly Reminded[]): Promise<Addresses> {
  const places = [...new Set(rows.flatMap((row) => row.participationId ?? []))];
  const experts = new Map<string, string>();
  for (const lead of deps.offers.leads) for (const [place, id] of await lead(tx, places)) experts.set(place, id);
  const owners = rows.filter((row) => row.ownerKind === 'person').map((row) => row.ownerId);
  return { ...(await addressesOf(tx, [...owners, ...experts.values()], places)), experts };
}

/** Holds the cohort's row, so that one process says its reminders; gives how far they are said. */
async function holdRun(tx: Tx, cohortId: string, now: Date): Promise<Date> {
  await tx.reminderRun.createMany({ data: [{ cohortId, saidUntil: now }], skipDuplicates: true });
  const [run] = await tx.$queryRaw<{ saidUntil: Date }[]>`
    SELECT "saidUntil" FROM "ReminderRun" WHERE "cohortId" = ${cohortId}::uuid FOR UPDATE`;
  return run?.saidUntil ?? now;
}

function targetOf({ to }: PlannedMessage, { channels }: Addresses) {
  const [kind, id = ''] = to.key.split(':');
  if (kind === 'person') return { person: id };
  return kind === 'staff' ? { staffOf: id } : { channel: channels.get(id) ?? '' };
}

async function say(deps: Deps, tx: Tx, message: PlannedMessage, known: readonly Known[], addresses: Addresses) {
  const messageId = deps.ids.next();
  const idOf = new Map(known.map(({ row }) => [row.key, row.id]));
  const rows = message.items.map(({ obligationKey, key, step }) => {
    const obligationId = idOf.get(obligationKey) ?? '';
    return { id: deps.ids.next(), key, obligationId, step, recipient: message.to.key, messageId, at: message.at };
  });
  await tx.reminder.createMany({ data: rows });
  await notify(deps, tx, {
    kind: NOTICES.reminder,
    params: { messageId },
    to: targetOf(message, addresses),
    key: reminderKey(messageId),
    at: message.at,
    cohortId: known[0]?.row.cohortId ?? '',
  });
  return rows;
}

/** Writes down when each matter is to be looked at next. */
async function lookAgain(tx: Tx, looks: readonly { readonly id: string; readonly at: Date | null }[]): Promise<void> {
  const ids = looks.map(({ id }) => id);
  const at = looks.map((look) => look.at);
  await tx.$executeRaw`
    UPDATE "Obligation" o SET "remindAt" = l.at
    FROM unnest(${ids}::uuid[], ${at}::timestamptz[]) AS l(id, at) WHERE o.id = l.id`;
}

async function remindCohort(deps: Deps, tx: Tx, cohortId: string, now: Date): Promise<void> {
  const cohort = await cohortById(tx, cohortId);
  if (!cohort) return;
  const saidUntil = await holdRun(tx, cohortId, now);
  const rows = await toLookAt(tx, cohortId, now);
  const definition = definitionOf(cohort);
  const settings = reminderSettingsOf(definition);
  const addresses = await addressesFor(deps, tx, rows);
  const known = rows.map((row) => ({ row, one: asOpen(row, definition, addresses) }));
  const lanes = [...new Set(known.flatMap(({ one }) => Object.values(one.recipients).flatMap((to) => to?.key ?? [])))];
  const sent = await saidTo(tx, lanes, new Date(now.getTime() - BACK));
  const obligations = known.map(({ one }) => one);
  const from = saidUntil < now ? saidUntil : new Date(now.getTime() - 1);
  const messages = plan({ obligations, sent, settings, from, to: now, now });
  const written: {
    readonly obligationId: string;
    readonly key: string;
    readonly recipient: string;
    readonly at: Date;
  }[] = [];
  for (const message of messages) written.push(...(await say(deps, tx, message, known, addresses)));
  const looks = known.map(({ row, one }) => {
    const fresh = written.filter((line) => line.obligationId === row.id);
    const reminded = [...one.reminded, ...fresh.map(({ key, recipient: to, at }) => ({ key, to, at }))];
    const next = nextReminderAt({ ...one, reminded }, settings, now);
    const homeless = one.rule !== null && one.recipients.owner === null;
    return { id: row.id, at: next ?? (homeless ? new Date(now.getTime() + AGAIN) : null) };
  });
  await lookAgain(tx, looks);
  await tx.reminderRun.update({ where: { cohortId }, data: { saidUntil: now } });
}

/**
 * Says what is due to be said about open matters by `now`: one message for a recipient and moment, within the noise
 * budget, nothing twice (SY-1, SY-2, invariant 12). What was missed is caught up without a flood.
 */
export async function remindDue(deps: Deps, now: Date): Promise<void> {
  for (const cohortId of await cohortsToLookAt(deps.db, now)) {
    await inTransaction(deps.db, (tx) => remindCohort(deps, tx, cohortId, now));
  }
}
