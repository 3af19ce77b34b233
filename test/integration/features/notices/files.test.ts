import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { notices } from '../../../../src/features/notices/index.ts';
import { notify, retell } from '../../../../src/features/notices/public.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { defineNotice, type Feature } from '../../../../src/platform/feature.ts';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import type { FileGateway } from '../../../../src/platform/slack/files.ts';
import { say } from '../../../../src/platform/slack/reply.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';

/** What the notice carries today, by name. */
let carried: Record<string, string> = {};

const post: Feature = {
  name: 'post',
  notices: [
    defineNotice('post.parcel', z.object({}), async () => ({
      ...say('Oto plik'),
      files: Object.entries(carried).map(([name, content]) => ({ name, title: name, content })),
    })),
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
  await database.db.noticeFile.deleteMany();
  await database.db.lane.deleteMany();
  test = testDeps(database.db, [notices, post]);
  carried = { 'termin.ics': 'wtorek' };
});

const write = () =>
  inTransaction(database.db, (tx) =>
    notify(test.deps, tx, {
      ...{ kind: 'post.parcel', params: {}, to: { channel: 'C1' } },
      ...{ key: 'parcel', at: test.clock.now() },
    }),
  );
const tellAgain = () => inTransaction(database.db, (tx) => retell(test.deps, tx, { key: 'parcel' }));

/** Runs what is queued as workers do: the job that throws runs again. How often it threw. */
async function runUntilDone(): Promise<number> {
  for (let failures = 0; ; failures += 1) {
    try {
      await test.runQueued();
      return failures;
    } catch {
      const { id } = await database.db.notice.findFirstOrThrow();
      test.queued.push({ queue: 'notices.files', data: { noticeId: id }, options: {} });
    }
  }
}

/** What people see in the thread. */
const seen = () => [...test.slack.files.values()].filter((file) => file.thread).map((file) => [file.name, file.text]);

const STEPS: readonly (keyof FileGateway)[] = ['announceFile', 'sendFile', 'shareFile'];
const WHEN = ['before', 'after'] as const;

describe('the files of a notice', () => {
  it('follow it into its thread, each once, however often the job runs', async () => {
    carried = { 'termin.ics': 'wtorek', 'godziny.csv': 'Łącznie;60' };
    await write();
    await runUntilDone();
    const { id, ts } = await database.db.notice.findFirstOrThrow();
    expect([...test.slack.files.values()].map(({ thread }) => thread)).toEqual([`C1/${ts}`, `C1/${ts}`]);
    test.queued.push({ queue: 'notices.files', data: { noticeId: id }, options: {} });
    await runUntilDone();
    expect(seen()).toEqual(Object.entries(carried));
    expect(test.slack.calls.filter(({ method }) => method === 'shareFile')).toHaveLength(2);
  });

  for (const step of STEPS)
    for (const when of WHEN) {
      it(`are there once when it broke off ${when} ${step}`, async () => {
        test.slack.failNext(step, new Error('killed'), when);
        await write();
        expect(await runUntilDone()).toBe(1);
        expect(seen()).toEqual([['termin.ics', 'wtorek']]);
      });

      it(`take the place of the former ones when it broke off ${when} ${step}`, async () => {
        await write();
        await runUntilDone();
        carried = { 'termin.ics': 'środa' };
        await tellAgain();
        test.slack.failNext(step, new Error('killed'), when);
        expect(await runUntilDone()).toBe(1);
        expect(seen()).toEqual([['termin.ics', 'środa']]);
      });
    }

  it('stay when the notice is told again with the same content', async () => {
    await write();
    await runUntilDone();
    const before = [...test.slack.files.keys()];
    await tellAgain();
    await runUntilDone();
    expect([...test.slack.files.keys()]).toEqual(before);
  });

  it('go when the notice carries them no longer', async () => {
    await write();
    await runUntilDone();
    carried = {};
    await tellAgain();
    await runUntilDone();
    expect([seen(), await database.db.noticeFile.count()]).toEqual([[], 0]);
  });

  it('leave the former one standing until the new one is there, and then take it away even after a crash', async () => {
    await write();
    await runUntilDone();
    carried = { 'termin.ics': 'środa' };
    await tellAgain();
    test.slack.failNext('deleteFile', new SlackFailure('no_answer', { doubtful: true }));
    expect(await runUntilDone()).toBe(1);
    expect(seen()).toEqual([['termin.ics', 'środa']]);
    expect(await database.db.noticeFile.findFirstOrThrow()).toMatchObject({ formerId: null });
  });

  it('are found for a notice whose process died after posting', async () => {
    test.slack.failNext('post', new SlackFailure('no_answer', { doubtful: true }), 'after');
    await write();
    await runUntilDone();
    expect(test.slack.messages).toHaveLength(1);
    expect(seen()).toEqual([['termin.ics', 'wtorek']]);
  });

  it('that Slack refuses for good leave the message as it is, and nothing is tried for ever', async () => {
    test.slack.failNext('announceFile', new SlackFailure('file_uploads_disabled'));
    await write();
    expect(await runUntilDone()).toBe(0);
    expect([test.slack.messages.length, seen()]).toEqual([1, []]);
  });
});
