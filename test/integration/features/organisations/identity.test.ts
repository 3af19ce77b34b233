import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findOrCreateOrganisation, knownHistory } from '../../../../src/features/organisations/public.ts';
import { searchOrganisations } from '../../../../src/features/organisations/queries.ts';
import type { OrganisationFacts } from '../../../../src/features/organisations/rules.ts';
import { isUniqueViolation } from '../../../../src/platform/db/errors.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { completeDraft, DURING, makeCall, send } from '../../../support/intake.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db);
  test.clock.set(DURING);
});

const garden: OrganisationFacts = {
  ...{ name: 'Zmyślony Ogród', legalForm: 'association', registerType: 'krs', registerName: null },
  ...{ registerNumber: '0000999001', nip: '9990000014', regon: null, town: 'Zmyślin', voivodeship: 'lubelskie' },
};
const meet = (facts: OrganisationFacts) =>
  inTransaction(test.deps.db, (tx) => findOrCreateOrganisation(test.deps, tx, 'bot', test.clock.now(), facts));
const all = () => test.deps.db.organisation.findMany();

describe('an organisation', () => {
  it('is met again by any of its numbers, takes its new name, and keeps the old one in the journal (O1, 45)', async () => {
    const first = await meet(garden);
    const again = await meet({ ...garden, name: 'Nowy Ogród', regon: '99000001612345', nip: null });
    expect(again).toMatchObject({ ok: true, value: { created: false, id: first.ok && first.value.id } });
    expect(await all()).toMatchObject([{ name: 'Nowy Ogród', nip: '9990000014', regon: '990000016' }]);
    const line = await test.deps.db.journalEntry.findFirst({
      where: { act: 'organisations.rename', subjectId: (first.ok && first.value.id) || '' },
    });
    expect(line).toMatchObject({ from: 'Zmyślony Ogród', to: 'Nowy Ogród' });
  });

  it('is refused when its numbers contradict what is known, and nothing changes', async () => {
    await meet(garden);
    expect(await meet({ ...garden, registerNumber: '0000999002' })).toMatchObject({ reason: 'identifiers_disagree' });
    expect(await all()).toHaveLength(1);
  });

  it('of a county register is another one than that with the same number in the next county (O4)', async () => {
    const local = { ...garden, registerType: 'starosta', registerNumber: '7', nip: null };
    await meet({ ...local, registerName: 'Starosta Zmyśliński' });
    await meet({ ...local, registerName: 'Starosta Papierowy' });
    expect(await all()).toHaveLength(2);
    expect(await meet({ ...local, registerName: '  starosta   ZMYŚLIŃSKI ' })).toMatchObject({
      value: { created: false },
    });
  });

  it('first met by two acts at once is one: the second fails and can be run again', async () => {
    const both = await Promise.allSettled([meet(garden), meet(garden)]);
    const failed = both.filter((one) => one.status === 'rejected');
    expect(failed.every((one) => isUniqueViolation(one.reason))).toBe(true);
    expect(await all()).toHaveLength(1);
  });
});

describe('what is known of an organisation', () => {
  it('is every application in any programme, except the one asked about (O3, 43)', async () => {
    const halina = await makePerson(test, 'Halina Próbna');
    const first = await completeDraft(test, halina, await makeCall(test, await makeCohort(test, 'debiuty-2023')));
    await send(test, halina, first);
    const second = await completeDraft(test, halina, await makeCall(test, await makeCohort(test, 'debiuty-2024')));
    await send(test, halina, second);
    const by = { nip: '9990000014', regon: null, registerType: 'krs', registerNumber: '0' };
    expect(await knownHistory(test.deps.db, by, second.id)).toMatchObject([
      { applicationId: first.id, cohortName: 'Edycja debiuty-2023', state: 'submitted', number: 1 },
    ]);
    expect(await knownHistory(test.deps.db, { ...by, nip: '1234563218' }, null)).toEqual([]);
  });

  it('is found by name, town or number; signs of a pattern mean themselves', async () => {
    await meet(garden);
    const found = async (text: string) => (await searchOrganisations(test.deps.db, text, { from: 0, size: 8 })).total;
    expect(await found('ogród')).toBe(1);
    expect(await found('ZMYŚLIN')).toBe(1);
    expect(await found('999-00-00-014')).toBe(1);
    expect(await found('0000999001')).toBe(1);
    expect(await found('%')).toBe(0);
    expect(await found('___')).toBe(0);
  });
});
