import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { placeById, rankingFor } from '../../../../src/features/assignments/queries/index.ts';
import { availability } from '../../../../src/features/availability/index.ts';
import { endAbsence, previewAbsence, writeAbsence } from '../../../../src/features/availability/operations/index.ts';
import { comingAbsences } from '../../../../src/features/availability/queries/index.ts';
import type { Away } from '../../../../src/platform/deps.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let expert: Actor;
let cohortId: string;
let place: { readonly id: string; readonly organisationId: string };
let hooked: Away[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  hooked = [];
  const other = {
    ...{ name: 'other', onAway: [async (_: unknown, away: Away) => void hooked.push(away)] },
    booked: [
      async (_: unknown, __: unknown, { until }: { readonly until: Date }) => {
        const [start, end] = [new Date(until.getTime() - 7_200_000), new Date(until.getTime() - 3_600_000)];
        const one = { start, end, busyFrom: start, busyUntil: end, isHeld: false };
        return [one, { ...one, isHeld: true }];
      },
    ],
  };
  test = testDeps(database.db, [...PLACE_FEATURES, availability, other]);
  test.clock.set('2026-06-01T10:00:00+02:00');
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test);
  expert = await makeExpert(test, 'Ewa Ekspertka');
  place = await makePlace(test, cohortId, 'Stowarzyszenie Próba');
  await database.db.participation.update({ where: { id: place.id }, data: { channelId: 'C0PROBA' } });
  const now = test.clock.now();
  const lead = { participationId: place.id, expertId: expert.personId, proposedBy: staff.personId, proposedAt: now };
  await database.db.assignment.create({
    data: { id: test.deps.ids.next(), ...lead, state: 'active', answeredAt: now, version: 1 },
  });
});

const wish = (facts: object = {}) => ({
  ...{ absenceId: test.deps.ids.next(), expertId: expert.personId, from: '2026-06-04', last: '2026-06-05' },
  ...{ substituteId: null as string | null, ...facts },
});
const write = (by: Actor, asked: ReturnType<typeof wish>) => writeAbsence(test.deps, by, test.clock.now(), asked);
const told = async () => {
  const rows = await database.db.notice.findMany({ where: { kind: { startsWith: 'availability.' } } });
  return rows.map(({ kind, targetKind, target }) => `${kind} ${targetKind} ${target}`).sort();
};

