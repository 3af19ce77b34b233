import { v7 as uuid } from 'uuid';
import { definitions } from '../../src/features/programmes/public.ts';
import type { Db } from '../../src/platform/db/client.ts';
import type { Deps } from '../../src/platform/deps.ts';

/** So many cohorts share all matters; five deadlines for each organisation. */
const COHORTS = 10;
const KINDS = ['confirm', 'plan', 'action', 'report', 'voucher'];
const PER_PLACE = KINDS.length;
/** So many of each are due at every look. */
const DUE = 20;

/** Ids that follow from numbers, so that rows of several tables fit together; each table has its own prefix. */
const id = (table: number, expression: string): string =>
  `('${table}0000000-0000-7000-8000-' || lpad(to_hex(${expression}), 12, '0'))::uuid`;

const insert = (table: string, values: Readonly<Record<string, string>>, from: number, to: number): string => {
  const names = Object.keys(values).map((name) => `"${name}"`);
  return `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${Object.values(values).join(', ')}
    FROM generate_series(${from}, ${to - 1}) AS n`;
};

export async function addCohorts(
  { db, programmeFiles }: Pick<Deps, 'db' | 'programmeFiles'>,
  now: Date,
): Promise<void> {
  const [definition] = definitions({ programmeFiles });
  if (!definition) throw new Error('no programme');
  const numbers = { places: 30_000, grantGrosze: 1, voucherGrosze: 1, version: 1 };
  const data = Array.from({ length: COHORTS }, (_, n) => ({
    ...{
      id: `10000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
      programmeKey: 'bench',
      definition,
      ...numbers,
    },
    ...{ name: `Edycja ${n}`, slug: `bench-${n}`, createdAt: now, createdBy: uuid() },
  }));
  await db.cohort.createMany({ data });
}

const KEYS = `(ARRAY['${KINDS.join("','")}'])[1 + n % ${PER_PLACE}]`;
/** From an hour to 90 days ahead; every tenth has been overdue for a while, and that is said and shown. */
const DUE_AT = `CASE WHEN n % 10 = 0 THEN $1::timestamptz - interval '30 days'
  ELSE $1::timestamptz + interval '1 hour' + (n::bigint * 7919 % 129600) * interval '1 minute' END`;
const DUE_ON = `to_char((${DUE_AT}) AT TIME ZONE 'Europe/Warsaw', 'YYYY-MM-DD')`;
const DUE_TIME = `to_char((${DUE_AT}) AT TIME ZONE 'Europe/Warsaw', 'HH24:MI')`;

const AT = '$1::timestamptz';
const MOMENT = { dueOn: DUE_ON, dueTime: DUE_TIME, zone: `'Europe/Warsaw'`, dueAt: DUE_AT };
const OF_PLACE = id(1, `n / ${PER_PLACE} % ${COHORTS}`);
const PLACE = id(3, `n / ${PER_PLACE}`);

const ORGANISATION = {
  ...{ id: id(2, 'n'), name: `'Organizacja ' || n`, legalForm: `'other'`, registerType: `'other'`, version: '1' },
  ...{
    registerName: `'próbny'`,
    registerNumber: 'n::text',
    town: `'Zmyślin'`,
    voivodeship: `'lodzkie'`,
    createdAt: AT,
  },
};
const PARTICIPATION = {
  ...{ id: id(3, 'n'), cohortId: id(1, `n % ${COHORTS}`), organisationId: id(2, 'n'), state: `'active'` },
  ...{ grantGrosze: '0', channelId: `'C' || n`, createdAt: AT, version: '1' },
};
const DEADLINE = {
  ...{ id: id(4, 'n'), participationId: PLACE, cohortId: OF_PLACE, kind: KEYS, ...MOMENT },
  ...{ state: `'open'`, shownOverdue: 'n % 10 = 0', createdAt: AT, version: '1' },
};
const OBLIGATION = {
  ...{ id: id(5, 'n'), key: `'deadlines.plan:' || n`, scope: `'deadline:' || ${id(4, 'n')}`, kind: `'bench.silent'` },
  ...{ params: `'{}'`, ownerKind: `'organisation'`, ownerId: id(2, `n / ${PER_PLACE}`), cohortId: OF_PLACE, ...MOMENT },
  ...{ participationId: PLACE, openedAt: AT },
  remindAt: `CASE WHEN n % 10 = 0 THEN NULL ELSE (${DUE_AT}) - interval '30 minutes' END`,
};
const NOTICE = {
  ...{
    id: id(6, 'n'),
    kind: `'bench.row'`,
    params: `'{}'`,
    targetKind: `'channel'`,
    target: `'C' || n / ${PER_PLACE}`,
  },
  ...{ key: `'bench:' || n`, state: `'pending'`, attempts: '0', createdAt: AT, cohortId: OF_PLACE },
  dueAt: `${AT} + interval '1 hour' + (n::bigint * 7919 % 129600) * interval '1 minute'`,
};

/** Adds organisations with deadlines, their matters, and a notice for later for each: from the `from`-th to the `to`-th deadline. */
export async function addDeadlines(db: Db, from: number, to: number, now: Date): Promise<void> {
  const places = [from / PER_PLACE, to / PER_PLACE] as const;
  await db.$executeRawUnsafe(insert('Organisation', ORGANISATION, ...places), now);
  await db.$executeRawUnsafe(insert('Participation', PARTICIPATION, ...places), now);
  await db.$executeRawUnsafe(insert('Deadline', DEADLINE, from, to), now);
  await db.$executeRawUnsafe(insert('Obligation', OBLIGATION, from, to), now);
  await db.$executeRawUnsafe(insert('Notice', NOTICE, from, to), now);
  await db.$executeRawUnsafe('ANALYZE');
}

/** Makes the same few of everything due again: matters to look at, dates just passed, notices to send. */
export async function makeDue(db: Db, now: Date): Promise<void> {
  const few = `(SELECT ${id(5, 'n')} FROM generate_series(0, ${DUE - 1}) n)`;
  const before = new Date(now.getTime() - 120_000);
  await db.$executeRawUnsafe(`UPDATE "Obligation" SET "remindAt" = $1 WHERE "id" IN ${few}`, now);
  const dates = `UPDATE "Deadline" SET "dueAt" = $1, "shownOverdue" = false WHERE "id" IN ${few.replace("'5", "'4")}`;
  await db.$executeRawUnsafe(dates, before);
  await db.$executeRawUnsafe(`UPDATE "Notice" SET "dueAt" = $1 WHERE "id" IN ${few.replace("'5", "'6")}`, before);
}
