import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differenceToModel } from '../../../../src/platform/db/migrate/difference.ts';
import { MIGRATIONS_FOLDER, migrate } from '../../../../src/platform/db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

const PRISMA_FOLDER = join(MIGRATIONS_FOLDER, '..');
let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'debiuty-migrations-'));
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the migrations of the project', () => {
  test('lead from an empty database to exactly the data model', async () => {
    const names = (await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(await migrate(database.url)).toHaveLength(names.length);
    expect(await differenceToModel(database.url, PRISMA_FOLDER)).toBe('');
  });

  test('a table that the data model does not know is seen as a difference', async () => {
    await migrate(database.url);
    await query('create table stray (id int primary key)');
    expect(await differenceToModel(database.url, PRISMA_FOLDER)).toContain('DROP TABLE "stray"');
  });

  test('take nothing away that an earlier one wrote by hand', async () => {
    await migrate(database.url);
    const MADE = /(?:CREATE (?:UNIQUE )?INDEX|ADD CONSTRAINT|CREATE (?:CONSTRAINT )?TRIGGER) "([^"]+)"/g;
    const made: string[] = [];
    for (const entry of await readdir(MIGRATIONS_FOLDER, { withFileTypes: true, recursive: true })) {
      if (entry.name !== 'migration.sql') continue;
      const sql = await readFile(join(entry.parentPath, entry.name), 'utf8');
      made.push(...[...sql.matchAll(MADE)].map(([, name = '']) => name));
    }
    const standing = await query(`
      select indexname as name from pg_indexes union select conname from pg_constraint union select tgname from pg_trigger`);
    const names = new Set(standing.map(({ name }) => name));
    expect(made.length).toBeGreaterThan(200);
    // Others took the place of this one.
    expect(made.filter((name) => !names.has(name))).toEqual(['Notice_state_dueAt_idx']);
  });

  test('contain no transaction control, so that each is applied whole or not at all', async () => {
    for (const entry of await readdir(MIGRATIONS_FOLDER, { withFileTypes: true, recursive: true })) {
      if (entry.name !== 'migration.sql') continue;
      const sql = await readFile(join(entry.parentPath, entry.name), 'utf8');
      expect(sql).not.toMatch(/^\s*(begin|commit|rollback)\s*;/im);
      expect(sql).not.toMatch(/concurrently/i);
    }
  });
});

describe('migrate', () => {
  test('applies new migrations in order, and nothing the second time', async () => {
    await write('0001_a', 'create table a (id int primary key);');
    await write('0002_b', 'alter table a add column b text;');
    expect(await migrate(database.url, folder)).toEqual(['0001_a', '0002_b']);
    expect(await migrate(database.url, folder)).toEqual([]);
    await write('0003_c', 'create table c (id int primary key);');
    expect(await migrate(database.url, folder)).toEqual(['0003_c']);
  });

  test('a function with semicolons in its body is applied as written', async () => {
    const body = `begin perform 1; raise exception 'no; never'; end`;
    await write(
      '0001_a',
      `create function f() returns void language plpgsql as $$ ${body} $$; create table a (id int);`,
    );
    await migrate(database.url, folder);
    await expect(query('select f()')).rejects.toThrow('no; never');
  });

  test('two processes that start together both end with the migrated database', async () => {
    await write('0001_a', 'create table a (id int primary key); select pg_sleep(0.3);');
    const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(applied.flat()).toEqual(['0001_a']);
  });

  test('a failing migration leaves nothing behind, says why, and is tried again', async () => {
    await write('0001_a', 'create table half (id int); select 1/0;');
    await expect(migrate(database.url, folder)).rejects.toThrow(/could not be migrated.*division by zero/s);
    expect(await query(`select 1 from pg_tables where tablename = 'half'`)).toEqual([]);
    await write('0001_a', 'create table half (id int);');
    expect(await migrate(database.url, folder)).toEqual(['0001_a']);
  });

  test('a migration that was changed after it had been applied is refused by its name', async () => {
    await write('0001_a', 'create table a (id int);');
    await migrate(database.url, folder);
    await write('0001_a', 'create table a (id bigint);');
    await expect(migrate(database.url, folder)).rejects.toThrow(/changed after they had been applied.*0001_a/s);
  });

  test('a database of a newer version is refused', async () => {
    await write('0001_a', 'create table a (id int);');
    await write('0002_b', 'create table b (id int);');
    await migrate(database.url, folder);
    await rm(join(folder, '0002_b'), { recursive: true });
    await expect(migrate(database.url, folder)).rejects.toThrow(/does not know: 0002_b.*newer version/s);
  });
});
