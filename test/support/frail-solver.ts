/** The solver's thread, but frail: a program without rows ends it, one with an endless first row keeps it busy for ever. */
import { parentPort } from 'node:worker_threads';
import type { Question } from '../../src/platform/solver/messages.ts';

parentPort?.on('message', ({ program }: Question) => {
  if (program.rows.lower.length === 0) process.exit(3);
  if (program.rows.lower[0] === Number.NEGATIVE_INFINITY) for (;;);
});
await import('../../src/platform/solver/worker.ts');
