import type { Log } from './log.ts';
import { explainTrouble } from './trouble.ts';

/** The part of Node's `process` that a lifecycle listens to and ends. */
export type ProcessLike = {
  readonly on: (event: string, listener: (value: unknown) => void) => unknown;
  readonly exit: (code: number) => void;
};

export type Lifecycle = {
  /** Registers something that was opened. Things are closed in the opposite order, each given `withinMs` at most. */
  readonly opened: (name: string, close: () => Promise<void>, withinMs: number) => void;
  /** Closes everything and ends the process; the first call counts. */
  readonly stop: (reason: string, code: number) => Promise<void>;
};

type Opened = { readonly name: string; readonly close: () => Promise<void>; readonly withinMs: number };

/** A lifecycle that ends the process with `exit` after everything is closed. */
function createLifecycle(log: Log, exit: (code: number) => void): Lifecycle {
  const open: Opened[] = [];
  let stopping: Promise<void> | undefined;
  const stop = async (reason: string, code: number) => {
    log.info({ reason }, 'stopping');
    for (const thing of open.toReversed()) await closeWithin(thing, log);
    log.info('stopped');
    exit(code);
  };
  return {
    opened: (name, close, withinMs) => void open.push({ name, close, withinMs }),
    stop: (reason, code) => {
      stopping ??= stop(reason, code);
      return stopping;
    },
  };
}

async function closeWithin({ name, close, withinMs }: Opened, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), withinMs);
  });
  try {
    if ((await Promise.race([close(), late])) === 'late') log.warn({ name }, 'did not close in time');
  } catch (error) {
    log.warn({ name, err: error }, 'did not close cleanly');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs `start` and keeps the process until it is told to end: SIGINT or SIGTERM stop it cleanly, and so does the
 * death of a parent that started it with a message channel. A second signal changes nothing: on Ctrl-C npm sends
 * one of its own after the terminal's. An error nobody handled is logged and ends the process with code 1 after a
 * clean stop, so that the supervisor starts a healthy one.
 */
export async function runProcess(
  process: ProcessLike,
  log: Log,
  start: (lifecycle: Lifecycle) => Promise<void>,
): Promise<void> {
  const lifecycle = createLifecycle(log, (code) => process.exit(code));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void lifecycle.stop(signal, 0));
  process.on('disconnect', () => void lifecycle.stop('the parent process ended', 0));
  const fail = (what: string) => (error: unknown) => {
    log.fatal({ err: error }, `${what}: ${explainTrouble(error)}`);
    void lifecycle.stop(what, 1);
  };
  process.on('unhandledRejection', fail('an error was not handled'));
  process.on('uncaughtException', fail('an error was not caught'));
  try {
    await start(lifecycle);
  } catch (error) {
    fail('the bot could not start')(error);
  }
}
