/** The thread in which programs are solved: one after the other, each answered with its number. */
import { parentPort } from 'node:worker_threads';
import highsLoader from 'highs';
import type { Progress } from '../../core/program.ts';
import type { Answer, Question } from './messages.ts';
import { runProgram } from './run.ts';

// The package's types describe its CommonJS form, in which the loader is a property; ours is the module itself.
const load = highsLoader as unknown as typeof highsLoader.default;
const highs = await load();
const port = parentPort;
if (!port) throw new Error('this file is the inside of a worker thread');
const tell = (answer: Answer): void => port.postMessage(answer);

port.on('message', ({ id, program, timeLimitMs }: Question) => {
  try {
    const onProgress = (progress: Progress) => tell({ kind: 'progress', id, progress });
    const solution = runProgram({ highs, program, timeLimitMs, onProgress, now: () => performance.now() });
    tell({ kind: 'solved', id, solution });
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
});
tell({ kind: 'ready' });
