import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { actions } from '../../../../src/features/actions/index.ts';
import { answerDate, moveDate, writeNotes } from '../../../../src/features/actions/operations/index.ts';
import { reportDone } from '../../../../src/features/deadlines/operations/index.ts';
import { opinions } from '../../../../src/features/opinions/index.ts';
import { takeOn, writeOpinion } from '../../../../src/features/opinions/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import type { Feature } from '../../../../src/platform/feature.ts';
import { ACTION_FEATURES, makeAction, makeStage, planned, type Stage } from '../../../support/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { lead, opinionOf, opinionRow, setAhead } from '../../../support/opinions.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;
let actionId: string;
/** Runs inside the transaction of an answer, before the opinion hears of it. */
let between: () => Promise<void>;

const waiting: Feature = { name: 'waiting', actionEnded: () => between() };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice"');
  between = async () => undefined;
  test = testDeps(database.db, [...ACTION_FEATURES, waiting, opinions]);
  test.clock.set('2024-05-06T12:00:00+02:00');
  stage = await makeStage(test);
  actionId = await makeAction(test, stage, '2024-06-04');
  test.clock.set('2024-06-05T10:00:00+02:00');
});

const now = () => test.clock.now();
const row = () => opinionRow(test, stage);
const date = () => database.db.actionDate.findFirstOrThrow({ where: { actionId } });
const seen = async () => {
  const { id: dateId, version } = await date();
  return { dateId, version, channelId: null };
};
const answer = async (how: 'hold' | 'hold_partly' | 'cancel') =>
  answerDate(test.deps, stage.member, now(), { ...(await seen()), how, reason: 'deszcz' });
const move = async (day: string) =>
  moveDate(test.deps, stage.member, now(), { ...(await seen()), planned: planned(day), reason: null });
const notes = async (who: Actor) => {
  const there = [(await date()).id];
  const said = { text: 'Byłam', offered: there, observed: there, absence: null };
  return writeNotes(test.deps, who, now(), { actionId, version: 0, notes: said });
};
const send = async (who: Actor) => {
  const { id: opinionId, version } = await row();
  return writeOpinion(test.deps, who, now(), { opinionId, version }, opinionOf());
};

/** A date that stands for what the organisation's place owes; its id. */
const deadline = (kind: string, dueOn: string) => setAhead(test, stage, { kind, dueOn, origin: 'chosen' });

describe('whoever was at an action', () => {
  it('writes what they observed although nobody had heard that they would come', async () => {
    await answer('hold');
    expect(await send(stage.expert)).toMatchObject({ reason: 'not_observed' });
    await notes(stage.expert);
    expect(await send(stage.expert)).toMatchObject({ ok: true });
  });

  it('is asked for the opinion although the organisation answered after it had passed on (21)', async () => {
    const { cohortId, participationId, expert, other, staff } = stage;
    await notes(expert);
    await lead(test, participationId, other.personId);
    const passed = { cohortId, participationId, formerId: expert.personId, successorId: other.personId };
    await inTransaction(database.db, async (tx) => {
      const doing = { deps: test.deps, tx, actor: staff, now: now() };
      for (const hook of [...(actions.onHandOver ?? []), ...(opinions.onHandOver ?? [])]) await hook(doing, passed);
    });
    test.clock.set('2024-06-06T10:00:00+02:00');
    await answer('hold');
    await answer('hold_partly');
    const { id, leadId } = await row();
    expect(leadId).toBe(expert.personId);
    const offered = await database.db.notice.findMany({ where: { kind: 'opinions.offer' } });
    expect(offered).toMatchObject([{ target: expert.personId }]);
    expect(await takeOn(test.deps, expert, now(), id)).toMatchObject({ ok: true });
    expect(await send(expert)).toMatchObject({ ok: true });
  });

  it('is asked nothing twice while they lead the organisation', async () => {
    await answer('hold');
    expect((await row()).leadId).toBe(stage.expert.personId);
    expect(await database.db.notice.count({ where: { kind: 'opinions.offer' } })).toBe(0);
  });
});

describe('the term of an opinion', () => {
  it('counts from the action, and from a word that came later than it should', async () => {
    test.clock.set('2024-06-07T10:00:00+02:00');
    await answer('hold');
    expect(await row()).toMatchObject({ dueOn: '2024-06-18' });
    await move('2024-06-11');
    test.clock.set('2024-07-05T10:00:00+02:00');
    await answer('hold');
    expect(await row()).toMatchObject({ dueOn: '2024-07-19', lastDay: '2024-06-11' });
    test.clock.set('2024-07-10T10:00:00+02:00');
    await answer('hold_partly');
    expect(await row()).toMatchObject({ dueOn: '2024-07-19' });
  });

  it('set by staff stands when the answer is corrected', async () => {
    await deadline('opinion', '2024-06-30');
    await answer('hold');
    await answer('hold_partly');
    expect(await row()).toMatchObject({ dueOn: '2024-06-30', state: 'due' });
  });
});

describe('the deadline of an action', () => {
  const state = async (id: string) => (await database.db.deadline.findUniqueOrThrow({ where: { id } })).state;

  it('is open again when it turns out that the action was not held, or is ahead', async () => {
    const id = await deadline('action', '2024-06-30');
    const states: string[] = [];
    for (const act of [() => answer('hold'), () => answer('cancel'), () => answer('hold'), () => move('2024-06-20')]) {
      expect(await act()).toMatchObject({ ok: true });
      states.push(await state(id));
    }
    expect(states).toEqual(['done', 'open', 'done', 'open']);
    expect(await database.db.notice.count({ where: { kind: 'deadlines.moved' } })).toBe(0);
  });

  it('that somebody said was done stays done', async () => {
    const id = await deadline('action', '2024-06-30');
    expect(await reportDone(test.deps, stage.member, now(), id, null)).toMatchObject({ ok: true });
    await answer('hold');
    await answer('cancel');
    expect(await state(id)).toBe('done');
  });
});

describe('an opinion sent while the answer is corrected', () => {
  it('comes before or after it, never both', async () => {
    await answer('hold');
    await notes(stage.expert);
    let sending: ReturnType<typeof send> | null = null;
    between = async () => {
      sending = send(stage.expert);
      const pause = new Promise((resolve) => setTimeout(resolve, 300));
      await Promise.race([sending, pause]);
    };
    const corrected = await answer('cancel');
    const sent = await (sending as ReturnType<typeof send> | null);
    expect([corrected.ok, sent?.ok]).toEqual([true, false]);
    // What was written is kept as a draft.
    expect(await row()).toMatchObject({ state: 'draft', scope: 'preparation', sentAt: null });
  });
});
