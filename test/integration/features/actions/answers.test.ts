import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../../../src/features/actions/index.ts';
import {
  addDate,
  agreeToDate,
  answerDate,
  cancelAction,
  doDue,
  moveDate,
  removeDate,
  sendReport,
} from '../../../../src/features/actions/operations/index.ts';
import { actionOf } from '../../../../src/features/actions/public.ts';
import type { Planned } from '../../../../src/features/actions/rules/index.ts';
import { ACTION_FEATURES, makeAction, makeStage, planned, type Stage } from '../../../support/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice"');
  test = testDeps(database.db, ACTION_FEATURES);
  test.clock.set('2024-05-06T12:00:00+02:00');
  stage = await makeStage(test);
  test.queued.length = 0;
});

const NOWHERE = { channelId: null };
const now = () => test.clock.now();
const action = async () => {
  const found = await actionOf(database.db, stage.participationId);
  if (!found) throw new Error('no action');
  return found;
};
const states = async () => [(await action()).state, ...(await action()).dates.map(({ state }) => state)];
const dateAt = async (n: number) =>
  database.db.actionDate.findUniqueOrThrow({ where: { id: (await action()).dates[n]?.id ?? '' } });
const seen = async (n: number) => {
  const { id: dateId, version } = await dateAt(n);
  return { dateId, version };
};
const answer = async (n: number, how: 'hold' | 'cancel') =>
  answerDate(test.deps, stage.member, now(), { ...(await seen(n)), how, reason: 'deszcz', ...NOWHERE });
const remove = async (n: number) =>
  removeDate(test.deps, stage.member, now(), { ...(await seen(n)), reason: null, ...NOWHERE });
const move = async (n: number, to: Planned) =>
  moveDate(test.deps, stage.member, now(), { ...(await seen(n)), planned: to, reason: null, ...NOWHERE });
const cancelAll = async () =>
  cancelAction(test.deps, stage.member, now(), { actionId: (await action()).id, reason: 'powódź', ...NOWHERE });
const told = async (to: string) =>
  database.db.notice.count({
    where: { kind: 'actions.changed', cohortId: stage.cohortId, params: { path: ['to'], equals: to } },
  });
const shown = (channelId: string) =>
  JSON.stringify(test.slack.messages.filter((one) => one.channelId === channelId).map(({ message }) => message));

describe('calling an action off', () => {
  it('leaves a day that was there to be answered for, and asked about', async () => {
    await makeAction(test, stage, '2024-06-04', '2024-06-20');
    test.clock.set('2024-06-04T20:00:00+02:00');
    expect(await cancelAll()).toMatchObject({ ok: true, value: { state: 'planned' } });
    expect(await states()).toEqual(['planned', 'planned', 'not_held']);
    expect(await cancelAll()).toMatchObject({ reason: 'not_possible' });
    test.clock.set('2024-06-05T09:00:00+02:00');
    await doDue(test.deps, now());
    await test.runQueued();
    expect(shown(stage.channelId)).toContain('Czy działanie się odbyło?');
    expect(await answer(0, 'hold')).toMatchObject({ value: { state: 'partly' } });
  });

  it('is offered where several dates are ahead', async () => {
    const actionId = await makeAction(test, stage, '2024-06-04', '2024-06-20');
    const page = async () => {
      const handling = { deps: test.deps, actor: stage.member, now: now(), channelId: stage.channelId };
      const open = actions.actions?.find(({ id }) => id === 'actions_page');
      return JSON.stringify(await open?.run(handling, JSON.stringify({ actionId }), {}));
    };
    expect(await page()).toContain('Odwołaj działanie');
    test.clock.set('2024-06-04T17:00:00+02:00');
    expect(await page()).not.toContain('Odwołaj działanie');
  });

  it('names every date to whoever was to come, in one message', async () => {
    await makeAction(test, stage, '2024-06-03', '2024-06-04', '2024-06-05');
    for (const { id: dateId } of (await action()).dates)
      await agreeToDate(test.deps, stage.expert, now(), { dateId, sequence: 0 });
    await cancelAll();
    await test.runQueued();
    expect(await told('expert')).toBe(1);
    for (const channel of [stage.expert.slackUserId, stage.channelId]) {
      const off = test.slack.messages.filter(
        ({ channelId, message }) => channelId === channel && message.text === 'Terminy działania odwołane',
      );
      expect(off).toHaveLength(1);
      for (const day of ['3 czerwca, 17:00–19:00', '4 czerwca, 17:00–19:00', '5 czerwca, 17:00–19:00'])
        expect(JSON.stringify(off)).toContain(day);
    }
  });

  it('one date after the other is told to staff with the last of them', async () => {
    await makeAction(test, stage, '2024-06-03', '2024-06-04', '2024-06-05');
    await answer(0, 'cancel');
    await answer(1, 'cancel');
    expect(await told('staff')).toBe(0);
    await remove(2);
    expect([await told('staff'), (await action()).state]).toEqual([1, 'cancelled']);
    await test.runQueued();
    const messages = JSON.stringify(test.slack.messages.map(({ message }) => message));
    expect(messages).toContain('Całe działanie jest odwołane');
  });
});

describe('terms after an action', () => {
  const report = async () => {
    const said = { people: 3, description: 'Było dobrze.', links: [], photos: [], hasConsent: false };
    await sendReport(test.deps, stage.member, now(), {
      ...{ actionId: (await action()).id, version: 0, report: said, ...NOWHERE },
    });
    return database.db.actionReport.findFirstOrThrow({ where: { actionId: (await action()).id } });
  };

  it.each(['called off', 'taken away'])('count from when its last date was %s', async (how) => {
    await makeAction(test, stage, '2024-06-04', '2024-06-20');
    test.clock.set('2024-06-05T10:00:00+02:00');
    await answer(0, 'hold');
    test.clock.set('2024-06-19T10:00:00+02:00');
    await (how === 'called off' ? answer(1, 'cancel') : remove(1));
    expect((await action()).lastDay).toBe('2024-06-19');
    expect((await report()).isLate).toBe(false);
  });
});

describe('a date that is moved', () => {
  it('shows until when it was and is, where only its end is another', async () => {
    await makeAction(test, stage, '2024-06-04');
    expect(await move(0, planned('2024-06-04', { to: '20:30' }))).toMatchObject({ ok: true });
    await test.runQueued();
    for (const when of ['4 czerwca, 17:00–19:00', '4 czerwca, 17:00–20:30'])
      expect(shown(stage.channelId)).toContain(when);
  });

  it('is not announced when nothing is another', async () => {
    await makeAction(test, stage, '2024-06-04');
    const before = await dateAt(0);
    expect(await move(0, planned('2024-06-04'))).toMatchObject({ reason: 'not_changed' });
    expect([await dateAt(0), await told('organisation')]).toEqual([before, 0]);
    expect(await move(0, planned('2024-06-04', { place: 'Park' }))).toMatchObject({ ok: true });
  });

  it('opens with the day it has', async () => {
    const actionId = await makeAction(test, stage, '2024-06-04');
    await addDate(test.deps, stage.member, now(), { actionId, planned: planned('2024-06-11'), ...NOWHERE });
    const handling = { deps: test.deps, actor: stage.member, now: now(), channelId: stage.channelId };
    const open = actions.actions?.find(({ id }) => id === 'actions_move');
    const opened = await open?.run(handling, JSON.stringify(await seen(1)), {});
    expect(JSON.stringify(opened)).toContain('"initial_date":"2024-06-11"');
  });
});
