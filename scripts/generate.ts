/**
 * Writes the database client from the data model. npm runs it after every install (`prepare`).
 *
 * Does nothing when the client is newer than the data model, and nothing where the Prisma CLI is not installed
 * (a production install brings the client along). `prisma generate` asks for a schema engine that it then never
 * runs, and would download it: naming any existing program in its place keeps the install off the internet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'node_modules/prisma/build/index.js');
const client = join(root, 'src/platform/db/generated/client.ts');

/** The newest change among the schema files and this project's Prisma version, in milliseconds. */
function newestSource(): number {
  const models = join(root, 'prisma/models');
  const files = [
    join(root, 'prisma/schema.prisma'),
    join(root, 'node_modules/prisma/package.json'),
    models,
    ...readdirSync(models).map((name) => join(models, name)),
  ];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function main(): number {
  if (!existsSync(cli)) return 0;
  if (existsSync(client) && statSync(client).mtimeMs > newestSource() && !process.argv.includes('--force')) return 0;
  const { status } = spawnSync(process.execPath, [cli, 'generate'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  return status ?? 1;
}

process.exitCode = main();
