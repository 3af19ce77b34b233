import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { programmes } from '../../../../src/features/programmes/index.ts';
import { createCohort, type NewCohort, setCall } from '../../../../src/features/programmes/operations/index.ts';
import {
  callById,
  cohortById,
  cohortOfChannel,
  definitionOf,
  lastClosedCall,
  listCohorts,
  nextCall,
  openCalls,
  staffPersonIds,
} from '../../../../src/features/programmes/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let ada: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [programmes]);
  test.clock.set('2023-04-01T10:00:00.000+02:00');
  ada = await makePerson(test, 'Ada Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
});

const wanted = (facts: Partial<NewCohort> = {}): NewCohort => ({
  cohortId: test.deps.ids.next(),
  basis: { definition: 'debiuty-2023' },
  name: 'Debiuty 2023',
  places: 30,
  grantGrosze: 600_000,
  voucherGrosze: 200_000,
  call: {
    opensOn: '2023-04-04',
    opensTime: '00:00',
    closesOn: '2023-05-07',
    closesTime: '23:59',
    closingRule: 'inclusive',
  },
  staff: [],
  ...facts,
});

async function create(facts: Partial<NewCohort> = {}, actor = ada) {
  const outcome = await createCohort(test.deps, actor, test.clock.now(), wanted(facts));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}
const refusalOf = async (facts: Partial<NewCohort>, actor = ada) => {
  const outcome = await createCohort(test.deps, actor, test.clock.now(), wanted(facts));
  return outcome.ok ? 'made' : outcome.reason;
};

describe('setting up a cohort', () => {
  it('keeps the definition, the numbers, the call with its instants, and a journal line', async () => {
    const id = await create();
    const cohort = await cohortById(database.db, id);
    expect(cohort).toMatchObject({ name: 'Debiuty 2023', slug: 'debiuty-2023', programmeKey: 'debiuty', places: 30 });
    expect(cohort && definitionOf(cohort).settings.representatives).toBe(2);
    const [call] = cohort?.calls ?? [];
    expect(call?.closesAt.toISOString()).toBe('2023-05-07T21:59:00.000Z');
    expect(call?.lateFrom.toISOString()).toBe('2023-05-07T22:00:00.000Z');
    const line = await database.db.journalEntry.findFirst({ where: { subjectId: id } });
    expect(line).toMatchObject({
      act: 'programmes.create_cohort',
      personId: ada.personId,
      role: 'staff',
      cohortId: id,
    });
    expect(test.queued).toHaveLength(1);
  });

  it('makes the named people staff of this cohort only', async () => {
    const bo = await makePerson(test, 'Bo Prowadząca');
    const id = await create({ staff: [bo.slackUserId] });
    expect([...(await staffPersonIds(database.db, id))].sort()).toEqual([ada.personId, bo.personId].sort());
    const [grant] = await database.db.roleGrant.findMany({ where: { personId: bo.personId } });
    expect(grant).toMatchObject({ role: 'staff', cohortId: id });
  });

  it('refuses bots, deactivated people and unknown ones, and then makes nothing', async () => {
    const bot = await makePerson(test, 'Bot', { isBot: true });
    const gone = await makePerson(test, 'Wyłączona Osoba', { isDeactivated: true });
    expect(await refusalOf({ staff: [bot.slackUserId] })).toBe('is_bot');
    expect(await refusalOf({ staff: [gone.slackUserId] })).toBe('is_deactivated');
    expect(await refusalOf({ staff: ['U404'] })).toBe('unknown_person');
    expect(await listCohorts(database.db)).toEqual([]);
  });

  it('refuses those who are not staff of the foundation, a used name and an unknown programme', async () => {
    const visitor = await makePerson(test, 'Gość Ciekawski');
    expect(await refusalOf({}, visitor)).toBe('not_allowed');
    await create();
    expect(await refusalOf({ name: 'debiuty 2023' })).toBe('name_used');
    expect(await refusalOf({ name: 'Inne', basis: { definition: 'zmyslone-1999' } })).toBe('unknown_basis');
  });

  it('has one effect when the form is sent twice, also at the same moment (R3)', async () => {
    const cohortId = test.deps.ids.next();
    const sent = () => createCohort(test.deps, ada, test.clock.now(), wanted({ cohortId }));
    // Many at once, so that some find the row between two of their looks and some only when they write.
    const copies = await Promise.all(Array.from({ length: 8 }, sent));
    expect(copies.filter((one) => !one.ok)).toEqual([]);
    expect(await sent()).toMatchObject({ ok: true });
    expect(await listCohorts(database.db)).toHaveLength(1);
  });

  it('gives names that sound alike slugs of their own', async () => {
    const first = await create({ name: 'Łódź ćwiczy' });
    const second = await create({ name: 'Lodz cwiczy' });
    const slugs = await Promise.all([first, second].map(async (id) => (await cohortById(database.db, id))?.slug));
    expect(slugs).toEqual(['lodz-cwiczy', 'lodz-cwiczy-2']);
  });
});

