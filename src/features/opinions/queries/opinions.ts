import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { isOpen, stateOf as placeStateOf } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import {
  type OpinionContent,
  type Owing,
  opinionContent,
  type Principle,
  type SelfContent,
  type Standing,
  selfContent,
  stateOf,
  writerOf,
} from '../rules/index.ts';

const parts = {
  participation: {
    include: {
      cohort: true,
      organisation: true,
      assignments: { where: { state: 'active' }, include: { expert: true } },
      handOvers: { where: { state: { not: 'stopped' } }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] },
    },
  },
  action: { select: { title: true } },
  versions: { orderBy: { number: 'desc' } },
  tasks: { orderBy: { position: 'asc' } },
  selfEvaluation: true,
} satisfies Prisma.OpinionInclude;

/** An opinion with all that was released and said of it; nobody's draft is among it. Null: there is none. */
export const opinionById = (db: Db | Tx, id: string) => db.opinion.findUnique({ where: { id }, include: parts });

export type OpinionRow = NonNullable<Awaited<ReturnType<typeof opinionById>>>;

export const opinionsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.opinion.findMany({ where: { id: { in: [...ids] } }, include: parts });

export const opinionOfPlace = (db: Db | Tx, participationId: string) =>
  db.opinion.findUnique({ where: { participationId }, include: parts });

/** The opinion that a recommendation's task is of; null when there is none. */
export async function opinionOfTask(db: Db | Tx, taskId: string): Promise<OpinionRow | null> {
  const task = await db.opinionTask.findUnique({ where: { id: taskId }, select: { opinionId: true } });
  return task && opinionById(db, task.opinionId);
}

const inOrder = { orderBy: { dueAt: 'asc' }, include: parts } as const;

export const opinionsOfCohort = (db: Db, cohortId: string) =>
  db.opinion.findMany({ where: { cohortId, state: { not: 'not_due' } }, ...inOrder });

/** Those that a person writes, or whose organisation they lead, and those of the organisations they represent. */
export const ownOpinions = (db: Db, personId: string, organisationIds: readonly string[]) =>
  db.opinion.findMany({
    where: {
      state: { not: 'not_due' },
      OR: [
        { writerId: personId },
        { participation: { assignments: { some: { state: 'active', expertId: personId } } } },
        { participation: { organisationId: { in: [...organisationIds] } } },
      ],
    },
    ...inOrder,
  });

/** Opinions of a cohort that somebody should have sent by now, for the first time or corrected. */
export const overdueOpinions = (db: Db | Tx, cohortId: string, now: Date) =>
  db.opinion.findMany({
    where: { cohortId, state: { in: ['due', 'draft', 'returned'] }, dueAt: { lt: now } },
    ...inOrder,
  });

export const everyOpinion = async (db: Db): Promise<readonly string[]> =>
  (await db.opinion.findMany({ select: { id: true } })).map(({ id }) => id);

const idsWhere = async (db: Db | Tx, where: object): Promise<readonly string[]> =>
  (await db.opinion.findMany({ where, select: { id: true } })).map(({ id }) => id);

export const opinionsOfPlaces = (db: Db | Tx, ids: readonly string[]) =>
  idsWhere(db, { participationId: { in: [...ids] } });
export const opinionsOfAssignments = (db: Db | Tx, ids: readonly string[]) =>
  idsWhere(db, { participation: { assignments: { some: { id: { in: [...ids] } } } } });

/** A tie of somebody changes what they may write. */
export const opinionsOfPeople = (db: Db | Tx, ids: readonly string[]) => {
  const expertId = { in: [...ids] };
  const leads = { participation: { assignments: { some: { state: 'active', expertId } } } };
  return idsWhere(db, { OR: [{ writerId: expertId }, leads] });
};

/** An opinion as permissions look at it. */
export const standingOf = (row: OpinionRow): Standing => ({
  ...{ cohortId: row.cohortId, organisationId: row.participation.organisationId },
  ...{ channelId: row.participation.channelId, leadId: row.leadId, writerId: row.writerId, state: stateOf(row.state) },
  expertId: row.participation.assignments[0]?.expertId ?? null,
  leftFor: row.participation.handOvers.find(({ formerId }) => formerId === row.leadId)?.reason ?? null,
});

export const dueOf = ({ dueOn: date, dueTime: time, zone }: OpinionRow): CivilMoment => ({ date, time, zone });

/** What the programme rates actions by. */
export const principlesOf = (row: OpinionRow): readonly Principle[] =>
  definitionOf(row.participation.cohort).opinionPrinciples;

/** What is looked over now; null when nothing waits. */
export const sentOf = ({ content }: OpinionRow): OpinionContent | null =>
  opinionContent.safeParse(content).data ?? null;

export type Version = {
  readonly number: number;
  readonly content: OpinionContent;
  readonly reason: string | null;
  readonly writtenBy: string;
  readonly releasedAt: Date;
};

/** What was released, the newest first. */
export const versionsOf = ({ versions }: OpinionRow): readonly Version[] =>
  versions.flatMap(({ number, content, reason, writtenBy, releasedAt }) => {
    const read = opinionContent.safeParse(content).data;
    return read ? [{ number, content: read, reason, writtenBy, releasedAt }] : [];
  });

/** The organisation's self-evaluation once it was sent. */
export const selfOf = ({ selfEvaluation }: OpinionRow): SelfContent | null =>
  selfContent.safeParse(selfEvaluation?.content).data ?? null;

/** Whether a person is tied to an organisation (invariant 4). */
export const isTied = async (db: Db | Tx, personId: string, organisationId: string): Promise<boolean> =>
  (await db.tie.count({ where: { expertId: personId, organisationId, endedAt: null } })) > 0;

/** Which pairs `person organisation` among these opinions are tied. */
async function tiedPairs(db: Db | Tx, rows: readonly OpinionRow[]): Promise<ReadonlySet<string>> {
  const people = rows.flatMap((row) => writerOf(standingOf(row)) ?? []);
  const found = await db.tie.findMany({
    where: { expertId: { in: people }, endedAt: null },
    select: { expertId: true, organisationId: true },
  });
  return new Set(found.map(({ expertId, organisationId }) => `${expertId} ${organisationId}`));
}

/** What these opinions owe is told from. */
export async function owingsOf(db: Db | Tx, ids: readonly string[]): Promise<readonly Owing[]> {
  const rows = await opinionsAmong(db, ids);
  const tied = await tiedPairs(db, rows);
  return rows.map((row) => {
    const standing = standingOf(row);
    return {
      ...standing,
      ...{ opinionId: row.id, participationId: row.participationId, due: dueOf(row), number: row.number },
      isPlaceOpen: isOpen(placeStateOf(row.participation.state)),
      isWriterTied: tied.has(`${writerOf(standing)} ${standing.organisationId}`),
      // Changes with each sending, so that staff are asked anew.
      sending: row.sentAt?.getTime() ?? 0,
      isRead: row.readAt !== null,
      isSelfSent: selfOf(row) !== null,
      openTasks: row.tasks.filter(({ state }) => state === 'open').map(({ id }) => id),
    };
  });
}
