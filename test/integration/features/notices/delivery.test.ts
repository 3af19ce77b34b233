import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { notices } from '../../../../src/features/notices/index.ts';
import { notify, retryAll, retryNotice } from '../../../../src/features/notices/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { defineNotice, type Feature } from '../../../../src/platform/feature.ts';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import { say } from '../../../../src/platform/slack/reply.ts';
import { actor, staff } from '../../../support/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';

const talk: Feature = {
  name: 'talk',
  notices: [
    defineNotice('talk.hello', z.object({ word: z.string() }), async (_deps, { word }, locale) =>
      say(`${locale}: ${word}`),
    ),
    defineNotice('talk.stale', z.object({}), async () => null),
    defineNotice('talk.broken', z.object({}), async () => {
      throw new Error('no words');
    }),
  ],
};

let database: TestDatabase;
let test: TestDeps;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.notice.deleteMany();
  await database.db.lane.deleteMany();
  test = testDeps(database.db, [notices, talk]);
});

const write = (key: string, kind = 'talk.hello', channel = 'C1') =>
  inTransaction(database.db, (tx) =>
    notify(test.deps, tx, { kind, params: { word: key }, to: { channel }, key, at: test.clock.now() }),
  );
const only = () => database.db.notice.findFirstOrThrow();
const texts = () => test.slack.messages.map((message) => message.message.text);

describe('a notice', () => {
  it('is said once, with its id as the mark, and remembers where', async () => {
    await write('a');
    await test.runQueued();
    const notice = await only();
    expect(notice).toMatchObject({ state: 'sent', channelId: 'C1', attempts: 1, failure: null });
    expect(test.slack.messages).toMatchObject([{ channelId: 'C1', mark: notice.id }]);
  });

  it('with the key of another is not written', async () => {
    await write('a');
    await write('a');
    await test.runQueued();
    expect(texts()).toEqual(['pl: a']);
  });

  it('whose job runs twice at once is sent by one of the two', async () => {
    await write('a');
    test.queued.push(...test.queued);
    await test.runQueued();
    expect(texts()).toHaveLength(1);
  });

  it('of an act that was rolled back is never said', async () => {
    const act = inTransaction(database.db, async (tx) => {
      await notify(test.deps, tx, {
        kind: 'talk.hello',
        params: { word: 'x' },
        to: { channel: 'C1' },
        key: 'x',
        at: test.clock.now(),
      });
      throw new Error('changed my mind');
    });
    await expect(act).rejects.toThrow('changed my mind');
    await test.runQueued();
    expect(texts()).toEqual([]);
  });

  it('that is no longer worth saying is dropped', async () => {
    await write('a', 'talk.stale');
    await test.runQueued();
    expect((await only()).state).toBe('dropped');
  });
});

