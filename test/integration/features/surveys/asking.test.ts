import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { surveys } from '../../../../src/features/surveys/index.ts';
import {
  aboutOf,
  answerSurvey,
  askDue,
  closeDue,
  remindDue,
} from '../../../../src/features/surveys/operations/index.ts';
import type { Attended } from '../../../../src/platform/feature.ts';
import { type Led, ledPlace } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson } from '../../../support/places.ts';
import { makeSurvey, opinion } from '../../../support/surveys.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let people: readonly Actor[];
let attended: Attended[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  attended = [];
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices, surveys, { name: 'meetings', attended: [async () => attended] }]);
  cohortId = await makeCohort(test);
  people = await Promise.all(Array.from({ length: 5 }, (_, n) => makePerson(test, `Osoba ${n}`)));
});

const ids = (count = people.length) => people.slice(0, count).map(({ personId }) => personId);
const later = (days: number) => test.clock.advance(days * DAY);
const ask = () => askDue(test.deps, test.clock.now());
const remind = () => remindDue(test.deps, test.clock.now());
const told = async (kind: string) =>
  (await database.db.notice.findMany({ where: { kind } })).map(({ target }) => target).toSorted();
const answer = (surveyId: string, person: Actor, given = opinion('Słowa')) =>
  answerSurvey(test.deps, person, test.clock.now(), surveyId, given);

describe('an attendance list that is put right', () => {
  const eventId = '00000000-0000-4000-8000-0000000000e1';
  const list = (count: number, endedAt: Date) => {
    attended = [{ kind: 'event', id: eventId, cohortId, endedAt, people: ids(count) }];
  };

  it('has those asked who were added to it, until the survey closes', async () => {
    const ended = test.clock.now();
    list(2, ended);
    test.clock.advance(DAY / 12);
    await ask();
    later(1);
    list(4, ended);
    for (let n = 0; n < 2; n += 1) await ask();
    const { id, roll } = await database.db.survey.findFirstOrThrow({ include: { roll: true } });
    expect(roll?.asked).toEqual(ids(4).toSorted());
    expect(await told('surveys.ask')).toEqual(ids(4).toSorted());
    expect(await answer(id, people[3] as Actor)).toMatchObject({ ok: true });
    later(10);
    await closeDue(test.deps, test.clock.now());
    list(5, ended);
    await ask();
    expect(await told('surveys.ask')).toEqual(ids(4).toSorted());
    expect(await database.db.surveyRoll.findMany()).toMatchObject([{ asked: ids(4).toSorted() }]);
  });

  it('has nobody reminded who was taken off it', async () => {
    const ended = test.clock.now();
    list(3, ended);
    test.clock.advance(DAY / 12);
    await ask();
    list(2, ended);
    later(5);
    await remind();
    expect(await told('surveys.remind')).toEqual(ids(2).toSorted());
  });
});

describe('consultations', () => {
  it('are asked about whoever had booked, also one who has a profile as an expert', async () => {
    const expert = await makeExpert(test, 'Celina');
    const { participationId } = await ledPlace(test, cohortId, expert.personId, 'Zmyślony Ogród');
    const asker = await makeExpert(test, 'Halina');
    const [startsAt, endsAt] = [test.clock.now(), new Date(test.clock.now().getTime() + DAY / 24)];
    await database.db.consultation.create({
      data: {
        ...{ id: test.deps.ids.next(), cohortId, participationId, expertId: expert.personId, askedBy: asker.personId },
        ...{ state: 'held', kind: 'online', zone: 'Europe/Warsaw', isLate: false, sequence: 0, version: 1 },
        ...{ startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, createdAt: startsAt, bookedAt: startsAt },
        endedAt: endsAt,
      },
    });
    test.clock.advance(DAY / 8);
    await ask();
    expect(await told('surveys.ask')).toEqual([asker.personId]);
  });
});