describe('a copy of a cohort (CO-1)', () => {
  it('has the settings of the source, its calls and dates emptied, and nobody of it', async () => {
    const bo = await makePerson(test, 'Bo Prowadząca');
    const source = await create({ staff: [bo.slackUserId], grantGrosze: 450_000 });
    const id = await create({ basis: { cohort: source }, name: 'Debiuty 2026', call: null });
    const copy = await cohortById(database.db, id);
    expect(copy).toMatchObject({ copiedFromId: source, calls: [], programmeKey: 'debiuty' });
    expect(JSON.stringify(copy?.definition)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(await staffPersonIds(database.db, id)).toEqual([ada.personId]);
  });
});

describe('the dates of a call', () => {
  const stageTwo = {
    opensOn: '2023-10-31',
    opensTime: '00:00',
    closesOn: '2024-01-22',
    closesTime: '18:00',
    closingRule: 'inclusive',
  } as const;
  const wydzial = () => create({ basis: { definition: 'wydzial-2023' }, name: 'Wydział 2023', voucherGrosze: 0 });
  const set = (cohortId: string, window = stageTwo, actor = ada) =>
    setCall(test.deps, actor, test.clock.now(), { cohortId, stage: 2, window });

  it('make the call of stage II when they are given, once', async () => {
    const id = await wydzial();
    const both = await Promise.all([set(id), set(id)]);
    expect(both.map((one) => (one.ok ? 'made' : one.reason)).sort()).toEqual(['call_exists', 'made']);
    expect((await cohortById(database.db, id))?.calls.map((call) => call.stage)).toEqual([1, 2]);
  });

  it('are refused before the stage before has closed, and for stages there are none of', async () => {
    const early = { ...stageTwo, opensOn: '2023-05-07', opensTime: '23:59' } as unknown as typeof stageTwo;
    expect(await set(await wydzial(), early)).toMatchObject({ reason: 'before_previous' });
    expect(await set(await create())).toMatchObject({ reason: 'unknown_cohort' });
    const visitor = await makePerson(test, 'Gość Ciekawski');
    expect(await set(test.deps.ids.next(), stageTwo, visitor)).toMatchObject({ reason: 'not_allowed' });
  });
});

describe('finding calls by time', () => {
  it('tells the open, the next and the last closed one', async () => {
    const id = await create();
    const at = (iso: string) => new Date(iso);
    expect((await nextCall(database.db, at('2023-04-03T12:00:00Z')))?.cohort.id).toBe(id);
    expect(await openCalls(database.db, at('2023-04-03T12:00:00Z'))).toEqual([]);
    const [open] = await openCalls(database.db, at('2023-05-07T23:59:59.999+02:00'));
    expect(open?.cohort.name).toBe('Debiuty 2023');
    expect(await openCalls(database.db, at('2023-05-08T00:00:00.000+02:00'))).toEqual([]);
    expect((await lastClosedCall(database.db, at('2023-05-08T00:00:00.000+02:00')))?.id).toBe(open?.id);
    expect((await callById(database.db, open?.id ?? ''))?.cohortId).toBe(id);
    expect(await nextCall(database.db, at('2023-05-08T00:00:00Z'))).toBe(null);
    expect(await cohortOfChannel(database.db, 'C404')).toBe(null);
  });
});
