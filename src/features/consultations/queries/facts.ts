import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Availability, availabilityOf } from '../../availability/public.ts';
import { cohortById, definitionOf } from '../../programmes/public.ts';
import { type ConsultationSettings, consultationSettings } from '../rules/index.ts';

/** What a booking needs to know of an organisation's place, read in one statement: many may want a time at once. */
export type PlaceFacts = {
  readonly id: string;
  readonly cohortId: string;
  readonly organisationId: string;
  readonly channelId: string | null;
  readonly state: string;
  /** Who leads it; then only their time can be booked. */
  readonly leaderId: string | null;
  readonly settings: ConsultationSettings;
};

type Row = Omit<PlaceFacts, 'settings'> & { readonly cohortVersion: number; readonly mark: string | null };

/** What was read before, by what it was read of; the mark or version of a later state differs. */
type Known<T> = Map<string, { readonly mark: string; readonly value: T }>;
const MOST_KNOWN = 500;
const availabilities: Known<Availability | null> = new Map();
const settings: Known<ConsultationSettings> = new Map();

async function known<T>(all: Known<T>, key: string, mark: string, read: () => Promise<T>): Promise<T> {
  const found = all.get(key);
  if (found?.mark === mark) return found.value;
  const value = await read();
  if (all.size >= MOST_KNOWN) all.clear();
  all.set(key, { mark, value });
  return value;
}

const settingsIn = async (db: Db | Tx, cohortId: string): Promise<ConsultationSettings> => {
  const cohort = await cohortById(db, cohortId);
  return consultationSettings(cohort ? definitionOf(cohort).settings : {});
};

const rowsOf = (db: Db | Tx, participationId: string, expertId: string) => db.$queryRaw<Row[]>`
  SELECT p."id", p."cohortId", p."organisationId", p."channelId", p."state", c."version" AS "cohortVersion",
    (SELECT a."expertId" FROM "Assignment" a WHERE a."participationId" = p."id" AND a."state" = 'active') AS "leaderId",
    (SELECT t."version"::text || coalesce((SELECT string_agg(b."id"::text, ' ' ORDER BY b."id") FROM "Absence" b
      WHERE b."expertId" = t."expertId" AND b."endedAt" IS NULL), '')
      FROM "ExpertTerms" t WHERE t."expertId" = ${expertId}::uuid) AS "mark"
  FROM "Participation" p JOIN "Cohort" c ON c."id" = p."cohortId" WHERE p."id" = ${participationId}::uuid`;

/**
 * A place and when the expert can be met; null when there is no such place. The expert's hours are read again when their
 * version, or an absence, has changed since.
 */
export async function bookingFacts(
  db: Db | Tx,
  participationId: string,
  expertId: string,
): Promise<{ readonly place: PlaceFacts; readonly availability: Availability | null } | null> {
  const [row] = await rowsOf(db, participationId, expertId);
  if (!row) return null;
  const { cohortVersion, mark, ...facts } = row;
  const own = await known(settings, row.cohortId, String(cohortVersion), () => settingsIn(db, row.cohortId));
  const read = async () => (await availabilityOf(db, [expertId])).get(expertId) ?? null;
  const availability = mark === null ? null : await known(availabilities, expertId, mark, read);
  return { place: { ...facts, settings: own }, availability };
}
