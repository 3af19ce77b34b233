import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Meeting, unansweredUntil } from '../rules/index.ts';

const parts = {
  participation: { include: { cohort: true, organisation: true } },
  expert: true,
  tookPlace: true,
  card: { include: { versions: { orderBy: { number: 'desc' } }, comments: { orderBy: { at: 'asc' } } } },
} as const;

/** A consultation with all that is said and written of it; null when there is none. */
export const meetingById = (db: Db | Tx, id: string) => db.consultation.findUnique({ where: { id }, include: parts });

export type MeetingRow = NonNullable<Awaited<ReturnType<typeof meetingById>>>;

export const meetingsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.consultation.findMany({ where: { id: { in: [...ids] } }, include: parts });

/** The consultation whose card this is; null when there is none. */
export async function meetingOfCard(db: Db | Tx, cardId: string): Promise<MeetingRow | null> {
  const card = await db.consultationCard.findUnique({ where: { id: cardId }, select: { consultationId: true } });
  return card && meetingById(db, card.consultationId);
}

/** A consultation as the rules look at it. */
export const meetingOf = ({ cohortId, participation, expertId }: MeetingRow): Meeting => ({
  ...{ cohortId, expertId },
  organisationId: participation.organisationId,
  channelId: participation.channelId,
});

/** Those booked that are over and of which nobody was asked yet. */
export const unasked = (db: Db, now: Date, most: number) =>
  db.consultation.findMany({
    where: { state: 'booked', endsAt: { lte: now }, tookPlace: null },
    orderBy: [{ endsAt: 'asc' }, { id: 'asc' }],
    include: { participation: { include: { cohort: true } } },
    take: most,
  });

/** Those whose question has become a matter of silence. */
export const silentQuestions = (db: Db, now: Date, most: number) =>
  db.tookPlace.findMany({
    where: { state: 'open', silentFrom: { lte: now } },
    orderBy: { silentFrom: 'asc' },
    select: { consultationId: true },
    take: most,
  });

/** Cards that nobody answered in time, of meetings that may have been. */
export const unansweredCards = (db: Db, now: Date, most: number) =>
  db.consultationCard.findMany({
    where: {
      ...{ state: 'published', confirmBy: { lte: unansweredUntil(now) } },
      consultation: { state: { in: ['booked', 'held'] } },
    },
    orderBy: { confirmBy: 'asc' },
    select: { id: true, consultationId: true },
    take: most,
  });

/** The end of the booked consultation that comes next after this moment. */
export const nextEnd = (db: Db, after: Date) =>
  db.consultation.findFirst({
    where: { state: 'booked', endsAt: { gt: after } },
    orderBy: { endsAt: 'asc' },
    include: { participation: { include: { organisation: true } } },
  });

/** How many meetings an organisation's place has missed beside this one. */
export const missedBeside = (db: Db | Tx, participationId: string, id: string) =>
  db.consultation.count({ where: { participationId, state: 'no_show', id: { not: id } } });

/** Cards are the consultations' they are of. */
export const everyMeeting = async (db: Db): Promise<readonly string[]> =>
  (await db.consultation.findMany({ select: { id: true } })).map(({ id }) => id);

export const meetingsOfPlaces = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (await db.consultation.findMany({ where: { participationId: { in: [...ids] } }, select: { id: true } })).map(
    ({ id }) => id,
  );
