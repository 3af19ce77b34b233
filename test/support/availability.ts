import type { Absence, Availability, Kind } from '../../src/features/availability/public.ts';
import { USUAL_TERMS } from '../../src/features/availability/rules/index.ts';
import type { TestDeps } from './deps.ts';

type Hours = { readonly weekday: number; readonly from: number; readonly to: number };

/** Terms and weekly hours as the forms write them; Monday 10:00 to 14:00 unless told. */
export async function makeHours(
  { deps }: TestDeps,
  expertId: string,
  given: { readonly hours?: readonly Hours[]; readonly zone?: string; readonly words?: string } = {},
): Promise<void> {
  const { hours = [{ weekday: 1, from: 600, to: 840 }], zone = 'Europe/Warsaw', words = null } = given;
  const kinds: Kind[] = [...USUAL_TERMS.kinds];
  await deps.db.expertTerms.create({ data: { ...USUAL_TERMS, kinds, expertId, zone, place: words, version: 1 } });
  await deps.db.weeklyHours.createMany({
    data: hours.map(({ weekday, from, to }) => ({
      ...{ id: deps.ids.next(), expertId, weekday, fromMinute: from, toMinute: to, kinds: [] },
    })),
  });
}

/** An absence that holds; civil dates. */
export async function makeAbsence(
  { deps }: TestDeps,
  absence: Pick<Absence, 'expertId' | 'from' | 'last'> & {
    readonly substituteId?: string;
    readonly by?: string;
  },
): Promise<string> {
  const { expertId, from, last, substituteId = null, by = expertId } = absence;
  const id = deps.ids.next();
  const who = { expertId, substituteId, writtenBy: by, writtenAt: deps.clock.now() };
  await deps.db.absence.create({ data: { id, ...who, fromOn: from, lastOn: last } });
  return id;
}

/** An expert who can be met on Mondays from 10:00 to 14:00 in Warsaw; give what the test is about. */
export const availability = (facts: Partial<Availability> = {}): Availability => ({
  expertId: '00000000-0000-4000-8000-000000000001',
  terms: { ...USUAL_TERMS, zone: 'Europe/Warsaw', version: 1 },
  weekly: [{ id: '00000000-0000-4000-8000-000000000002', weekday: 1, from: 600, to: 840, kinds: [] }],
  exceptions: [],
  absences: [],
  ...facts,
});
