/**
 * `npm run migration -- <name>`: writes the next migration, from the state that the existing migrations produce to
 * the present data model. The state is not guessed from notes: the migrations are applied to a throw-away
 * PostgreSQL and compared with `prisma/models`. Hand-written guarantees (partial unique indexes, checks, triggers)
 * are left alone by the comparison; add yours at the end of the new file.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { differenceToModel } from '../src/platform/db/migrate/difference.ts';
import { readMigrations } from '../src/platform/db/migrate/files.ts';
import { MIGRATIONS_FOLDER, migrate } from '../src/platform/db/migrate.ts';

async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('Give the migration a name of small letters, digits and _: npm run migration -- expert_languages');
  }
  await mkdir(MIGRATIONS_FOLDER, { recursive: true });
  const existing = await readMigrations(MIGRATIONS_FOLDER);
  const last = Number.parseInt(existing.at(-1)?.name ?? '0', 10);
  const sql = await difference();
  if (sql === '') {
    process.stdout.write(
      'The migrations already give exactly the present data model. An empty file is for SQL of your own.\n',
    );
  }
  const folder = join(MIGRATIONS_FOLDER, `${String(last + 1).padStart(4, '0')}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  process.stdout.write(
    `Wrote ${join(folder, 'migration.sql')}. Read it, add what the data model cannot say, commit it.\n`,
  );
}

async function difference(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-migration-'));
  const flags = ['-c', 'fsync=off'];
  const server = await startEmbeddedPostgres({ folder, newPassword: () => 'thrown-away', flags });
  try {
    await migrate(server.url);
    return await differenceToModel(server.url, join(import.meta.dirname, '../prisma'));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
