import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { surveys } from '../../../../src/features/surveys/index.ts';
import {
  aboutsOf,
  answerSurvey,
  askDue,
  closeDue,
  remindDue,
} from '../../../../src/features/surveys/operations/index.ts';
import type { Attended } from '../../../../src/platform/feature.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { makeEvent } from '../../../support/events.ts';
import { addPerson, makeCohort, makeExpert, makeOrganisation, makePerson, makePlace } from '../../../support/places.ts';
import { makeSurvey, opinion } from '../../../support/surveys.ts';

const DAY = 86_400_000;
const NEXT_YEAR = {
  sessions: [{ date: '2025-11-23', from: '10:00', to: '16:00' }],
  signUp: { date: '2025-11-16', time: '18:00' },
};
let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let people: readonly Actor[];
let attended: Attended[];
let editions = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  attended = [];
  await database.db.$executeRaw`TRUNCATE "SurveyAnswer", "SurveyTally", "SurveyRoll", "Survey", "Notice"`;
  test = testDeps(database.db, [notices, surveys, { name: 'meetings', attended: [async () => attended] }]);
  editions += 1;
  cohortId = await makeCohort(test, 'debiuty-2024', `edycja-${editions}`);
  people = await Promise.all(Array.from({ length: 8 }, (_, n) => makePerson(test, `Osoba ${n}`)));
});

const ids = () => people.map(({ personId }) => personId);
const one = (at: number): Actor => people[at] as Actor;
const answer = (surveyId: string, at: number, given = opinion(`Słowa ${at}`)) =>
  answerSurvey(test.deps, one(at), test.clock.now(), surveyId, given);
const kinds = async () =>
  (await database.db.notice.findMany({ orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind);

describe('what a survey is about', () => {
  it('is the event by its title, or the organisation, with the day, for a whole page at once', async () => {
    const rows = { cohortId, people: ids() };
    const staff = await makePerson(test, 'Alicja Próbna', { roles: [{ role: 'staff', cohortId: null }] });
    const id = await makeEvent(test, staff, cohortId, { ...NEXT_YEAR, title: 'Zjazd zmyślony' });
    const { id: placeId } = await makePlace(test, cohortId, 'Stowarzyszenie Zmyślone');
    await makeSurvey(test, { ...rows, about: { kind: 'event', id } });
    await makeSurvey(test, { ...rows, about: { kind: 'participation', id: placeId } });
    await makeSurvey(test, rows);
    const surveys = await database.db.survey.findMany({ orderBy: { id: 'asc' } });
    const aboutOf = await aboutsOf(database.db, surveys, 'pl');
    expect(surveys.map(aboutOf).toSorted()).toEqual([
      '22 stycznia 2024 r.',
      'Stowarzyszenie Zmyślone, 22 stycznia 2024 r.',
      'Zjazd zmyślony, 22 stycznia 2024 r.',
    ]);
  });
});

describe('an anonymous survey', () => {
  it('adds up what many answer at once, and loses none', async () => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids() });
    const outcomes = await Promise.all(people.map((_, at) => answer(surveyId, at)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const tally = await database.db.surveyTally.findUniqueOrThrow({ where: { surveyId } });
    expect(tally).toMatchObject({ answers: 8, counts: { overall: { '4': 8 } } });
    const roll = await database.db.surveyRoll.findUniqueOrThrow({ where: { surveyId } });
    expect(roll.answered).toEqual([...ids()].toSorted());
  });

  it('takes one answer of a person, however often the form is sent', async () => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids() });
    const outcomes = await Promise.all([answer(surveyId, 0), answer(surveyId, 0), answer(surveyId, 0)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await answer(surveyId, 0)).toEqual({ ok: false, reason: 'answered_already' });
    expect(await database.db.surveyTally.findUniqueOrThrow({ where: { surveyId } })).toMatchObject({ answers: 1 });
  });

  it('is not for those who were not there, and not after its end', async () => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids().slice(0, 5) });
    expect(await answer(surveyId, 7)).toEqual({ ok: false, reason: 'not_asked' });
    test.clock.advance(10 * DAY);
    expect(await answer(surveyId, 0)).toEqual({ ok: false, reason: 'over' });
  });

  it('cannot be made named, opened again, or hold an answer with a name: the database refuses', async () => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids() });
    const { db } = database;
    const where = { id: surveyId };
    await expect(db.survey.update({ where, data: { isAnonymous: false } })).rejects.toThrow('stays anonymous');
    const row = { surveyId, personId: one(0).personId, answers: {}, answeredAt: test.clock.now(), version: 1 };
    await expect(db.surveyAnswer.create({ data: row })).rejects.toThrow('does not fit');
    const backwards = { answered: [...ids()].toSorted().toReversed() };
    await expect(db.surveyRoll.update({ where: { surveyId }, data: backwards })).rejects.toThrow('SurveyRoll_answered');
    await db.survey.update({ where, data: { closedAt: test.clock.now() } });
    await expect(db.survey.update({ where, data: { closedAt: null } })).rejects.toThrow('stays closed');
  });
});

