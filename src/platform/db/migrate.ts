import { join } from 'node:path';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { openEngine } from './migrate/engine.ts';
import { type Migration, migrationList, readMigrations } from './migrate/files.ts';

/** Any number, the same in every process: who holds it in PostgreSQL may migrate. */
const MIGRATION_LOCK = 4_107_120_231;
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The folder of this project's migrations. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../prisma/migrations');

/** Thrown when the database cannot be brought to the state this version needs; the message says what to do. */
class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database at `url` up to date and returns the names of the migrations applied now.
 *
 * Several processes may call it at once: they take turns by a PostgreSQL advisory lock. Each migration is applied
 * whole or not at all, so one that was cut off is simply tried again. Refuses (`MigrationError`) a database that
 * is ahead of this version, or whose applied migrations differ from the files.
 */
export async function migrate(url: string, folder: string = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const lock = new pg.Client({ connectionString: url, application_name: 'debiuty migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (await isUpToDate(lock, migrations)) return [];
    return await apply(url, folder, migrations);
  } finally {
    await lock.end();
  }
}

/** The usual start: everything is applied already. Answered by one query, without loading the schema engine. */
async function isUpToDate(client: pg.Client, migrations: readonly Migration[]): Promise<boolean> {
  const found = await client.query<{ present: boolean }>(
    `select to_regclass('_prisma_migrations') is not null present`,
  );
  if (!found.rows[0]?.present) return false;
  const applied = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name name, checksum, finished_at is not null finished
     from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  if (applied.rows.length !== migrations.length) return false;
  return migrations.every(({ name, checksum }, index) => {
    const row = applied.rows[index];
    return row?.name === name && row.checksum === checksum && row.finished;
  });
}

async function apply(url: string, folder: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { engine, close } = await openEngine(url);
  const migrationsList = migrationList(folder, migrations);
  try {
    await refuseStrangeHistory(engine, migrationsList);
    const done = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return done.appliedMigrationNames;
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw new MigrationError(`The database could not be migrated: ${readable(error)}`, { cause: error });
  } finally {
    await close();
  }
}

async function refuseStrangeHistory(
  engine: SchemaEngine,
  migrationsList: ReturnType<typeof migrationList>,
): Promise<void> {
  const query = { migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS };
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory(query);
  // A migration is one implicit transaction: what was cut off left nothing behind but its note.
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  const { editedMigrationNames, history } = await engine.diagnoseMigrationHistory(query);
  if (editedMigrationNames.length > 0) {
    const names = editedMigrationNames.join(', ');
    throw new MigrationError(
      `Migrations were changed after they had been applied to this database: ${names}. ` +
        'Restore the files and put the change into a new migration (npm run migration -- <name>).',
    );
  }
  if (history && history.diagnostic !== 'databaseIsBehind') {
    const names = history.unpersistedMigrationNames.join(', ');
    throw new MigrationError(
      `The database has migrations that this version does not know: ${names}. ` +
        'It was used by a newer version; start that version, or restore an older backup.',
    );
  }
}

/** The first lines of the engine's message, without its internal trace. */
function readable(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(/\n\s*0: /)[0] ?? message).trim();
}