describe('an absence', () => {
  it('is shown with what it does, then written; features are asked to move, and staff are told', async () => {
    const preview = await previewAbsence(test.deps, expert, test.clock.now(), wish());
    expect(preview).toMatchObject({ ok: true, value: { booked: 1, substitutes: [] } });
    const { absenceId } = wish();
    expect(await write(expert, wish({ absenceId }))).toMatchObject({ ok: true, value: { isNew: true } });
    expect(hooked).toEqual([
      {
        ...{ absenceId, expertId: expert.personId, substituteId: null },
        ...{ from: new Date('2026-06-03T22:00Z'), until: new Date('2026-06-05T22:00Z') },
      },
    ]);
    expect(await told()).toEqual([`availability.away staff ${cohortId}`]);
  });

  it('sent twice is one, and no two share a day, also when written at the same moment', async () => {
    const once = wish();
    expect(await write(expert, once)).toMatchObject({ value: { isNew: true } });
    expect(await write(expert, once)).toMatchObject({ value: { isNew: false } });
    expect(await write(expert, wish({ from: '2026-06-05', last: '2026-06-09' }))).toMatchObject({ reason: 'overlaps' });
    const both = await Promise.all([
      write(expert, wish({ from: '2026-07-01', last: '2026-07-03' })),
      write(staff, wish({ from: '2026-07-03', last: '2026-07-04' })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(hooked).toHaveLength(2);
  });

  it('with a substitute is told to both, to staff and to the organisation, and once', async () => {
    const second = await makeExpert(test, 'Druga Ekspertka');
    expect(await write(expert, wish({ substituteId: second.personId }))).toMatchObject({ ok: true });
    expect(await told()).toEqual([
      `availability.away person ${second.personId}`,
      `availability.away staff ${cohortId}`,
      'availability.stands_in channel C0PROBA',
    ]);
    await test.runQueued();
    expect(test.slack.messages.map(({ message }) => message.text).join('\n')).toContain('pomoże Wam *Druga Ekspertka*');
  });

  it('of an expert who is ill is written by staff on their behalf, and the expert hears of it', async () => {
    expect(await write(staff, wish({ from: '2026-05-30', last: '2026-06-02' }))).toMatchObject({ ok: true });
    const line = await database.db.journalEntry.findFirstOrThrow({
      where: { subjectId: expert.personId, act: 'availability.away' },
    });
    expect(line).toMatchObject({ personId: staff.personId, onBehalfOf: 'Ewa Ekspertka', role: 'staff' });
    expect(await told()).toContain(`availability.away person ${expert.personId}`);
  });

  it('is refused to others, and with a substitute who is tied, away or of another cohort', async () => {
    const second = await makeExpert(test, 'Druga Ekspertka');
    const elsewhere = await makeCohort(test, 'debiuty-2023');
    const { id } = await makePlace(test, elsewhere, 'Fundacja Inna');
    const local = await makePerson(test, 'Zespół Innej', { roles: [{ role: 'staff', cohortId: elsewhere }] });
    expect(id).toBeDefined();
    await database.db.roleGrant.updateMany({ where: { personId: expert.personId }, data: { cohortId } });
    expect(await write(local, wish())).toMatchObject({ reason: 'not_allowed' });
    expect(await write(second, wish())).toMatchObject({ reason: 'not_allowed' });
    const tie = { expertId: second.personId, organisationId: place.organisationId, category: 'family' };
    const at = test.clock.now();
    await database.db.tie.create({
      data: { id: test.deps.ids.next(), ...tie, declaredBy: staff.personId, declaredAt: at },
    });
    const asked = wish({ substituteId: second.personId });
    expect(await write(expert, asked)).toMatchObject({ reason: 'substitute_unfit' });
    await database.db.tie.deleteMany();
    await write(second, wish({ expertId: second.personId, from: '2026-06-05', last: '2026-06-05' }));
    expect(await write(expert, asked)).toMatchObject({ reason: 'substitute_unfit' });
    await database.db.absence.deleteMany();
    await database.db.roleGrant.updateMany({ where: { personId: second.personId }, data: { cohortId: elsewhere } });
    expect(await write(expert, asked)).toMatchObject({ reason: 'substitute_unfit' });
    expect(await write(expert, wish({ substituteId: expert.personId }))).toMatchObject({ reason: 'substitute_unfit' });
  });

  it('that ends early is kept, told to those who heard of it, and does not stand in the way of a new one', async () => {
    const second = await makeExpert(test, 'Druga Ekspertka');
    const asked = wish({ substituteId: second.personId });
    await write(expert, asked);
    await test.runQueued();
    const now = test.clock.now();
    expect(await endAbsence(test.deps, second, now, asked.absenceId)).toMatchObject({ reason: 'not_allowed' });
    expect(await endAbsence(test.deps, expert, now, asked.absenceId)).toMatchObject({ ok: true });
    expect(await endAbsence(test.deps, expert, now, asked.absenceId)).toMatchObject({ reason: 'absence_over' });
    await test.runQueued();
    expect(await comingAbsences(database.db, '2026-06-01', null)).toEqual([]);
    expect(await database.db.absence.count()).toBe(1);
    expect(test.slack.messages.map(({ message }) => message.text).join()).toContain('jest już nieaktualna');
    expect(await write(expert, wish())).toMatchObject({ ok: true });
  });

  it('that was ended before anybody heard of it is not announced', async () => {
    const asked = wish();
    await write(expert, asked);
    await endAbsence(test.deps, expert, test.clock.now(), asked.absenceId);
    await test.runQueued();
    const states = await database.db.notice.findMany({ where: { kind: 'availability.away' }, orderBy: { id: 'asc' } });
    expect(states.map(({ state }) => state)).toEqual(['dropped', 'sent']);
  });

  it('of today marks the expert in the ranking, and keeps them out when it is longer than the programme waits', async () => {
    const row = await placeById(database.db, place.id);
    if (!row) throw new Error('no place');
    const now = test.clock.now();
    const short = wish({ from: '2026-06-01', last: '2026-06-15' });
    await write(expert, short);
    const { ranked } = await rankingFor(database.db, row, now);
    expect(ranked[0]?.reasons.at(-1)).toEqual({ kind: 'away', until: '2026-06-15' });
    await endAbsence(test.deps, expert, now, short.absenceId);
    await write(expert, wish({ from: '2026-06-01', last: '2026-06-16' }));
    const { excluded } = await rankingFor(database.db, row, now);
    expect(excluded[0]?.exclusion).toEqual({ rule: 'away', until: '2026-06-16' });
  });
});
