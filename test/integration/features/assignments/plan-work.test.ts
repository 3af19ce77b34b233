import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { planStartView } from '../../../../src/features/assignments/slack/plan/solve.ts';
import type { Db } from '../../../../src/platform/db/client.ts';
import type { Deps } from '../../../../src/platform/deps.ts';
import type { Reply } from '../../../../src/platform/slack/reply.ts';
import type { Where } from '../../../../src/platform/slack/where.ts';
import { workOn } from '../../../../src/platform/slack/work.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  cohortId = await makeCohort(test);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  await makePlace(test, cohortId, 'Zmyślone Koło', { needs: ['finance'] });
  await makeExpert(test, 'Ewa Ekspertka');
});

type Work = Extract<Reply, { kind: 'work' }>;

/** Longer than the beat in which it is said how far the plan is. */
const LONG_MS = 2_300;

/** The same, where a plan takes a while. */
const slow = (deps: Deps): Deps => ({
  ...deps,
  solve: async (program, options) => {
    await new Promise((done) => setTimeout(done, LONG_MS));
    return deps.solve(program, options);
  },
});

async function working(deps: Deps): Promise<Work> {
  const values = { goal: 'total', seconds: '30' };
  const parsed = await planStartView.parse(deps, values, { cohortId, seen: null }, 'pl');
  if (!parsed?.ok) throw new Error('not a form');
  const reply = await parsed.run({ deps, actor: staff, now: test.clock.now(), channelId: null });
  if (reply.kind !== 'work') throw new Error(JSON.stringify(reply));
  return reply;
}

/** A Slack that does not take the modals after the first, until `failures` are over. */
function frailSlack(failures: number) {
  let left = failures;
  const shown: string[] = [];
  const said: string[] = [];
  const update = async ({ view }: { view: unknown }) => {
    if (shown.length > 0 && left > 0) {
      left -= 1;
      const { WebAPIHTTPError } = await import('@slack/web-api');
      throw new WebAPIHTTPError(503, 'unavailable', {}, '');
    }
    shown.push(JSON.stringify(view));
    return { ok: true, view: { id: 'V1', hash: `h${shown.length}` } };
  };
  const where = {
    ...{ client: { views: { update } }, slack: test.slack, userId: staff.slackUserId, locale: 'pl' },
    ...{ channelId: null, triggerId: null, viewId: 'V1', waiting: false, respond: null },
  } as unknown as Where;
  return { where, shown, said, say: async (_where: Where, { text }: { text: string }) => void said.push(text) };
}

describe('a plan that is being solved', () => {
  it('a modal that Slack does not take while a plan is solved costs neither the plan nor the process', async () => {
    const { where, shown, say } = frailSlack(2);
    await workOn(where, await working(slow(test.deps)), say);
    expect(shown.at(-1)).toContain('Ewa Ekspertka');
    expect(await database.db.cohortPlan.count()).toBe(1);
    expect(await database.db.planRun.count()).toBe(0);
  });

  it('a database that does not answer whether it was called off costs neither', async () => {
    const deps = slow(test.deps);
    const frail = database.db.$extends({
      query: { planRun: { findUnique: () => Promise.reject(new Error('the connection was lost')) } },
    }) as unknown as Db;
    const { where, shown, say } = frailSlack(0);
    await workOn(where, await working({ ...deps, db: frail }), say);
    expect(shown.at(-1)).toContain('Ewa Ekspertka');
    expect(await database.db.cohortPlan.count()).toBe(1);
  });

  it('is told of in a word when the last hash is not known for sure', async () => {
    const { where, shown, said, say } = frailSlack(0);
    let calls = 0;
    const { WebAPIHTTPError, WebAPIPlatformError } = await import('@slack/web-api');
    const update = async () => {
      calls += 1;
      if (calls === 1) return { ok: true, view: { id: 'V1', hash: 'h1' } };
      if (calls === 2) throw new WebAPIHTTPError(503, 'unavailable', {}, '');
      throw new WebAPIPlatformError({ ok: false, error: 'hash_conflict' });
    };
    const client = { views: { update } } as unknown as Where['client'];
    const modal = { callbackId: 'x', title: 'x', blocks: [] };
    const run: Work['run'] = async (show) => {
      expect(await show(modal)).toBe(false);
      return { modal, otherwise: { text: 'Gotowe.', blocks: [] } };
    };
    await workOn({ ...where, client }, { kind: 'work', modal, run }, say);
    expect([shown, said]).toEqual([[], ['Gotowe.']]);
  });
});
