/**
 * The sandbox's clock: real time plus what it was moved ahead. Timers set with `after` fire when their moment comes,
 * by itself or because somebody moved the clock.
 */
export type SandboxClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since the start, real ones plus what was skipped; runs also when `now` is frozen by a test. */
  readonly elapsed: () => number;
  /** Moves the clock ahead by milliseconds and fires the timers that became due, oldest first. */
  readonly advance: (ms: number) => void;
  /** Runs `task` once after `ms` milliseconds; returns the way to cancel it. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly offset: () => number;
  readonly stop: () => void;
};

type Timer = { readonly due: number; readonly task: () => void; handle: NodeJS.Timeout | null };

/** @param base real time source (tests may freeze it); @param offset milliseconds already skipped; @param moved called after each move. */
export const createClock = (base: () => number, offset: number, moved: () => void): SandboxClock => {
  const started = performance.now();
  let skipped = offset;
  const timers = new Set<Timer>();
  const elapsed = (): number => performance.now() - started + skipped;

  const fire = (timer: Timer): void => {
    if (!timers.delete(timer)) return;
    if (timer.handle) clearTimeout(timer.handle);
    timer.task();
  };

  const after = (ms: number, task: () => void): (() => void) => {
    const timer: Timer = { due: elapsed() + ms, task, handle: null };
    timer.handle = setTimeout(() => fire(timer), ms);
    timer.handle.unref();
    timers.add(timer);
    return () => {
      if (timer.handle) clearTimeout(timer.handle);
      timers.delete(timer);
    };
  };

  const advance = (ms: number): void => {
    if (!(ms >= 0)) throw new Error('The sandbox clock only goes forward');
    skipped += ms;
    const due = [...timers].filter((timer) => timer.due <= elapsed()).sort((a, b) => a.due - b.due);
    for (const timer of due) fire(timer);
    moved();
  };

  const stop = (): void => {
    for (const timer of timers) if (timer.handle) clearTimeout(timer.handle);
    timers.clear();
  };

  return { now: () => base() + skipped, elapsed, advance, after, offset: () => skipped, stop };
};
