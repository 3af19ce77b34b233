import type { Db, Tx } from '../../../platform/db/client.ts';
import { representativesOf } from '../../organisations/public.ts';
import { OPEN_STATES } from '../rules/index.ts';

const withBoth = {
  participation: { include: { cohort: true, organisation: true } },
  expert: true,
} as const;

/** A consultation with its organisation, cohort and expert; null when there is none. */
export const consultationById = (db: Db | Tx, id: string) =>
  db.consultation.findUnique({ where: { id }, include: withBoth });

export type ConsultationRow = NonNullable<Awaited<ReturnType<typeof consultationById>>>;

/** What is booked for an organisation's place, in order of time. */
export const bookedOf = (db: Db | Tx, participationId: string) =>
  db.consultation.findMany({
    where: { participationId, state: 'booked' },
    include: withBoth,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });

/** All that takes an expert's time, over all cohorts, in order of time: reserved, requested, booked. */
export const openOf = (db: Db | Tx, expertId: string) =>
  db.consultation.findMany({
    where: { expertId, state: { in: [...OPEN_STATES] } },
    include: withBoth,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });

export type Participants = {
  readonly consultation: ConsultationRow;
  readonly cohort: { readonly id: string; readonly name: string; readonly staffChannelId: string | null };
  readonly organisation: { readonly id: string; readonly name: string };
  readonly expert: { readonly personId: string; readonly name: string };
  /** The people who act for the organisation now, the contact first. */
  readonly representatives: readonly { readonly personId: string; readonly name: string }[];
  /** The organisation's channel, when it stands. */
  readonly channelId: string | null;
};

/** Who is concerned by a consultation, with the channels in which they are told; null when there is none. */
export async function participantsOf(db: Db | Tx, consultationId: string): Promise<Participants | null> {
  const consultation = await consultationById(db, consultationId);
  if (!consultation) return null;
  const { cohort, organisation, channelId } = consultation.participation;
  const people = await representativesOf(db, organisation.id);
  return {
    consultation,
    cohort: { id: cohort.id, name: cohort.name, staffChannelId: cohort.staffChannelId },
    organisation: { id: organisation.id, name: organisation.name },
    expert: { personId: consultation.expertId, name: consultation.expert.name },
    representatives: people.map(({ personId, person }) => ({ personId, name: person.name })),
    channelId,
  };
}
