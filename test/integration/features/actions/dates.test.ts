import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actionSource } from '../../../../src/features/actions/obligations.ts';
import {
  addDate,
  answerDate,
  cancelAction,
  doDue,
  moveDate,
  planAction,
  removeDate,
} from '../../../../src/features/actions/operations/index.ts';
import { actionOf } from '../../../../src/features/actions/public.ts';
import {
  ACTION_FEATURES,
  type Heard,
  hearing,
  makeAction,
  makeStage,
  planned,
  type Stage,
} from '../../../support/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { brokenInvariants } from '../../../support/invariants.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;
let heard: Heard;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice"');
  heard = { ended: [], reopened: [], settled: false };
  test = testDeps(database.db, [...ACTION_FEATURES, hearing(heard)]);
  test.clock.set('2024-05-06T12:00:00+02:00');
  stage = await makeStage(test);
  test.queued.length = 0;
});

type Who = 'member' | 'expert' | 'other' | 'staff' | 'stranger';
const NOWHERE = { channelId: null };
const action = async () => {
  const found = await actionOf(database.db, stage.participationId);
  if (!found) throw new Error('no action');
  return found;
};
const dateAt = async (n: number) =>
  database.db.actionDate.findUniqueOrThrow({ where: { id: (await action()).dates[n]?.id ?? '' } });
const seen = async (n: number) => {
  const { id: dateId, version } = await dateAt(n);
  return { dateId, version };
};
const plan = (who: Who, day = '2024-06-04', channelId: string | null = null) =>
  planAction(test.deps, stage[who], test.clock.now(), {
    ...{ participationId: stage.participationId, title: 'Spacer badawczy', planned: planned(day), channelId },
  });
const answer = async (
  n: number,
  how: 'hold' | 'hold_partly' | 'cancel',
  reason: string | null = null,
  who: Who = 'member',
) => answerDate(test.deps, stage[who], test.clock.now(), { ...(await seen(n)), how, reason, ...NOWHERE });
const move = async (n: number, day: string, who: Who = 'member') =>
  moveDate(test.deps, stage[who], test.clock.now(), {
    ...(await seen(n)),
    ...{ planned: planned(day), reason: 'burza', ...NOWHERE },
  });
const keys = async (kind: string) =>
  (
    await database.db.notice.findMany({
      where: { kind: `actions.${kind}`, cohortId: stage.cohortId },
      orderBy: { id: 'asc' },
    })
  ).map(({ targetKind, target, params }) => ({
    to: `${targetKind}:${target}`,
    params: params as Record<string, unknown>,
  }));
const said = () => JSON.stringify(test.slack.messages.map(({ message }) => message));
const owed = async () =>
  [...(await actionSource.owed(test.deps, database.db, [stage.participationId])).values()]
    .flat()
    .map(({ kind }) => kind);