describe('trouble', () => {
  it.each(['before', 'after'] as const)(
    'without an answer, the effect %s the failure, posts one message',
    async (when) => {
      test.slack.failNext('post', new SlackFailure('no_answer', { doubtful: true }), when);
      await write('a');
      await test.runQueued();
      expect(texts()).toEqual(['pl: a']);
      expect((await only()).state).toBe('sent');
    },
  );

  it('of a crash between sending and writing it down is found in the channel', async () => {
    await write('a');
    const notice = await only();
    test.slack.messages.push({ channelId: 'C1', ts: '1.1', message: say('pl: a'), mark: notice.id });
    await database.db.notice.update({ where: { id: notice.id }, data: { state: 'sending' } });
    await test.runQueued();
    expect(texts()).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'sent', ts: '1.1' });
  });

  it('without an answer stays a doubt while the looking up is refused', async () => {
    test.slack.failNext('post', new SlackFailure('no_answer', { doubtful: true }), 'after');
    test.slack.failNext('findMarked', new SlackFailure('ratelimited', { retryAfterSeconds: 1 }));
    await write('a');
    await test.runQueued();
    expect(texts()).toEqual(['pl: a']);
    expect((await only()).state).toBe('sent');
  });

  it('given up after a doubt is looked up before staff send it again', async () => {
    test.slack.failNext('post', new SlackFailure('no_answer', { doubtful: true }), 'after');
    test.slack.failNext('findMarked', new SlackFailure('not_in_channel'));
    await write('a');
    await test.runQueued();
    const { id, state, failure } = await only();
    expect([state, failure]).toEqual(['failed', 'unreadable']);
    await retryNotice(test.deps, staff(), test.clock.now(), id);
    await test.runQueued();
    expect(texts()).toEqual(['pl: a']);
    expect((await only()).state).toBe('sent');
  });

  it('of a rate limit waits as long as Slack says and is not lost', async () => {
    test.slack.failNext('post', new SlackFailure('ratelimited', { retryAfterSeconds: 7 }));
    await write('a');
    await test.runQueued();
    expect(texts()).toEqual(['pl: a']);
    expect(test.waits[0]).toBeGreaterThan(6_900);
    expect(test.waits[0]).toBeLessThan(7_001);
    expect((await only()).attempts).toBe(1);
  });

  it.each(['channel_not_found', 'is_archived', 'not_in_channel'])(
    'of %s waits for staff, who retry with one click',
    async (code) => {
      test.slack.failNext('post', new SlackFailure(code));
      await write('a');
      await test.runQueued();
      expect(await only()).toMatchObject({ state: 'failed', failure: code });
      const { id } = await only();
      expect(await retryNotice(test.deps, actor(), test.clock.now(), id)).toMatchObject({ reason: 'not_allowed' });
      expect(await retryNotice(test.deps, staff(), test.clock.now(), id)).toMatchObject({ ok: true });
      expect(await retryNotice(test.deps, staff(), test.clock.now(), id)).toMatchObject({ reason: 'not_failed' });
      await test.runQueued();
      expect(texts()).toEqual(['pl: a']);
    },
  );

  it('that is our own is left to staff after six attempts, a minute, and the channel goes on', async () => {
    await write('a', 'talk.broken');
    await write('b');
    await test.runQueued();
    expect(await database.db.notice.findUnique({ where: { key: 'a' } })).toMatchObject({
      ...{ state: 'failed', failure: 'unexpected', attempts: 6, isDoubtful: false },
    });
    expect(test.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(70_000);
    expect(texts()).toEqual(['pl: b']);
  });

  it('of an outage is left to staff after sixteen attempts, more than an hour', async () => {
    for (let attempt = 0; attempt < 16; attempt += 1) test.slack.failNext('post', new SlackFailure('some_trouble'));
    await write('a');
    await test.runQueued();
    expect(await only()).toMatchObject({ state: 'failed', failure: 'some_trouble', attempts: 16 });
    expect(test.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3_600_000);
  });

  it('of a person outside Slack is said to staff as such', async () => {
    const id = test.deps.ids.next();
    const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false };
    await database.db.person.create({ data: { id, name: 'Bez Slacka', ...flags, createdAt: test.clock.now() } });
    await inTransaction(database.db, (tx) =>
      notify(test.deps, tx, {
        kind: 'talk.hello',
        params: { word: 'x' },
        to: { person: id },
        key: 'p',
        at: test.clock.now(),
      }),
    );
    await test.runQueued();
    expect(await only()).toMatchObject({ state: 'failed', failure: 'not_in_slack' });
  });

  it('of a person whose account is off is said to staff as such, and of their cohort once a day', async () => {
    const id = test.deps.ids.next();
    const cohortId = test.deps.ids.next();
    const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: true };
    const slack = { slackUserId: 'U0OFF', slackTeamId: 'T0TEST' };
    const row = { id, name: 'Konto Wyłączone', ...slack, ...flags, createdAt: test.clock.now() };
    await database.db.person.create({ data: row });
    await inTransaction(database.db, async (tx) => {
      for (const key of ['p1', 'p2']) {
        const spec = { kind: 'talk.hello', params: { word: key }, to: { person: id }, key, cohortId };
        await notify(test.deps, tx, { ...spec, at: test.clock.now() });
      }
    });
    await test.runQueued();
    const failed = await database.db.notice.findMany({ where: { targetKind: 'person' } });
    expect(failed.map((notice) => notice.failure)).toEqual(['user_disabled', 'user_disabled']);
    expect(await database.db.notice.count({ where: { kind: 'notices.undelivered', target: cohortId } })).toBe(1);
  });
});

describe('staff who send again all of one reason', () => {
  const [ours, theirs] = ['00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000c2'];
  const failed = (key: string, cohortId: string, failure: string, isDoubtful = false) => {
    const moments = { dueAt: test.clock.now(), createdAt: test.clock.now(), triedAt: test.clock.now() };
    const to = { targetKind: 'channel', target: 'C1', cohortId };
    const how = { state: 'failed', failure, isDoubtful, attempts: 1 };
    const data = {
      id: test.deps.ids.next(),
      kind: 'talk.hello',
      params: { word: key },
      key,
      ...to,
      ...how,
      ...moments,
    };
    return database.db.notice.create({ data });
  };
  const ofOurs = () => actor({ roles: [{ role: 'staff', cohortId: ours }] });

  it('reach what they look after, in its old order, and nothing else', async () => {
    await failed('a', ours, 'is_archived');
    await failed('b', ours, 'msg_too_long');
    await failed('c', ours, 'is_archived');
    await failed('d', theirs, 'is_archived');
    expect(await retryAll(test.deps, ofOurs(), test.clock.now(), 'archived')).toEqual({ ok: true, value: 2 });
    await test.runQueued();
    expect(texts()).toEqual(['pl: a', 'pl: c']);
    expect(await retryAll(test.deps, actor(), test.clock.now(), 'archived')).toMatchObject({ reason: 'not_allowed' });
  });

  it('send nothing twice: what may have arrived is looked up', async () => {
    const { id } = await failed('a', ours, 'unreadable', true);
    test.slack.messages.push({ channelId: 'C1', ts: '1.1', message: say('pl: a'), mark: id });
    await retryAll(test.deps, ofOurs(), test.clock.now(), 'unreadable');
    await test.runQueued();
    expect(texts()).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'sent', ts: '1.1' });
  });

  it('do not wait out a long pause of the lane', async () => {
    const to = { targetKind: 'channel', target: 'C1' };
    const slotAt = new Date();
    await database.db.lane.create({ data: { ...to, slotAt, freeAt: new Date(slotAt.getTime() + 600_000) } });
    await failed('a', ours, 'no_answer');
    await retryAll(test.deps, ofOurs(), test.clock.now(), 'outage');
    await test.runQueued();
    expect(test.waits[0]).toBeLessThanOrEqual(5_000);
  });
});
