import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { resultOf, waitsFor } from '../rules/decisions.ts';
import { isCounted } from '../rules/machine.ts';
import { receiverOf } from '../rules/receiver.ts';

const REACHED = {
  select: { id: true, name: true, slackUserId: true, isDeactivated: true, isBot: true },
} satisfies Prisma.PersonDefaultArgs;

const WITH_PEOPLE = {
  editor: REACHED,
  organisation: {
    include: {
      representatives: {
        where: { endedAt: null },
        include: { person: REACHED },
        orderBy: [{ isContact: 'desc' }, { startedAt: 'asc' }, { id: 'asc' }],
      },
    },
  },
} satisfies Prisma.ApplicationInclude;

/** What the results of a call say at this moment: who is told what and how, and what still waits. */
export async function standingResults(db: Db | Tx, callId: string) {
  const found = await db.application.findMany({
    where: { callId, state: { notIn: ['draft', 'withdrawn'] }, receivedAt: { not: null } },
    include: WITH_PEOPLE,
    orderBy: [{ number: { sort: 'asc', nulls: 'last' } }, { receivedAt: 'asc' }, { id: 'asc' }],
  });
  const applications = found.map((application) => ({
    ...application,
    result: resultOf(application),
    waits: waitsFor(application),
    receiver: receiverOf(
      application,
      (application.organisation?.representatives ?? []).map((one) => one.person),
    ),
  }));
  return { applications, seen: markOf(found) };
}

export type StandingResults = Awaited<ReturnType<typeof standingResults>>;
export type StandingApplication = StandingResults['applications'][number];

/** Changes whenever an application comes, goes or changes: what was previewed is what is released. */
function markOf(applications: readonly { readonly state: string; readonly version: number }[]): string {
  const versions = applications.reduce((sum, one) => sum + one.version, 0);
  return `${applications.filter((one) => isCounted(one.state)).length}.${versions}`;
}

/** An application with what its applicant is told about it; null when it is gone. */
export const findResult = (db: Db, applicationId: string) =>
  db.application.findUnique({
    where: { id: applicationId },
    include: { cohort: true, organisation: true, call: { select: { releasedAt: true } } },
  });

/** The admitted of a call for the public list: names and towns only (CO-7, C3). */
export async function admittedOf(db: Db, callId: string) {
  const rows = await db.application.findMany({
    where: { callId, state: 'admitted' },
    select: { organisation: { select: { name: true, town: true } } },
  });
  return rows
    .flatMap((row) => row.organisation ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'pl') || a.town.localeCompare(b.town, 'pl'));
}

/** What the organisations of a call are called, by application, in the order of their names. */
export async function namesInCall(
  db: Db | Tx,
  callId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await db.application.findMany({
    where: { callId },
    select: { id: true, organisationName: true, organisation: { select: { name: true } } },
  });
  return rows
    .map((row) => ({ id: row.id, name: row.organisation?.name ?? row.organisationName ?? '?' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'pl') || (a.id < b.id ? -1 : 1));
}

/** Lines of the journal by which staff know who must be told in person, and who was. */
export const RELEASED = 'applications.release';
export const TOLD = 'applications.told_by_hand';

async function journalled(db: Db | Tx, cohortId: string, act: string, byHandOnly: boolean): Promise<string[]> {
  const entries = await db.journalEntry.findMany({
    where: {
      cohortId,
      act,
      subject: 'application',
      ...(byHandOnly ? { detail: { path: ['byHand'], equals: true } } : {}),
    },
    select: { subjectId: true },
  });
  return entries.map((entry) => entry.subjectId);
}

/** Released applications whose people are not in Slack, those still to be told first. */
export async function tellByHand(db: Db, call: { readonly id: string; readonly cohortId: string }) {
  const [ids, told] = await Promise.all([
    journalled(db, call.cohortId, RELEASED, true),
    journalled(db, call.cohortId, TOLD, false),
  ]);
  const rows = await db.application.findMany({
    where: { id: { in: ids }, callId: call.id },
    include: { cohort: true, organisation: true },
    orderBy: [{ number: 'asc' }],
  });
  const done = new Set(told);
  const marked = rows.map((row) => ({ ...row, told: done.has(row.id) }));
  return [...marked.filter((row) => !row.told), ...marked.filter((row) => row.told)];
}

export type TellByHand = Awaited<ReturnType<typeof tellByHand>>;