describe('planning an action', () => {
  it('is for the organisation, whoever acts in its channel, and staff in its name', async () => {
    expect(await plan('stranger')).toMatchObject({ reason: 'not_allowed' });
    expect(await plan('expert', '2024-06-04', stage.channelId)).toMatchObject({ reason: 'not_allowed' });
    expect(await plan('staff')).toMatchObject({ ok: true });
    const [line] = await database.db.journalEntry.findMany({ where: { act: 'actions.plan' }, orderBy: { at: 'desc' } });
    expect(line).toMatchObject({ role: 'staff', onBehalfOf: 'Stowarzyszenie Zmyślony Ogród', to: 'planned' });
    expect(await plan('stranger', '2024-06-04', stage.channelId)).toMatchObject({ reason: 'already_planned' });
  });

  it('asks whoever leads the organisation to come, and tells its channel once', async () => {
    await plan('member');
    await test.runQueued();
    expect(await keys('planned')).toMatchObject([{ to: `channel:${stage.channelId}` }]);
    expect(await keys('attend')).toMatchObject([{ to: `person:${stage.expert.personId}` }]);
    expect(said()).toContain('Czy będziesz na działaniu?');
    expect((await action()).dates[0]).toMatchObject({ attends: 'asked', observerId: null, state: 'planned' });
    expect(await owed()).toEqual(['actions.hold', 'actions.answer', 'actions.say']);
  });

  it('pressed twice at once writes one action', async () => {
    const both = await Promise.all([plan('member'), plan('member')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await database.db.action.count({ where: { participationId: stage.participationId } })).toBe(1);
  });

  it('refuses a day that is over or after the last day, and a programme without actions', async () => {
    expect(await plan('member', '2024-05-05')).toMatchObject({ reason: 'in_past' });
    await database.db.cohort.update({ where: { id: stage.cohortId }, data: { endsOn: '2024-06-03' } });
    expect(await plan('member')).toMatchObject({ reason: 'after_end' });
    stage = await makeStage(test, 'wydzial-2024');
    expect(await plan('member')).toMatchObject({ reason: 'not_in_programme' });
  });

  it('whoever leads the organisation later is asked by the next tick, once', async () => {
    const { participationId } = stage;
    await database.db.assignment.updateMany({ where: { participationId }, data: { state: 'ended' } });
    await plan('member');
    expect((await action()).dates[0]?.attends).toBeNull();
    await doDue(test.deps, test.clock.now());
    await database.db.assignment.updateMany({ where: { participationId }, data: { state: 'active' } });
    for (let n = 0; n < 2; n += 1) await doDue(test.deps, test.clock.now());
    expect(await keys('attend')).toHaveLength(1);
  });
});

describe('a date that is moved', () => {
  it('keeps its history, is told once to each, and the expert is asked about the new time', async () => {
    await makeAction(test, stage, '2024-06-04');
    expect(await move(0, '2024-06-11')).toMatchObject({ ok: true });
    await test.runQueued();
    const changes = await database.db.actionChange.findMany({ orderBy: { at: 'asc' } });
    expect(changes.map(({ act }) => act)).toEqual(expect.arrayContaining(['add', 'move']));
    expect(await keys('changed')).toHaveLength(1);
    expect((await keys('attend')).map(({ params }) => params['sequence'])).toEqual([0, 1]);
    await expect(database.db.$executeRawUnsafe(`UPDATE "ActionChange" SET "reason" = 'x'`)).rejects.toThrow();
  });

  it('at short notice is told to staff as well', async () => {
    await makeAction(test, stage, '2024-06-04');
    test.clock.set('2024-06-03T12:00:00+02:00');
    await move(0, '2024-06-11');
    expect((await keys('changed')).map(({ params }) => params['to'])).toEqual(['organisation', 'staff']);
  });

  it('is not changed by somebody who saw it before', async () => {
    await makeAction(test, stage, '2024-06-04');
    const before = await seen(0);
    await move(0, '2024-06-11');
    const again = { ...before, planned: planned('2024-06-12'), reason: null, ...NOWHERE };
    expect(await moveDate(test.deps, stage.staff, test.clock.now(), again)).toMatchObject({
      reason: 'changed_meanwhile',
    });
    expect(await move(0, '2024-06-12', 'expert')).toMatchObject({ reason: 'not_allowed' });
  });

  it('the last date is not removed but called off; one of several is, while it is ahead', async () => {
    const actionId = await makeAction(test, stage, '2024-06-04');
    const remove = async (n: number) =>
      removeDate(test.deps, stage.member, test.clock.now(), { ...(await seen(n)), reason: null, ...NOWHERE });
    expect(await remove(0)).toMatchObject({ reason: 'last_date' });
    await addDate(test.deps, stage.member, test.clock.now(), { actionId, planned: planned('2024-06-06'), ...NOWHERE });
    expect(await remove(1)).toMatchObject({ ok: true });
    expect((await action()).dates).toHaveLength(1);
  });
});

describe('the day after', () => {
  it('the organisation is asked at the set hour, once; one click ends the action and its deadline', async () => {
    await makeAction(test, stage, '2024-06-04');
    const dueAt = new Date('2024-06-30T21:59:00Z');
    await database.db.deadline.create({
      data: {
        ...{
          id: test.deps.ids.next(),
          participationId: stage.participationId,
          cohortId: stage.cohortId,
          kind: 'action',
        },
        ...{ dueOn: '2024-06-30', dueTime: '23:59', zone: 'Europe/Warsaw', dueAt, state: 'open', version: 1 },
        ...{ createdAt: test.clock.now(), shownOverdue: false },
      },
    });
    test.clock.set('2024-06-05T08:59:59+02:00');
    await doDue(test.deps, test.clock.now());
    expect(await keys('asked')).toEqual([]);
    test.clock.set('2024-06-05T09:00:00+02:00');
    for (let n = 0; n < 2; n += 1) await doDue(test.deps, test.clock.now());
    await test.runQueued();
    expect(await keys('asked')).toHaveLength(1);
    expect(said()).toContain('Czy działanie się odbyło?');
    expect(await answer(0, 'hold')).toMatchObject({ ok: true, value: { state: 'held' } });
    expect(heard.ended).toMatchObject([{ how: 'held', lastDay: '2024-06-04', zone: 'Europe/Warsaw' }]);
    expect(await owed()).toEqual(['actions.report']);
    expect(
      (await database.db.deadline.findFirstOrThrow({ where: { participationId: stage.participationId } })).state,
    ).toBe('done');
    expect(await brokenInvariants(database.db)).toEqual([]);
  });

  it('a date that has not begun was not held yet, but can be called off', async () => {
    await makeAction(test, stage, '2024-06-04');
    test.clock.set('2024-06-04T16:59:59+02:00');
    expect(await answer(0, 'hold')).toMatchObject({ reason: 'not_over' });
    expect(await answer(0, 'cancel', 'awaria')).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(heard.ended).toMatchObject([{ how: 'cancelled', lastDay: '2024-06-04' }]);
    expect((await keys('changed')).map(({ params }) => params['to'])).toEqual(['organisation', 'expert', 'staff']);
  });

  it('one date held and one called off are partly (28), told once more when that is corrected', async () => {
    await makeAction(test, stage, '2024-06-04', '2024-06-06');
    test.clock.set('2024-06-07T10:00:00+02:00');
    expect(await answer(0, 'hold')).toMatchObject({ value: { state: 'planned' } });
    expect(heard.ended).toEqual([]);
    expect(await answer(1, 'cancel', 'deszcz')).toMatchObject({ value: { state: 'partly' } });
    expect(await answer(1, 'hold')).toMatchObject({ value: { state: 'held' } });
    expect(heard.ended.map(({ how, lastDay }) => `${how} ${lastDay}`)).toEqual([
      'partly 2024-06-06',
      'held 2024-06-06',
    ]);
  });

  it('"moved" after it had ended makes it planned again, and those who build on it hear so', async () => {
    const id = await makeAction(test, stage, '2024-06-04');
    test.clock.set('2024-06-05T10:00:00+02:00');
    await answer(0, 'hold');
    expect(await move(0, '2024-06-20')).toMatchObject({ ok: true });
    expect([(await action()).state, heard.reopened]).toEqual(['planned', [id]]);
    test.clock.set('2024-06-21T10:00:00+02:00');
    await doDue(test.deps, test.clock.now());
    expect(await keys('asked')).toHaveLength(1);
  });

  it('nothing is changed once something was built on it', async () => {
    const actionId = await makeAction(test, stage, '2024-06-04');
    test.clock.set('2024-06-05T10:00:00+02:00');
    await answer(0, 'hold');
    heard.settled = true;
    expect(await answer(0, 'cancel', 'pomyłka')).toMatchObject({ reason: 'opinion_sent' });
    expect(await move(0, '2024-06-20')).toMatchObject({ reason: 'opinion_sent' });
    const wish = { actionId, planned: planned('2024-06-21'), ...NOWHERE };
    expect(await addDate(test.deps, stage.member, test.clock.now(), wish)).toMatchObject({ reason: 'opinion_sent' });
  });

  it('an action called off after promotion ends all that is ahead, and staff hear of it once (29)', async () => {
    const actionId = await makeAction(test, stage, '2024-06-04', '2024-06-06');
    test.clock.set('2024-05-20T10:00:00+02:00');
    const wish = { actionId, reason: 'brak zgody gminy', ...NOWHERE };
    expect(await cancelAction(test.deps, stage.expert, test.clock.now(), wish)).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await cancelAction(test.deps, stage.member, test.clock.now(), wish)).toMatchObject({ ok: true });
    await test.runQueued();
    expect((await keys('changed')).map(({ params }) => params['to'])).toEqual([
      ...['organisation', 'organisation', 'expert', 'staff'],
    ]);
    expect(said()).toContain('Do rozstrzygnięcia: poniesione koszty i bon');
    expect(heard.ended).toMatchObject([{ how: 'cancelled', lastDay: '2024-05-20' }]);
    expect(await owed()).toEqual([]);
    expect(await cancelAction(test.deps, stage.member, test.clock.now(), wish)).toMatchObject({
      reason: 'not_possible',
    });
  });

  it('both answers at once are one answer', async () => {
    await makeAction(test, stage, '2024-06-04');
    test.clock.set('2024-06-05T10:00:00+02:00');
    const both = await Promise.all([answer(0, 'hold'), answer(0, 'hold')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(heard.ended).toHaveLength(1);
  });
});
