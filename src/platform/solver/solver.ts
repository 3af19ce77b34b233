import { Worker } from 'node:worker_threads';
import type { Program, Solution, Solve, SolveOptions } from '../../core/program.ts';
import type { Answer, Question } from './messages.ts';

export type Solver = {
  /** One program at a time; others wait, and their time begins when they are begun. */
  readonly solve: Solve;
  /** Starts the thread before it is needed. */
  readonly warm: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Settings = {
  /** The file of the thread. */
  readonly file?: URL;
  /** How long after its time limit the thread may take to answer before it is ended. */
  readonly graceMs?: number;
};

const GRACE_MS = 2_000;

type Thread = { readonly worker: Worker; readonly ready: Promise<void>; isOver: boolean };

/** A thread that, once it is ready, does not keep the process alive while it has nothing to do. */
function startThread(file: URL): Thread {
  const worker = new Worker(file);
  const thread: Thread = {
    worker,
    isOver: false,
    ready: new Promise((resolve, reject) => {
      worker.once('message', () => {
        worker.unref();
        resolve();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the solver ended before it was ready')));
    }),
  };
  // Whoever waits for it hears of the failure; nobody has to wait.
  thread.ready.catch(() => undefined);
  worker.once('error', () => {
    thread.isOver = true;
  });
  worker.once('exit', () => {
    thread.isOver = true;
  });
  return thread;
}

const nothing = (status: Solution['status'], tookMs: number): Solution => ({
  ...{ status, tookMs },
  ...{ values: null, reached: [] },
});

type Asked = { readonly thread: Thread; readonly question: Question; readonly graceMs: number };

/** One question to a thread that is ready. A thread that is cancelled or does not answer in time is ended. */
async function ask({ thread, question, graceMs }: Asked, { onProgress, signal }: SolveOptions): Promise<Solution> {
  const { worker } = thread;
  const listening = new AbortController();
  const begun = performance.now();
  try {
    return await new Promise<Solution>((resolve, reject) => {
      const giveUp = (status: Solution['status']) => {
        thread.isOver = true;
        void worker.terminate();
        resolve(nothing(status, performance.now() - begun));
      };
      const timer = setTimeout(() => giveUp('out_of_time'), question.timeLimitMs + graceMs);
      listening.signal.addEventListener('abort', () => clearTimeout(timer));
      signal?.addEventListener('abort', () => giveUp('cancelled'), { signal: listening.signal });
      const broke = (why: unknown) => reject(new Error('the solver broke off', { cause: why }));
      const heard = (answer: Answer) => {
        if (answer.kind === 'ready' || answer.id !== question.id) return;
        if (answer.kind === 'progress') onProgress?.(answer.progress);
        else if (answer.kind === 'solved') resolve(answer.solution);
        else broke(answer.message);
      };
      worker.on('message', heard).once('error', broke).once('exit', broke);
      listening.signal.addEventListener('abort', () =>
        worker.off('message', heard).off('error', broke).off('exit', broke),
      );
      worker.ref();
      worker.postMessage(question);
    });
  } finally {
    listening.abort();
    worker.unref();
  }
}

/** Solves programs in a thread of its own, which is kept, and started anew after it was ended or broke. */
export function createSolver({
  file = new URL('./worker.ts', import.meta.url),
  graceMs = GRACE_MS,
}: Settings = {}): Solver {
  let thread: Thread | null = null;
  let line: Promise<unknown> = Promise.resolve();
  let asked = 0;
  const present = (): Thread => {
    if (!thread || thread.isOver) thread = startThread(file);
    return thread;
  };
  const turn = async (program: Program, options: SolveOptions): Promise<Solution> => {
    if (options.signal?.aborted) return nothing('cancelled', 0);
    const now = present();
    await now.ready;
    if (options.signal?.aborted) return nothing('cancelled', 0);
    asked += 1;
    const question = { id: asked, program, timeLimitMs: options.timeLimitMs };
    return ask({ thread: now, question, graceMs }, options);
  };
  return {
    solve: (program, options) => {
      const mine = line.then(() => turn(program, options));
      line = mine.catch(() => undefined);
      return mine;
    },
    warm: () => present().ready,
    stop: async () => {
      await line;
      await thread?.worker.terminate();
    },
  };
}
