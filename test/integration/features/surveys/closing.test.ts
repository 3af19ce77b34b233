import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { surveys } from '../../../../src/features/surveys/index.ts';
import { resultFacts } from '../../../../src/features/surveys/notices.ts';
import { answerSurvey, closeDue } from '../../../../src/features/surveys/operations/index.ts';
import { holdSurvey } from '../../../../src/features/surveys/queries/index.ts';
import { resultsMessage } from '../../../../src/features/surveys/views/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';
import { makeSurvey, opinion } from '../../../support/surveys.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let people: readonly Actor[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices, surveys]);
  cohortId = await makeCohort(test);
  people = await Promise.all(Array.from({ length: 3 }, (_, n) => makePerson(test, `Osoba ${n}`)));
});

const make = (by = test) => makeSurvey(by, { cohortId, people: people.map(({ personId }) => personId) });
const answer = (surveyId: string, person: Actor) =>
  answerSurvey(test.deps, person, test.clock.now(), surveyId, opinion('Słowa'));

describe('a survey that closes', () => {
  it('takes no answer that was on its way', async () => {
    const surveyId = await make();
    const [held, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const closing = inTransaction(database.db, async (tx) => {
      await holdSurvey(tx, surveyId);
      held.resolve();
      await gate.promise;
      await tx.survey.update({ where: { id: surveyId }, data: { closedAt: test.clock.now() } });
    });
    await held.promise;
    const late = answer(surveyId, people[0] as Actor);
    await vi.waitFor(async () => {
      const waiting = await database.db.$queryRaw`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(waiting).toHaveLength(1);
    });
    gate.resolve();
    await closing;
    expect(await late).toEqual({ ok: false, reason: 'over' });
    expect(await database.db.surveyTally.findUnique({ where: { surveyId } })).toMatchObject({ answers: 0 });
  });

  it('cannot have its roll or its sums changed: the database refuses', async () => {
    const surveyId = await make();
    const { db } = database;
    await db.survey.update({ where: { id: surveyId }, data: { closedAt: test.clock.now() } });
    const where = { surveyId };
    await expect(db.surveyTally.update({ where, data: { answers: 9 } })).rejects.toThrow('takes no answers');
    await expect(db.surveyRoll.update({ where, data: { asked: [] } })).rejects.toThrow('takes no answers');
  });

  it('does so in the order in which results are put together, however the rows lie', async () => {
    // The ids of the later source are the greater ones, and both surveys close at the same moment.
    const second = await make(testDeps(database.db));
    const first = await make();
    expect(first < second).toBe(true);
    test.clock.advance(10 * DAY);
    await closeDue(test.deps, test.clock.now());
    const lines = await database.db.journalEntry.findMany({
      where: { act: 'surveys.close', subjectId: { in: [first, second] } },
      orderBy: { id: 'asc' },
    });
    expect(lines.map(({ subjectId }) => subjectId)).toEqual([first, second]);
  });
});

describe('surveys with too few answers each', () => {
  const lived = async () => {
    const surveyId = await make();
    for (const person of people) await answer(surveyId, person);
    test.clock.advance(10 * DAY);
    await closeDue(test.deps, test.clock.now());
    return resultFacts(test.deps, surveyId, 'pl');
  };

  it('are shown together once they have enough, and stay so when another closes', async () => {
    expect(await lived()).toMatchObject({ state: 'too_few', series: null });
    const second = await lived();
    expect(second).toMatchObject({ state: 'too_few', tally: null, series: { surveys: 2 } });
    const said = JSON.stringify(second && resultsMessage(second, 'pl'));
    expect(said).toContain('Odpowiedzi jest za mało');
    expect(said).toContain('2 ankiety o tej samej treści');
    expect(said).not.toContain('Słowa');
    expect((await lived())?.series).toEqual(second?.series);
  });
});
