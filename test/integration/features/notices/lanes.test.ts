import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { notices } from '../../../../src/features/notices/index.ts';
import { endTurn, passTurn, takeTurn, untilFree } from '../../../../src/features/notices/operations/lane.ts';
import { notify, notifyAll } from '../../../../src/features/notices/public.ts';
import { arrived, putOff } from '../../../../src/features/notices/rules/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { defineNotice, type Feature } from '../../../../src/platform/feature.ts';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import { say } from '../../../../src/platform/slack/reply.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';

const talk: Feature = {
  name: 'talk',
  notices: [defineNotice('talk.hello', z.object({ word: z.string() }), async (_deps, { word }) => say(word))],
};

let database: TestDatabase;
let test: TestDeps;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRaw`TRUNCATE "Notice", "Lane"`;
  test = testDeps(database.db, [notices, talk]);
});

const MINUTE = 60_000;
const spec = (word: string, inMinutes = 0, channel = 'C1') => ({
  ...{ kind: 'talk.hello', params: { word }, to: { channel }, key: word },
  at: new Date(test.clock.now().getTime() + inMinutes * MINUTE),
});
const write = (...given: Parameters<typeof spec>) =>
  inTransaction(database.db, (tx) => notify(test.deps, tx, spec(...given)));
const said = (channel = 'C1') =>
  test.slack.messages.filter((one) => one.channelId === channel).map((one) => one.message.text);
const tick = async () => {
  for (const one of notices.ticks ?? []) await one.run(test.deps, test.clock.now());
  await test.runQueued();
};
const stored = (key: string) => database.db.notice.findUniqueOrThrow({ where: { key } });

