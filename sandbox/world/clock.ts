/**
 * The sandbox's clock: real time plus what it was moved ahead. Timers set with `after` fire when their moment comes,
 * by itself or because somebody moved the clock.
 */
export type SandboxClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since the start, real ones plus what was skipped; runs also when `now` is frozen by a test. */
  readonly elapsed: () => number;
  /** Moves the clock ahead by milliseconds, from one timer that falls due to the next: each fires at its own time. */
  readonly advance: (ms: number) => void;
  /** Runs `task` once after `ms` milliseconds; returns the way to cancel it. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Runs `task` once when `now` has come to a moment; returns the way to cancel it. */
  readonly at: (moment: number, task: () => void) => () => void;
  readonly offset: () => number;
  readonly stop: () => void;
};

/** Node takes no longer timer than this. */
const LONGEST_MS = 2 ** 31 - 1;

/** `left` is in milliseconds, and negative once it is due. */
type Timer = { readonly left: () => number; readonly task: () => void; handle: NodeJS.Timeout | null };

/** @param base real time source (tests may freeze it); @param offset milliseconds already skipped; @param moved called after each move. */
export const createClock = (base: () => number, offset: number, moved: () => void): SandboxClock => {
  const started = performance.now();
  let skipped = offset;
  const timers = new Set<Timer>();
  const elapsed = (): number => performance.now() - started + skipped;
  const now = (): number => base() + skipped;

  const fire = (timer: Timer): void => {
    if (!timers.delete(timer)) return;
    if (timer.handle) clearTimeout(timer.handle);
    timer.task();
  };

  const set = (left: Timer['left'], task: () => void): (() => void) => {
    const timer: Timer = { left, task, handle: null };
    const wind = (): void => {
      const ring = () => (left() > 0 ? wind() : fire(timer));
      timer.handle = setTimeout(ring, Math.min(Math.max(0, left()), LONGEST_MS)).unref();
    };
    timers.add(timer);
    wind();
    return () => {
      if (timer.handle) clearTimeout(timer.handle);
      timers.delete(timer);
    };
  };

  const after = (ms: number, task: () => void): (() => void) => {
    const due = elapsed() + ms;
    return set(() => due - elapsed(), task);
  };

  const advance = (ms: number): void => {
    if (!(ms >= 0)) throw new Error('The sandbox clock only goes forward');
    const target = skipped + ms;
    const next = () => [...timers].sort((a, b) => a.left() - b.left()).find((one) => one.left() <= target - skipped);
    for (let timer = next(); timer; timer = next()) {
      // In whole milliseconds, so that moments far from zero are met exactly.
      skipped = Math.min(target, Math.ceil(skipped + Math.max(0, timer.left())));
      fire(timer);
    }
    skipped = target;
    moved();
  };

  const stop = (): void => {
    for (const timer of timers) if (timer.handle) clearTimeout(timer.handle);
    timers.clear();
  };

  const at = (moment: number, task: () => void) => set(() => moment - now(), task);
  return { now, elapsed, advance, after, at, offset: () => skipped, stop };
};
