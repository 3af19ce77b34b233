import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { cohortsToLookAt, toLookAt } from '../queries/reminded.ts';
import { nextReminderAt } from '../rules/track.ts';
import { type Foresight, foresee } from './foresee.ts';
import { writeMessage } from './write.ts';

/** An organisation whose channel does not stand yet is looked at again. */
const AGAIN = 3_600_000;

/** Holds the cohort's row, so that one process says its reminders; gives how far they are said. */
export async function holdRun(tx: Tx, cohortId: string, now: Date): Promise<Date> {
  await tx.reminderRun.createMany({ data: [{ cohortId, saidUntil: now }], skipDuplicates: true });
  const [run] = await tx.$queryRaw<{ saidUntil: Date }[]>`
    SELECT "saidUntil" FROM "ReminderRun" WHERE "cohortId" = ${cohortId}::uuid FOR UPDATE`;
  return run?.saidUntil ?? now;
}

/** Writes down when each matter is to be looked at next. */
async function lookAgain(tx: Tx, looks: readonly { readonly id: string; readonly at: Date | null }[]): Promise<void> {
  const ids = looks.map(({ id }) => id);
  const at = looks.map((look) => look.at);
  await tx.$executeRaw`
    UPDATE "Obligation" o SET "remindAt" = l.at
    FROM unnest(${ids}::uuid[], ${at}::timestamptz[]) AS l(id, at) WHERE o.id = l.id`;
}

type Written = Awaited<ReturnType<typeof writeMessage>>[number];

/** When each matter that was looked at is to be looked at next, now that this is written. */
const nextLooks = ({ known, settings }: Foresight, written: readonly Written[], now: Date) =>
  known.map(({ row, one }) => {
    const fresh = written.filter((line) => line.obligationId === row.id);
    const reminded = [...one.reminded, ...fresh.map(({ key, recipient: to, at }) => ({ key, to, at }))];
    const next = nextReminderAt({ ...one, reminded }, settings, now);
    const homeless = one.rule !== null && one.recipients.owner === null;
    return { id: row.id, at: next ?? (homeless ? new Date(now.getTime() + AGAIN) : null) };
  });

async function remindCohort(deps: Deps, tx: Tx, cohortId: string, now: Date): Promise<void> {
  const saidUntil = await holdRun(tx, cohortId, now);
  const rows = await toLookAt(tx, cohortId, now);
  const foresight = await foresee(deps, tx, cohortId, rows, { saidUntil, now, to: now });
  if (!foresight) return;
  const written: Written[] = [];
  for (const message of foresight.messages) written.push(...(await writeMessage(deps, tx, message, foresight)));
  await lookAgain(tx, nextLooks(foresight, written, now));
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