describe('a notice due later', () => {
  it('waits in the table until its moment, and the tick after it has it sent', async () => {
    await write('later', 10);
    expect(test.queued).toEqual([]);
    await tick();
    expect(said()).toEqual([]);
    test.clock.advance(10 * MINUTE - 1);
    await tick();
    expect(said()).toEqual([]);
    test.clock.advance(1);
    await tick();
    expect(said()).toEqual(['later']);
  });

  it('is what comes next by itself, the nearest first', async () => {
    expect(await notices.upcoming?.(test.deps, test.clock.now())).toBeNull();
    await write('third', 30);
    await write('second', 20);
    await write('now');
    const next = await notices.upcoming?.(test.deps, test.clock.now());
    expect(next).toEqual({ at: (await stored('second')).dueAt, what: 'Zaplanowana wiadomość' });
  });

  it('is found by an index, however many wait', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => spec(`many ${index}`, 1_000 + index, `C${index % 100}`));
    await inTransaction(database.db, (tx) => notifyAll(test.deps, tx, many));
    await database.db.$executeRaw`ANALYZE "Notice"`;
    const plan = await database.db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT DISTINCT n."targetKind", n."target" FROM "Notice" n
      WHERE n."state" IN ('pending', 'sending') AND n."dueAt" <= ${test.clock.now()}::timestamptz`;
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Notice_due');
  });
});

describe('a lane', () => {
  it('says what is due by moment, then in the order in which it was written, each once', async () => {
    await write('late', 2);
    await write('early', 1);
    const together = ['one', 'two', 'three'].map((word) => spec(word, 1));
    await inTransaction(database.db, (tx) => notifyAll(test.deps, tx, together));
    test.clock.advance(5 * MINUTE);
    await write('newest');
    await tick();
    await tick();
    expect(said()).toEqual(['early', 'one', 'two', 'three', 'late', 'newest']);
  });

  it('takes one second from post to post', async () => {
    for (const word of ['a', 'b', 'c']) await write(word);
    await test.runQueued();
    expect(said()).toEqual(['a', 'b', 'c']);
    expect(test.waits).toHaveLength(3);
    for (const wait of test.waits) {
      expect(wait).toBeGreaterThan(500);
      expect(wait).toBeLessThanOrEqual(1_000);
    }
  });

  it('keeps its order through trouble: nothing overtakes what is in doubt or has to wait', async () => {
    test.slack.failNext('post', new SlackFailure('no_answer', { doubtful: true }), 'after');
    test.slack.failNext('post', new SlackFailure('ratelimited', { retryAfterSeconds: 3 }));
    test.slack.failNext('post', new SlackFailure('http_503', { doubtful: true }));
    for (const word of ['a', 'b', 'c']) await write(word);
    await test.runQueued();
    expect(said()).toEqual(['a', 'b', 'c']);
  });

  it('with something hopeless goes on with the rest', async () => {
    test.slack.failNext('post', new SlackFailure('msg_too_long'));
    for (const word of ['a', 'b', 'c']) await write(word);
    await test.runQueued();
    expect(said()).toEqual(['b', 'c']);
    expect(await stored('a')).toMatchObject({ state: 'failed', failure: 'msg_too_long', isDoubtful: false });
  });

  it('that must wait holds up no other', async () => {
    test.slack.failNext('post', new SlackFailure('ratelimited', { retryAfterSeconds: 600 }));
    await write('a', 0, 'C1');
    await write('b', 0, 'C2');
    const [lane] = notices.lanes ?? [];
    expect(await lane?.turn(test.deps, 'channel:C1')).toBeGreaterThan(590_000);
    expect(await lane?.turn(test.deps, 'channel:C2')).toBeLessThanOrEqual(1_000);
    expect(said('C2')).toEqual(['b']);
    // Another process and a restart respect it: it is in the database.
    expect(await lane?.turn(test.deps, 'channel:C1')).toBeGreaterThan(590_000);
    expect(said('C1')).toEqual([]);
  });

  it('is called again when its calls were lost', async () => {
    await write('a');
    test.queued.splice(0);
    await tick();
    expect(said()).toEqual(['a']);
  });
});

describe('a turn', () => {
  const lane = { targetKind: 'channel', target: 'C1' };
  const putBack = putOff({ state: 'pending', attempts: 0, phase: 'preparing' }, 0);
  const turnOf = (number: number) => ({ ...lane, holder: `00000000-0000-7000-8000-00000000000${number}` });

  it('is taken by one of two processes, and by the other only when it is over or given up', async () => {
    await write('a');
    const now = test.clock.now();
    const deps = { ...test.deps, pace: { ...test.deps.pace, turnMs: 300 } };
    const taken = await Promise.all([1, 2].map((number) => takeTurn(deps, turnOf(number), now)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await untilFree(deps, lane, now)).toBeGreaterThan(0);
    await sleep(350);
    expect(await takeTurn(deps, turnOf(3), now)).toMatchObject({ notice: { before: 'sending' } });
  });

  it('that took too long posts nothing, and what another process did meanwhile stands', async () => {
    await write('a');
    const now = test.clock.now();
    const quick = { ...test.deps, pace: { ...test.deps.pace, turnMs: 1 } };
    const slow = await takeTurn(quick, turnOf(1), now);
    await sleep(10);
    // The other finds it in doubt, and sees that it is not there.
    expect(await takeTurn(test.deps, turnOf(2), now)).toMatchObject({ notice: { before: 'sending' } });
    await endTurn(...([test.deps, database.db, turnOf(1), slow?.notice?.id ?? ''] as const), putBack);
    expect(await stored('a')).toMatchObject({ state: 'sending' });
    await passTurn(test.deps, turnOf(2));
    const late: Feature['notices'] = [
      defineNotice('talk.hello', z.unknown(), async () => {
        await sleep(30);
        return say('late');
      }),
    ];
    const slowly = testDeps(database.db, [notices, { name: 'talk', notices: late }]);
    const deps = { ...slowly.deps, pace: { ...slowly.deps.pace, turnMs: 50 } };
    await notices.lanes?.[0]?.turn(deps, 'channel:C1');
    expect(slowly.slack.messages).toEqual([]);
    await tick();
    expect(said()).toEqual(['a']);
  });

  it('that begins a little late counts from when it was to begin, so that the pace is kept', async () => {
    for (const word of ['a', 'b']) await write(word);
    const now = test.clock.now();
    const pace = { ...test.deps.pace, postMs: 1_200 };
    const deps = { ...test.deps, pace };
    const slots: Date[] = [];
    for (const number of [1, 2]) {
      const taken = await takeTurn(deps, turnOf(number), now);
      slots.push((await database.db.lane.findFirstOrThrow()).slotAt);
      const wait = await endTurn(
        ...([deps, database.db, turnOf(number), taken?.notice?.id ?? ''] as const),
        arrived(1, { posted: { channelId: 'C1', ts: '1.1' }, hasFiles: false, pause: 'pace' }),
      );
      await sleep(wait + 30);
    }
    expect((slots[1]?.getTime() ?? 0) - (slots[0]?.getTime() ?? 0)).toBe(1_200);
  });
});
