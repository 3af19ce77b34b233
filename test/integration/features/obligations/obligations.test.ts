import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { applications } from '../../../../src/features/applications/index.ts';
import { assignments } from '../../../../src/features/assignments/index.ts';
import { acceptProposal, proposeExpert } from '../../../../src/features/assignments/operations/index.ts';
import { obligations } from '../../../../src/features/obligations/index.ts';
import { repairObligations } from '../../../../src/features/obligations/operations/repair.ts';
import { asMatters } from '../../../../src/features/obligations/operations/words.ts';
import { openFor } from '../../../../src/features/obligations/queries/open.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { completeDraft, DURING, makeCall, send, TOO_LATE } from '../../../support/intake.ts';
import { expectObligationsToFollow } from '../../../support/obligations.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [obligations, applications, assignments]);
  test.clock.set(DURING);
  cohortId = await makeCohort(test, 'debiuty-2023');
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
});

/** What a person is shown as owed, in words. */
async function owes(actor: Actor): Promise<readonly string[]> {
  const rows = await openFor(test.deps.db, actor, test.clock.now());
  return (await asMatters(test.deps, rows, 'pl')).map(({ words }) => words.what);
}

describe('what is next', () => {
  it('for a person with a draft is to send it, until the call closes; then it is nobody’s', async () => {
    const halina = await makePerson(test, 'Halina');
    await completeDraft(test, halina, await makeCall(test, cohortId));
    expect(await owes(halina)).toEqual(['Dokończ i wyślij zgłoszenie: Stowarzyszenie Zmyślony Ogród']);
    expect(await owes(staff)).toEqual([]);
    test.clock.set(TOO_LATE);
    expect(await owes(halina)).toEqual([]);
  });

  it('for staff is the check of what was sent, from the closing on', async () => {
    const halina = await makePerson(test, 'Halina');
    await send(test, halina, await completeDraft(test, halina, await makeCall(test, cohortId)));
    expect(await owes(halina)).toEqual([]);
    expect(await owes(staff)).toEqual([]);
    test.clock.set(TOO_LATE);
    expect(await owes(staff)).toEqual(['Oceń formalnie zgłoszenie nr 1: Stowarzyszenie Zmyślony Ogród']);
  });

  it('goes from staff to the expert who is asked, and to nobody when the expert says yes', async () => {
    const expert = await makeExpert(test, 'Ewa');
    const { id: participationId } = await makePlace(test, cohortId, 'Zmyślony Ogród');
    expect(await owes(staff)).toEqual(['Znajdź eksperta lub ekspertkę dla organizacji Zmyślony Ogród']);

    const proposal = { participationId, expertId: expert.personId, overrideReason: null };
    const asked = await proposeExpert(test.deps, staff, test.clock.now(), proposal);
    if (!asked.ok) throw new Error(asked.reason);
    expect(await owes(staff)).toEqual([]);
    expect(await owes(expert)).toEqual(['Odpowiedz, czy poprowadzisz organizację Zmyślony Ogród (Zmyślin)']);

    await acceptProposal(test.deps, expert, test.clock.now(), asked.value.assignmentId);
    expect(await owes(expert)).toEqual([]);
    await expectObligationsToFollow(test.deps);
  });

  it('is said in one line where staff have many of a kind', async () => {
    for (const name of ['Pierwsza', 'Druga', 'Trzecia', 'Czwarta']) await makePlace(test, cohortId, name);
    expect(await owes(staff)).toEqual(['Znajdź ekspertów lub ekspertki: czekają 4 organizacje']);
  });

  it('is not shown to others, and to staff of another cohort neither', async () => {
    await makePlace(test, cohortId, 'Zmyślony Ogród');
    const other = await makeCohort(test, 'debiuty-2024');
    expect(await owes(await makePerson(test, 'Obca', { roles: [{ role: 'staff', cohortId: other }] }))).toEqual([]);
    expect(await owes(await makePerson(test, 'Nowa'))).toEqual([]);
  });

  it('is written as it follows from the state when data were there before it was kept', async () => {
    await makePlace(test, cohortId, 'Zmyślony Ogród');
    await test.deps.db.obligation.deleteMany();
    await repairObligations(test.deps, test.clock.now());
    await repairObligations(test.deps, test.clock.now());
    expect(await expectObligationsToFollow(test.deps)).toBe(1);
    expect(await test.deps.db.obligation.count()).toBe(1);
  });
});
