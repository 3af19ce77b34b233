import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { actorById, addStaff, identify, removeStaff } from '../../../../src/features/people/operations/index.ts';
import { listStaff } from '../../../../src/features/people/queries.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { slackPerson } from '../../../support/slack.ts';

let database: TestDatabase;
let test: TestDeps;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRaw`TRUNCATE "RoleGrant", "Person" CASCADE`;
  test = testDeps(database.db);
  for (const [id, facts] of [
    ['U1', { isAdmin: true }],
    ['U2', {}],
    ['U3', { isDeactivated: true }],
    ['U4', { isBot: true }],
    ['U5', { teamId: 'T9OTHER' }],
  ] as const) {
    test.slack.people.set(id, slackPerson(id, facts));
  }
});

async function come(userId: string, teamId = 'T0TEST'): Promise<Actor> {
  const found = await identify(test.deps, { userId, teamId }, test.clock.now());
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('who somebody is', () => {
  it('makes an admin of the workspace staff on first sight, and a member nothing', async () => {
    expect((await come('U1')).roles).toEqual([{ role: 'staff', cohortId: null }]);
    expect((await come('U2')).roles).toEqual([]);
  });

  it('does not give a removed admin the role back', async () => {
    const admin = await come('U1');
    await addStaff(test.deps, admin, test.clock.now(), 'U2');
    await removeStaff(test.deps, await come('U2'), test.clock.now(), admin.personId);
    test.clock.advance(48 * 3600 * 1000);
    await come('U1');
    await expect.poll(async () => (await come('U1')).roles).toEqual([]);
    const { formerRoles, personId } = await come('U1');
    expect(formerRoles).toEqual([{ role: 'staff', cohortId: null }]);
    const later = await inTransaction(database.db, (tx) => actorById(test.deps, tx, personId));
    expect(later).toMatchObject({ roles: [], formerRoles: [{ role: 'staff', cohortId: null }] });
  });

  it('refuses people of unknown workspaces and deactivated people', async () => {
    const now = test.clock.now();
    expect(await identify(test.deps, { userId: 'U5', teamId: 'T9OTHER' }, now)).toBe('unknown');
    expect(await identify(test.deps, { userId: 'U3', teamId: 'T0TEST' }, now)).toBe('deactivated');
  });

  it('meets a person once when two first clicks come at the same moment', async () => {
    const both = await Promise.all([come('U2'), come('U2'), come('U2')]);
    expect(new Set(both.map((actor) => actor.personId)).size).toBe(1);
    expect(await database.db.person.count()).toBe(1);
  });
});

describe('naming staff', () => {
  it('gives the role once, with a line in the journal', async () => {
    const admin = await come('U1');
    expect(await addStaff(test.deps, admin, test.clock.now(), 'U2')).toMatchObject({
      ok: true,
      value: { already: false },
    });
    expect(await addStaff(test.deps, admin, test.clock.now(), 'U2')).toMatchObject({
      ok: true,
      value: { already: true },
    });
    const lines = await database.db.journalEntry.findMany({
      where: { act: 'people.grant_role', personId: admin.personId },
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ role: 'staff', to: 'staff' });
  });

  it.each([
    ['U3', 'is_deactivated'],
    ['U4', 'is_bot'],
    ['U5', 'is_foreign'],
    ['U404', 'unknown_person'],
  ])('refuses %s: %s', async (userId, reason) => {
    expect(await addStaff(test.deps, await come('U1'), test.clock.now(), userId)).toMatchObject({ ok: false, reason });
  });

  it('does not count a deactivated account as somebody who stays', async () => {
    const admin = await come('U1');
    await addStaff(test.deps, admin, test.clock.now(), 'U2');
    await database.db.person.updateMany({ where: { slackUserId: 'U2' }, data: { isDeactivated: true } });
    const outcome = await removeStaff(test.deps, admin, test.clock.now(), admin.personId);
    expect(outcome).toMatchObject({ ok: false, reason: 'last_one' });
  });

  it('keeps one when two people remove each other at the same moment', async () => {
    const admin = await come('U1');
    await addStaff(test.deps, admin, test.clock.now(), 'U2');
    const second = await come('U2');
    const now = test.clock.now();
    const outcomes = await Promise.all([
      removeStaff(test.deps, admin, now, second.personId),
      removeStaff(test.deps, second, now, admin.personId),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await listStaff(database.db)).toHaveLength(1);
  });
});

describe('the journal', () => {
  it('cannot be changed or emptied', async () => {
    await come('U1');
    await expect(database.db.journalEntry.updateMany({ data: { act: 'x' } })).rejects.toThrow('append-only');
    await expect(database.db.journalEntry.deleteMany()).rejects.toThrow('append-only');
  });
});