describe('a match', () => {
  let expert: Actor;
  let first: Led;

  beforeEach(async () => {
    expert = await makeExpert(test, 'Celina Próbna');
    first = await ledPlace(test, cohortId, expert.personId, 'Zmyślony Ogród');
  });

  it('is asked about no more after the cohort’s last day', async () => {
    await database.db.cohort.update({ where: { id: cohortId }, data: { endsOn: '2024-04-15' } });
    later(31);
    await ask();
    expect(await database.db.survey.count()).toBe(2);
    later(60);
    await ask();
    expect(await database.db.survey.count({ where: { aboutKind: 'assignment' } })).toBe(2);
  });

  it('is asked about in the channel of its own organisation, where the expert is of another workspace', async () => {
    const second = await ledPlace(test, cohortId, expert.personId, 'Papierowy Most');
    await database.db.person.update({ where: { id: expert.personId }, data: { slackTeamId: 'T0ELSEWHERE' } });
    later(31);
    await ask();
    const rows = await database.db.notice.findMany({ where: { kind: 'surveys.ask_channel' } });
    for (const { participationId } of [first, second]) {
      const { channelId } = await database.db.participation.findUniqueOrThrow({ where: { id: participationId } });
      const { id: aboutId } = await database.db.assignment.findFirstOrThrow({ where: { participationId } });
      const { id: surveyId } = await database.db.survey.findFirstOrThrow({ where: { aboutId, form: 'match_expert' } });
      const said = rows.filter(({ params }) => JSON.stringify(params).includes(surveyId));
      expect(said.map(({ target }) => target)).toEqual([channelId]);
    }
  });

  it('that has passed to another expert is reminded of to nobody, and its surveys name both', async () => {
    later(31);
    await ask();
    await database.db.assignment.updateMany({ data: { state: 'replaced', endedAt: test.clock.now() } });
    later(6);
    await remind();
    expect(await told('surveys.remind')).toEqual([]);
    const [survey] = await database.db.survey.findMany();
    expect(survey && (await aboutOf(database.db, survey, 'pl'))).toBe(
      'Zmyślony Ogród, Celina Próbna, 31 marca 2024 r.',
    );
  });
});

describe('the one reminder', () => {
  const named = { form: 'after_consultation', isAnonymous: false } as const;

  it('waits for the morning when its hour was missed', async () => {
    await makeSurvey(test, { cohortId, people: ids() });
    test.clock.set('2024-03-06T22:05:00+01:00');
    await remind();
    expect(await told('surveys.remind')).toEqual([]);
    test.clock.set('2024-03-07T08:00:00+01:00');
    for (let n = 0; n < 2; n += 1) await remind();
    expect(await told('surveys.remind')).toEqual(ids().toSorted());
  });

  it.each([
    ['an anonymous survey', {}, opinion('Słowa')],
    ['one with names', named, { helpful: 4, next: 'yes' }],
  ])('is not said to those who have answered %s before it was sent', async (_case, facts, given) => {
    const surveyId = await makeSurvey(test, { cohortId, people: ids(), ...facts });
    await test.runQueued();
    later(5);
    await remind();
    await answer(surveyId, people[0] as Actor, given);
    await test.runQueued();
    const rows = await database.db.notice.findMany({ where: { kind: 'surveys.remind' } });
    expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(4);
    expect(rows.find(({ target }) => target === people[0]?.personId)).toMatchObject({ state: 'dropped' });
  });

  it('of an anonymous survey is posted for people of other workspaces whether or not they have answered', async () => {
    const { personId: leads } = await makeExpert(test, 'Celina');
    const { person } = await ledPlace(test, cohortId, leads, 'Zmyślony Ogród');
    await database.db.person.update({ where: { id: person.personId }, data: { slackTeamId: 'T0ELSEWHERE' } });
    const surveyId = await makeSurvey(test, { cohortId, people: [person.personId, ...ids(2)] });
    const [channel] = await told('surveys.ask_channel');
    await answer(surveyId, person);
    later(5);
    await remind();
    expect(await told('surveys.remind_channel')).toEqual([channel]);
    expect(await told('surveys.remind')).toEqual(ids(2).toSorted());
  });
});

describe('a low score that is corrected', () => {
  const low = { helpful: 1, next: 'no' };
  let surveyId: string;
  const room = () => test.slack.messages.filter(({ channelId }) => channelId.startsWith('G'));
  const score = async (given: typeof low) => {
    test.clock.advance(1_000);
    await answer(surveyId, people[0] as Actor, given);
  };

  beforeEach(async () => {
    surveyId = await makeSurvey(test, { cohortId, people: ids(), form: 'after_consultation', isAnonymous: false });
  });

  it('before staff hear of it is not told', async () => {
    await score(low);
    await score({ helpful: 5, next: 'yes' });
    await test.runQueued();
    expect(room()).toEqual([]);
  });

  it('after they heard of it is put right in its place', async () => {
    await score(low);
    await test.runQueued();
    expect(JSON.stringify(room())).toContain('Niska ocena');
    await score({ helpful: 5, next: 'yes' });
    await test.runQueued();
    expect(room()).toHaveLength(1);
    expect(JSON.stringify(room())).toContain('Ocena poprawiona');
  });
});
