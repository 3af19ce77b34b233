import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { ModelFile } from './engine.ts';

/** One migration of the project: its folder's name, its SQL, and the checksum the database keeps of it. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Reads `folder/<name>/migration.sql`, in the order in which they are applied (by name). */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The form in which the schema engine takes migrations. */
export function migrationList(folder: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** Reads the data model: `schema.prisma` and every file of `models/` under `folder`. */
export async function readModel(folder: string): Promise<ModelFile[]> {
  const models = (await readdir(join(folder, 'models'))).filter((name) => name.endsWith('.prisma')).sort();
  const paths = [join(folder, 'schema.prisma'), ...models.map((name) => join(folder, 'models', name))];
  return await Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, 'utf8') })));
}
