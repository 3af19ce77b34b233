import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../../../../src/core/actor.ts';
import { ok } from '../../../../src/core/outcome.ts';
import { record } from '../../../../src/features/journal/public.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { notify } from '../../../../src/features/notices/public.ts';
import { undo } from '../../../../src/features/undo/index.ts';
import { performDue } from '../../../../src/features/undo/operations/index.ts';
import { postpone } from '../../../../src/features/undo/public.ts';
import { connectDatabase, type Db } from '../../../../src/platform/db/client.ts';
import { defineWaitingAct, type Feature } from '../../../../src/platform/feature.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

/** What happens inside the act after it has written; a test holds it up or lets it fail. */
let inside: () => Promise<void> = async () => undefined;

const params = z.object({ cohortId: z.uuid(), word: z.string() });
/** Writes a line and a notice, so that an act done twice would show. */
const sayAct = defineWaitingAct({
  kind: 'talk.say',
  params,
  result: z.object({ word: z.string() }),
  about: async (_tx, { cohortId, word }) => ({ key: `say:${word}`, cohortId }),
  check: async () => ok(true),
  perform: async ({ deps, tx, actor, now }, { cohortId, word }) => {
    const subjectId = deps.ids.next();
    await record(deps, tx, actor, now, { act: 'talk.say', subject: 'talk', subjectId, reason: word, cohortId });
    const to = { channel: 'C0TALK' };
    await notify(deps, tx, { kind: 'talk.said', params: {}, to, key: `said:${subjectId}`, at: now, cohortId });
    await inside();
    return ok({ word });
  },
  words: async (_deps, { word }) => ({ what: word, effect: word }),
  refusal: () => '',
  correction: async () => null,
});
const talk: Feature = { name: 'talk', waitingActs: [sayAct] };

let database: TestDatabase;
let other: Db;
let one: TestDeps;
let two: TestDeps;
let anna: Actor;
let cohortId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  other = connectDatabase({ url: database.url, connections: 5 });
});
afterAll(async () => {
  await other.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  inside = async () => undefined;
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  const features = [notices, undo, talk];
  [one, two] = [testDeps(database.db, features), testDeps(other, features)];
  cohortId = await makeCohort(one);
  anna = await makePerson(one, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
});

const due = () => new Date(one.clock.now().getTime() + 5 * 60_000);
const tick = ({ deps }: TestDeps) => performDue(deps, due());
const ask = (word: string) => postpone(one.deps, anna, one.clock.now(), sayAct, { cohortId, word });
/** What was done in this test, sorted. */
const done = async (): Promise<readonly (string | null)[]> => {
  const lines = await database.db.journalEntry.findMany({ where: { act: 'talk.say', cohortId } });
  return lines.map(({ reason }) => reason).sort();
};
const said = () => database.db.notice.count({ where: { kind: 'talk.said' } });
const states = async () =>
  (await database.db.waitingAct.findMany({ orderBy: { key: 'asc' } })).map(({ state }) => state);

describe('several processes', () => {
  it('that tick at the same moment do each act once', async () => {
    const words = Array.from({ length: 30 }, (_, n) => `w${String(n).padStart(2, '0')}`);
    for (const word of words) await ask(word);
    await Promise.all([tick(one), tick(two), tick(one), tick(two)]);
    await Promise.all([tick(one), tick(two)]);
    expect(await done()).toEqual(words);
    expect(await said()).toBe(30);
    expect(new Set(await states())).toEqual(new Set(['done']));
  });

  it('leave each other’s acts alone while they are under way', async () => {
    await ask('slow');
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    inside = async () => {
      begun.resolve();
      await gate.promise;
    };
    const first = tick(one);
    await begun.promise;
    await tick(two);
    expect(await done()).toEqual([]);
    gate.resolve();
    await first;
    expect(await done()).toEqual(['slow']);
  });

  it('lose nothing and repeat nothing when one is cut off in the middle of an act', async () => {
    await ask('cut');
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    inside = async () => {
      begun.resolve();
      await gate.promise;
    };
    const cut = tick(one);
    await begun.promise;
    // What PostgreSQL sees of a process that was killed: its connections are gone, and with them what was not committed.
    await other.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'idle in transaction'`;
    inside = async () => undefined;
    await tick(two);
    gate.resolve();
    await cut;
    await tick(one);
    expect(await done()).toEqual(['cut']);
    expect(await said()).toBe(1);
    expect(await states()).toEqual(['done']);
  });
});

describe('something unexpected', () => {
  it('twice in its way, the act is done with the third try, once', async () => {
    await ask('third');
    let tries = 0;
    inside = async () => {
      tries += 1;
      if (tries < 3) throw new Error('not today');
    };
    for (let n = 0; n < 5; n += 1) await tick(one);
    expect(await done()).toEqual(['third']);
    expect(await said()).toBe(1);
    expect(tries).toBe(3);
  });

  it('that does not go away ends in a refusal, of which staff are told once', async () => {
    await ask('never');
    inside = async () => {
      throw new Error('never');
    };
    for (let n = 0; n < 8; n += 1) await tick(one);
    expect(await done()).toEqual([]);
    expect(await database.db.waitingAct.findFirst()).toMatchObject({ state: 'refused', refusal: 'unexpected' });
    const told = await database.db.notice.findMany();
    expect(told).toMatchObject([{ kind: 'undo.refused', targetKind: 'staff', target: cohortId }]);
  });

  it('in one act holds up no other', async () => {
    await ask('bad');
    await ask('good');
    let isFirst = true;
    inside = async () => {
      if (!isFirst) return;
      isFirst = false;
      throw new Error('bad');
    };
    await tick(one);
    expect(await done()).toEqual(['good']);
  });
});
