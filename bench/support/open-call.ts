import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { toInstant, WARSAW } from '../../src/core/calendar/index.ts';
import { definitions } from '../../src/features/programmes/public.ts';
import { connectDatabase } from '../../src/platform/db/client.ts';

const FOLDER = join(import.meta.dirname, '../../programmes');

/** Writes a cohort whose call is open for years, so that `/debiuty apply` has a form to open. */
export async function writeOpenCall(url: string): Promise<void> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  const programmeFiles = names.map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
  const definition = definitions({ programmeFiles })[0];
  if (!definition) throw new Error('no programme definition');
  const db = connectDatabase({ url });
  const opens = { date: '2020-01-01', time: '00:00', zone: WARSAW };
  const closes = { date: '2099-12-31', time: '23:59', zone: WARSAW };
  const cohortId = uuid();
  await db.cohort.create({
    data: {
      id: cohortId,
      programmeKey: 'debiuty',
      definition: structuredClone(definition) as object,
      name: 'Edycja próbna',
      slug: 'edycja-probna',
      places: 30,
      grantGrosze: 600_000,
      voucherGrosze: 200_000,
      createdAt: new Date(),
      createdBy: uuid(),
      version: 1,
      calls: {
        create: {
          id: uuid(),
          stage: 1,
          opensOn: opens.date,
          opensTime: opens.time,
          closesOn: closes.date,
          closesTime: closes.time,
          zone: WARSAW,
          opensAt: toInstant(opens).instant,
          closesAt: toInstant(closes).instant,
          lateFrom: new Date(toInstant(closes).instant.getTime() + 60_000),
          closingRule: 'inclusive',
          nextNumber: 1,
          version: 1,
        },
      },
    },
  });
  await db.$disconnect();
}
