import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCheckViolation, isUniqueViolation } from '../../../../src/platform/db/errors.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { testIds } from '../../../support/ids.ts';

const ids = testIds();
const createdAt = new Date('2024-03-01T09:00:00.000Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const newPerson = (slackUserId: string | null) => ({
  id: ids.next(),
  name: 'Ktoś Zmyślony',
  slackTeamId: slackUserId && 'T1',
  slackUserId,
  isAdmin: false,
  isGuest: false,
  isBot: false,
  isDeactivated: false,
  createdAt,
});

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('what a transaction wrote is gone when its work throws', async () => {
  const person = newPerson('U-gone');
  const failing = inTransaction(database.db, async (tx) => {
    await tx.person.create({ data: person });
    throw new Error('changed our mind');
  });
  await expect(failing).rejects.toThrow('changed our mind');
  expect(await database.db.person.findUnique({ where: { id: person.id } })).toBeNull();
});

test('two transactions that lock each other out are both done in the end', async () => {
  const [one, two] = [newPerson('U-one'), newPerson('U-two')];
  await database.db.person.createMany({ data: [one, two] });
  let runs = 0;
  const rename = (first: string, second: string, name: string) =>
    inTransaction(database.db, async (tx) => {
      runs += 1;
      await tx.person.update({ where: { id: first }, data: { name } });
      await sleep(150);
      await tx.person.update({ where: { id: second }, data: { name } });
    });
  await Promise.all([rename(one.id, two.id, 'Pierwszy'), rename(two.id, one.id, 'Drugi')]);
  expect(runs).toBeGreaterThan(2);
});

test('a unique violation is known by the name of its key, in a transaction and outside', async () => {
  await database.db.person.create({ data: newPerson('U-twice') });
  const key = 'Person_slackTeamId_slackUserId_key';
  const twice = () => inTransaction(database.db, (tx) => tx.person.create({ data: newPerson('U-twice') }));
  for (const error of [
    await failureOf(twice()),
    await failureOf(database.db.person.create({ data: newPerson('U-twice') })),
  ]) {
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, key)).toBe(true);
    expect(isUniqueViolation(error, 'Person_pkey')).toBe(false);
  }
});

test('a violation of a partial unique index is known too, through the model and in plain SQL', async () => {
  const person = newPerson('U-staff');
  await database.db.person.create({ data: person });
  const grant = () => ({ id: ids.next(), personId: person.id, role: 'staff', grantedAt: createdAt });
  const first = grant();
  await database.db.roleGrant.create({ data: first });
  const again = await failureOf(database.db.roleGrant.create({ data: grant() }));
  expect(isUniqueViolation(again, 'RoleGrant_one_open')).toBe(true);
  const plain = await failureOf(
    database.db
      .$executeRaw`insert into "RoleGrant" select ${ids.next()}::uuid, "personId", "role", "cohortId", "grantedAt" from "RoleGrant"`,
  );
  expect(isUniqueViolation(plain, 'RoleGrant_one_open')).toBe(true);
  await database.db.roleGrant.update({ where: { id: first.id }, data: { endedAt: createdAt } });
  expect(await failureOf(database.db.roleGrant.create({ data: grant() }))).toBeUndefined();
});

test('a check violation is known by its name', async () => {
  const half = { ...newPerson(null), slackUserId: 'U-half' };
  const error = await failureOf(database.db.person.create({ data: half }));
  expect(isCheckViolation(error, 'Person_slack_identity_whole')).toBe(true);
  expect(isUniqueViolation(error)).toBe(false);
});

test('the journal takes new lines and gives none back to be changed', async () => {
  const entry = { id: ids.next(), at: createdAt, role: 'staff', act: 'tested', subject: 'test', subjectId: ids.next() };
  await database.db.journalEntry.create({ data: entry });
  const change = database.db.journalEntry.update({ where: { id: entry.id }, data: { act: 'untested' } });
  await expect(change).rejects.toThrow(/append-only/);
  await expect(database.db.journalEntry.deleteMany()).rejects.toThrow(/append-only/);
});

test('anything else is neither', () => {
  expect(isUniqueViolation(new Error('23505'))).toBe(false);
  expect(isUniqueViolation(undefined)).toBe(false);
});
