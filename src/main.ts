/** The entry point. The only file that reads the environment, the machine's clock and chance. */
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { boot } from './boot.ts';

await boot({
  process,
  env: process.env,
  clock: { now: () => new Date() },
  ids: { next: () => uuid() },
  newPassword: () => randomBytes(24).toString('hex'),
});
