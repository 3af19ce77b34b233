import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Db } from '../../src/platform/db/client.ts';
import { TEMPLATE } from './postgres.ts';

export type TestDatabase = {
  readonly db: Db;
  readonly url: string;
  /** Closes the client and deletes the database; fails when somebody else is still connected. */
  readonly drop: () => Promise<void>;
};

let count = 0;

/** A fresh database with every migration applied; use one for each test file. `empty` gives one without tables. */
export async function createTestDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  count += 1;
  const name = `test_${process.pid}_${count}`;
  const template = options.empty ? 'template1' : TEMPLATE;
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const db = connectDatabase({ url: url.href, connections: 5 });
  const drop = async () => {
    await db.$disconnect();
    await onServer(`drop database ${name}`);
  };
  return { db, url: url.href, drop };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    // Two files may clone at the same moment, and a template in use cannot be cloned: take turns.
    await client.query('select pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
