import type { Db, Tx } from '../../platform/db/client.ts';
import { regonOfOrganisation } from './rules.ts';

/** An organisation by id, or null. */
export const organisationById = (db: Db | Tx, id: string) => db.organisation.findUnique({ where: { id } });

export type OrganisationRow = NonNullable<Awaited<ReturnType<typeof organisationById>>>;

/** The people who act for an organisation now, the contact first. */
export const representativesOf = (db: Db | Tx, organisationId: string) =>
  db.representative.findMany({
    where: { organisationId, endedAt: null },
    include: { person: true },
    orderBy: [{ isContact: 'desc' }, { startedAt: 'asc' }, { id: 'asc' }],
  });

/** Numbers by which an organisation may be known; each is optional. */
export type KnownBy = {
  readonly nip: string | null;
  readonly regon: string | null;
  readonly registerType: string;
  readonly registerName?: string | null;
  readonly registerNumber: string;
};

/** The condition "shares at least one number with these". */
export function sharingNumber(by: KnownBy) {
  const regon = regonOfOrganisation(by.regon);
  const registerName = by.registerName ? { equals: by.registerName, mode: 'insensitive' as const } : null;
  return {
    OR: [
      { registerType: by.registerType, registerNumber: by.registerNumber, registerName },
      ...(by.nip ? [{ nip: by.nip }] : []),
      ...(regon ? [{ regon }] : []),
    ],
  };
}

const withHistory = {
  applications: {
    where: { receivedAt: { not: null } },
    include: { cohort: { select: { id: true, name: true, programmeKey: true } } },
    orderBy: { receivedAt: 'desc' },
  },
  participations: { select: { applicationId: true, state: true } },
} as const;

/** One earlier application of an organisation, for staff only (O3, 41–43). */
export type HistoryLine = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly applicationId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeKey: string;
  readonly number: number | null;
  readonly state: string;
  readonly receivedAt: Date;
  /** The state of its place in that cohort, when it was admitted. */
  readonly participation: string | null;
};

type WithHistory = Awaited<ReturnType<typeof findWithHistory>>[number];

const findWithHistory = (db: Db | Tx, by: KnownBy) =>
  db.organisation.findMany({ where: sharingNumber(by), include: withHistory, orderBy: { createdAt: 'asc' } });

function linesOf(organisation: WithHistory): HistoryLine[] {
  const places = new Map(organisation.participations.map((place) => [place.applicationId, place.state]));
  return organisation.applications.flatMap((application) => {
    if (!application.receivedAt) return [];
    const { id, cohort, number, state, receivedAt } = application;
    return {
      organisationId: organisation.id,
      organisationName: organisation.name,
      applicationId: id,
      cohortId: cohort.id,
      cohortName: cohort.name,
      programmeKey: cohort.programmeKey,
      number,
      state,
      receivedAt,
      participation: places.get(id) ?? null,
    };
  });
}

/** Every application, in any cohort or programme, of organisations that share a number with these (O3). For staff only. */
export async function knownHistory(
  db: Db | Tx,
  by: KnownBy,
  exceptApplicationId: string | null,
): Promise<readonly HistoryLine[]> {
  const organisations = await findWithHistory(db, by);
  return organisations.flatMap(linesOf).filter((line) => line.applicationId !== exceptApplicationId);
}

export type Found = {
  readonly total: number;
  readonly rows: readonly { readonly organisation: OrganisationRow; readonly history: readonly HistoryLine[] }[];
};

/** Organisations whose name or town contains the text, or which have this number; by name, one page. */
export async function searchOrganisations(
  db: Db,
  text: string,
  page: { readonly from: number; readonly size: number },
): Promise<Found> {
  const contains = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const digits = text.replace(/[\s-]/g, '');
  const numbers = /^\d{4,14}$/.test(digits) ? [{ nip: digits }, { regon: digits.slice(0, 9) }] : [];
  const where = { OR: [{ name: contains }, { town: contains }, { registerNumber: contains }, ...numbers] };
  const [total, found] = await Promise.all([
    db.organisation.count({ where }),
    db.organisation.findMany({
      where,
      include: withHistory,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: page.from,
      take: page.size,
    }),
  ]);
  return { total, rows: found.map((organisation) => ({ organisation, history: linesOf(organisation) })) };
}
