import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { notices } from '../../../../src/features/notices/index.ts';
import { listUndelivered } from '../../../../src/features/notices/queries.ts';
import { pageOf } from '../../../../src/features/outbox/slack/rows.ts';
import { surveys } from '../../../../src/features/surveys/index.ts';
import { remindDue } from '../../../../src/features/surveys/operations/index.ts';
import { ledPlace } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { outboxNow } from '../../../support/outbox.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson } from '../../../support/places.ts';
import { makeSurvey } from '../../../support/surveys.ts';

const DAY = 86_400_000;
const SILENT = 'osoby, które jeszcze nie odpowiedziały';
let database: TestDatabase;
let test: TestDeps;
let cohortId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices, surveys]);
  cohortId = await makeCohort(test);
});

const foreseen = async () =>
  (await outboxNow(test, cohortId)).flatMap(({ of }) => ('foreseen' in of ? [of.foreseen] : []));

it('lists of staff name nobody who is silent: not what waits, not what is held back, not what did not arrive', async () => {
  const chief = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
  const people = await Promise.all(['Halina', 'Igor', 'Kamil'].map((name) => makePerson(test, name)));
  await makeSurvey(test, { cohortId, people: people.map(({ personId }) => personId) });
  await test.runQueued();
  test.clock.advance(5 * DAY);
  await remindDue(test.deps, test.clock.now());
  const [held, failed] = await database.db.notice.findMany({ where: { kind: 'surveys.remind' } });
  await database.db.notice.update({ where: { id: held?.id ?? '' }, data: { state: 'held' } });
  await database.db.notice.update({ where: { id: failed?.id ?? '' }, data: { state: 'failed' } });
  const cohort = await database.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const { rows } = await pageOf(test.deps, cohort, test.clock.now(), 1, 'pl');
  const written = rows.filter(({ row }) => row !== null);
  expect(written.map(({ state }) => state).toSorted()).toEqual(['held', 'waiting']);
  expect(written.map(({ to }) => to)).toEqual(written.map(() => ({ kind: 'person', name: SILENT })));
  const undelivered = await listUndelivered(test.deps, chief, 1, 'pl');
  expect(undelivered.rows.map(({ personName }) => personName)).toEqual([SILENT]);
});

it('the outbox knows of reminders and closings ahead, and names nobody', async () => {
  const now = test.clock.now();
  const { personId } = await makePerson(test, 'Halina');
  const facts = { cohortId, people: [personId] };
  await makeSurvey(test, facts);
  const about = { kind: 'consultation', id: test.deps.ids.next() } as const;
  await makeSurvey(test, { ...facts, form: 'after_consultation', isAnonymous: false, about });
  const all = (await foreseen()).map(({ at, to, what }) => [(at.getTime() - now.getTime()) / DAY, to, what]);
  expect(all).toEqual([
    [5, SILENT, 'Prosimy o odpowiedź: Opinia po spotkaniu'],
    [5, SILENT, 'Prosimy o odpowiedź: Opinia o konsultacji'],
    [10, 'zespół', 'Wyniki ankiety: Opinia po spotkaniu, 22 stycznia 2024 r.'],
  ]);
});

it('and of the questions that come while they work together, one line for each day and form', async () => {
  const { personId } = await makeExpert(test, 'Celina');
  for (const name of ['Zmyślony Ogród', 'Papierowy Most']) await ledPlace(test, cohortId, personId, name);
  expect(await foreseen()).toEqual([]);
  test.clock.advance(20 * DAY);
  const lines = (await foreseen()).map(({ at, to, what }) => [at.toISOString(), to, what]);
  expect(lines).toEqual([
    ['2024-03-31T11:00:00.000Z', 'ekspertki i eksperci', 'Prosimy o odpowiedź: Współpraca z organizacją'],
    ['2024-03-31T11:00:00.000Z', 'organizacje', 'Prosimy o odpowiedź: Współpraca mentorska'],
  ]);
});
