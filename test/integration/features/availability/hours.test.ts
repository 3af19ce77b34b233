import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { availability } from '../../../../src/features/availability/index.ts';
import { type Change, changeHours } from '../../../../src/features/availability/operations/index.ts';
import { availabilityOf, offeredTimes } from '../../../../src/features/availability/public.ts';
import { freeTimes } from '../../../../src/features/availability/queries/index.ts';
import { USUAL_TERMS } from '../../../../src/features/availability/rules/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeExpert, makePerson, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let expert: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [...PLACE_FEATURES, availability]);
  expert = await makeExpert(test, 'Ewa Ekspertka');
});

const change = (version: number, wanted: Change, by: Actor = expert) =>
  changeHours(test.deps, by, test.clock.now(), { version, change: wanted });
const weekly = (weekday: number, from: number, to: number, id: string | null = null): Change => ({
  ...{ act: 'weekly', id },
  hours: [{ weekday, from, to, kinds: [] }],
});
const own = async () => (await availabilityOf(database.db, [expert.personId])).get(expert.personId);
const closed = (date: string): Change => ({
  ...{ act: 'exception', id: null },
  exception: { date, isOpen: false, from: 0, to: 1440, kinds: [] },
});

describe('an expert’s hours', () => {
  it('begin with the usual terms in the person’s zone, and give times', async () => {
    expect(await own()).toBeUndefined();
    expect(await change(0, weekly(1, 600, 840))).toMatchObject({ ok: true });
    const found = await own();
    expect(found?.terms).toMatchObject({ ...USUAL_TERMS, zone: 'Europe/Warsaw', version: 1 });
    if (found) expect(offeredTimes(found, { now: test.clock.now() }).length).toBeGreaterThan(10);
    const lines = await database.db.journalEntry.findMany({ where: { subjectId: expert.personId } });
    expect(lines.at(-1)).toMatchObject({ act: 'availability.weekly', detail: { hours: '1 600-840' } });
  });

  it('a form that is sent twice, or that somebody saw before it changed, is refused', async () => {
    expect(await change(0, weekly(1, 600, 840))).toMatchObject({ ok: true });
    expect(await change(0, weekly(1, 900, 960))).toMatchObject({ reason: 'changed_meanwhile' });
    const both = await Promise.all([change(1, weekly(2, 600, 660)), change(1, weekly(3, 600, 660))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await own())?.weekly).toHaveLength(2);
  });

  it('are changed and taken away, and do not overlap', async () => {
    await change(0, weekly(1, 600, 840));
    const id = (await own())?.weekly[0]?.id ?? '';
    expect(await change(1, weekly(1, 700, 900))).toMatchObject({ reason: 'overlaps' });
    expect(await change(1, weekly(1, 700, 900, id))).toMatchObject({ ok: true });
    expect((await own())?.weekly).toMatchObject([{ id, weekday: 1, from: 700, to: 900 }]);
    expect(await change(2, closed('2099-01-05'))).toMatchObject({ ok: true });
    expect(await change(3, closed('2099-01-05'))).toMatchObject({ reason: 'overlaps' });
    expect(await change(3, closed('2001-01-05'))).toMatchObject({ reason: 'in_past' });
    expect(await change(3, { act: 'remove', id })).toMatchObject({ ok: true });
    expect(await own()).toBeUndefined();
  });

  it('belong to the expert alone: others, also experts without a profile, are refused', async () => {
    const other = await makePerson(test, 'Ktoś');
    const bare = await makePerson(test, 'Bez profilu', { roles: [{ role: 'expert', cohortId: null }] });
    expect(await change(0, weekly(1, 600, 840), other)).toMatchObject({ reason: 'not_allowed' });
    expect(await change(0, weekly(1, 600, 840), bare)).toMatchObject({ reason: 'no_profile' });
    await change(0, weekly(1, 600, 840));
    const id = (await own())?.weekly[0]?.id ?? '';
    const second = await makeExpert(test, 'Druga Ekspertka');
    expect(await change(0, { act: 'remove', id }, second)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await change(0, weekly(2, 600, 840, id), second)).toMatchObject({ reason: 'changed_meanwhile' });
    expect((await own())?.weekly).toMatchObject([{ id, weekday: 1 }]);
  });

  it('free times leave out what features have booked, buffers included', async () => {
    await change(0, weekly(1, 600, 840));
    const found = await own();
    const [first, second] = found ? offeredTimes(found, { now: test.clock.now() }) : [];
    if (!found || !first || !second) throw new Error('nothing offered');
    const { start, end } = first;
    const busy = { start, end, busyFrom: start, busyUntil: end, isHeld: false };
    const deps = { ...test.deps, offers: { ...test.deps.offers, booked: [async () => [busy]] } };
    expect((await freeTimes(deps, found, test.clock.now(), 1))[0]?.start).toEqual(second.start);
  });
});

describe('the database', () => {
  const { expertId: _, ...row } = { expertId: '', weekday: 1, fromMinute: 600, toMinute: 840, kinds: [] };
  const insert = (facts: object) =>
    database.db.weeklyHours.create({ data: { ...row, id: test.deps.ids.next(), expertId: expert.personId, ...facts } });

  it('keeps hours within a civil day and apart from each other', async () => {
    await change(0, weekly(1, 600, 840));
    await expect(insert({ fromMinute: 839, toMinute: 900 })).rejects.toThrow();
    await expect(insert({ weekday: 8, fromMinute: 0, toMinute: 5 })).rejects.toThrow();
    await expect(insert({ fromMinute: 1400, toMinute: 1441 })).rejects.toThrow();
    await expect(insert({ fromMinute: 900, toMinute: 900 })).rejects.toThrow();
    await expect(insert({ fromMinute: 900, toMinute: 950, kinds: ['pigeon'] })).rejects.toThrow();
    await expect(insert({ fromMinute: 840, toMinute: 900 })).resolves.toBeDefined();
  });

  it('keeps exceptions on real days and apart, and terms within reason', async () => {
    await change(0, weekly(1, 600, 840));
    const exception = (heldOn: string, facts: object = {}) =>
      database.db.hoursException.create({
        data: {
          ...{ id: test.deps.ids.next(), expertId: expert.personId, heldOn, isOpen: false, fromMinute: 0 },
          ...{ toMinute: 600, kinds: [], ...facts },
        },
      });
    await expect(exception('2026-02-30')).rejects.toThrow();
    await expect(exception('2026-02-28')).resolves.toBeDefined();
    await expect(exception('2026-02-28', { isOpen: true, fromMinute: 599, toMinute: 700 })).rejects.toThrow();
    await expect(exception('2026-03-01', { kinds: ['online'] })).rejects.toThrow();
    const where = { expertId: expert.personId };
    await expect(database.db.expertTerms.update({ where, data: { minutes: 5 } })).rejects.toThrow();
    await expect(database.db.expertTerms.update({ where, data: { kinds: [] } })).rejects.toThrow();
  });
});