describe('a survey with names', () => {
  const named = { form: 'after_consultation', isAnonymous: false } as const;
  const low = { helpful: 1, next: 'no' };

  it('counts the last answer, and calls staff once for a low score', async () => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids(), ...named });
    expect(await answer(surveyId, 0, { helpful: 5, next: 'yes' })).toMatchObject({ ok: true });
    expect(await answer(surveyId, 0, low)).toMatchObject({ ok: true, value: { isCorrected: true } });
    test.clock.advance(1_000);
    await answer(surveyId, 0, { ...low, missing: { words: 'Wszystkiego' } });
    expect((await kinds()).filter((kind) => kind === 'surveys.low')).toHaveLength(1);
    const rows = await database.db.surveyAnswer.findMany({ where: { surveyId } });
    expect(rows).toMatchObject([{ version: 3, answers: { helpful: 1, missing: { words: 'Wszystkiego' } } }]);
  });
});

describe('asking', () => {
  it('is done once for what ended, however often it is looked for, and only in allowed hours', async () => {
    const end = new Date('2024-01-22T20:00:00Z');
    attended = [{ kind: 'event', id: test.deps.ids.next(), cohortId, endedAt: end, people: ids() }];
    await askDue(test.deps, new Date(end.getTime() + DAY / 48));
    expect(await database.db.survey.count()).toBe(0);
    for (let n = 0; n < 3; n += 1) await askDue(test.deps, new Date(end.getTime() + DAY / 24));
    const [survey, ...more] = await database.db.survey.findMany();
    expect(more).toEqual([]);
    expect(survey).toMatchObject({
      form: 'after_event',
      askedAt: new Date('2024-01-23T07:00:00Z'),
      aboutOn: '2024-01-22',
    });
    const asked = await database.db.notice.findMany();
    expect(asked.map(({ dueAt }) => dueAt.toISOString())).toEqual(people.map(() => '2024-01-23T07:00:00.000Z'));
  });

  it('reminds only the silent, once, and then closes', async () => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids() });
    await answer(surveyId, 0);
    test.clock.advance(5 * DAY);
    for (let n = 0; n < 2; n += 1) await remindDue(test.deps, test.clock.now());
    const reminded = await database.db.notice.findMany({ where: { kind: 'surveys.remind' } });
    expect(reminded.map(({ target }) => target).toSorted()).toEqual(ids().slice(1).toSorted());
    test.clock.advance(5 * DAY);
    for (let n = 0; n < 2; n += 1) await closeDue(test.deps, test.clock.now());
    expect((await kinds()).filter((kind) => kind === 'surveys.results')).toHaveLength(1);
    await remindDue(test.deps, test.clock.now());
    expect(await database.db.notice.count({ where: { kind: 'surveys.remind' } })).toBe(7);
  });

  it('asks both sides of a match 30 days after it, each in a survey of its own', async () => {
    const { db, ids: fresh, clock } = test.deps;
    const organisationId = await makeOrganisation(test, 'Zmyślony Ogród');
    await addPerson(test, organisationId, one(0).personId, true);
    const expert = await makeExpert(test, 'Celina', { fields: ['diagnosis'], regions: ['lodzkie'] });
    const id = fresh.next();
    const place = { id, cohortId, organisationId, state: 'active', grantGrosze: 0, createdAt: clock.now(), version: 1 };
    await db.participation.create({ data: place });
    const met = { proposedAt: clock.now(), proposedBy: expert.personId, answeredAt: clock.now(), state: 'active' };
    await db.assignment.create({
      data: { id: fresh.next(), participationId: id, expertId: expert.personId, ...met, version: 1 },
    });
    test.clock.advance(29 * DAY);
    await askDue(test.deps, clock.now());
    expect(await db.survey.count()).toBe(0);
    test.clock.advance(2 * DAY);
    await askDue(test.deps, clock.now());
    const rolls = await db.survey.findMany({ include: { roll: true }, orderBy: { form: 'asc' } });
    expect(rolls.map(({ form, roll }) => [form, roll?.asked])).toEqual([
      ['match_expert', [expert.personId]],
      ['match_organisation', [one(0).personId]],
    ]);
  });
});
