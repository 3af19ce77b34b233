import { definitions } from '../../src/features/programmes/public.ts';
import type { Deps } from '../../src/platform/deps.ts';
import type { Wish } from './booking.ts';

/** An expert who can be met on all working days from 8 to 18, in talks of an hour. */
export async function addExpert({ db, ids }: Deps, now: Date): Promise<string> {
  const id = ids.next();
  const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false };
  await db.person.create({ data: { id, name: 'Ekspertka', ...flags, createdAt: now } });
  const profile = { fields: [], regions: [], maxLoad: 5000, createdAt: now, version: 1 };
  await db.expertProfile.create({ data: { personId: id, ...profile } });
  const terms = { zone: 'Europe/Warsaw', minutes: 60, kinds: ['online'], bufferBefore: 0, bufferAfter: 0 };
  const limits = { noticeMinutes: 1440, horizonDays: 30, needsApproval: false, version: 1 };
  await db.expertTerms.create({ data: { expertId: id, ...terms, ...limits } });
  const weekdays = [1, 2, 3, 4, 5];
  await db.weeklyHours.createMany({
    data: weekdays.map((weekday) => ({
      ...{ id: ids.next(), expertId: id, weekday, fromMinute: 480, toMinute: 1080, kinds: [] },
    })),
  });
  return id;
}

/** So many organisations of a new cohort that the expert leads, with one person each. */
export async function addBookers(deps: Deps, expertId: string, count: number, now: Date) {
  const { db, ids } = deps;
  const [definition] = definitions(deps);
  if (!definition) throw new Error('no programme');
  const cohortId = ids.next();
  const numbers = { places: count, grantGrosze: 1, voucherGrosze: 1, version: 1 };
  const facts = {
    programmeKey: 'bench',
    definition,
    name: 'Edycja',
    slug: cohortId,
    createdAt: now,
    createdBy: expertId,
  };
  await db.cohort.create({ data: { id: cohortId, ...numbers, ...facts } });
  const places: Omit<Wish, 'expertId' | 'start'>[] = Array.from({ length: count }, () => ({
    ...{ cohortId, participationId: ids.next(), organisationId: ids.next(), personId: expertId },
  }));
  const register = { legalForm: 'other', registerType: 'other', registerName: 'próbny', town: 'Zmyślin' };
  const common = { ...register, voivodeship: 'lodzkie', createdAt: now, version: 1 };
  await db.organisation.createMany({
    data: places.map(({ organisationId: id }) => ({ id, name: 'Organizacja', registerNumber: id, ...common })),
  });
  await db.participation.createMany({
    data: places.map(({ participationId: id, organisationId }) => ({
      ...{ id, cohortId, organisationId, state: 'active', grantGrosze: 1, createdAt: now, version: 1 },
    })),
  });
  const active = { expertId, state: 'active', proposedAt: now, proposedBy: expertId, answeredAt: now, version: 1 };
  await db.assignment.createMany({
    data: places.map(({ participationId }) => ({ id: ids.next(), participationId, ...active })),
  });
  return places;
}
