import type { Core } from './core.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type WaitOptions = { readonly timeoutMs?: number; readonly everyMs?: number; readonly what?: string };

/**
 * Asks again until the answer is neither `false`, `null` nor `undefined` and nothing is thrown, and gives that answer.
 * @throws after `timeoutMs` (5 s), saying what was waited for and the last error.
 */
export const waitFor = async <T>(
  ask: () => T | Promise<T>,
  { timeoutMs = 5_000, everyMs = 15, what = 'the expected state' }: WaitOptions = {},
): Promise<Exclude<T, false | null | undefined>> => {
  const end = performance.now() + timeoutMs;
  let last = '';
  do {
    try {
      const value = await ask();
      if (value !== false && value !== null && value !== undefined)
        return value as Exclude<T, false | null | undefined>;
      last = `last answer: ${String(value)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await pause(everyMs);
  } while (performance.now() < end);
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}; ${last}`);
};

/** The app's own word on whether it still works; asked by tests that hold the app in their hands. */
export type IsBusy = () => boolean | Promise<boolean>;

/** Waits until the app has been still for `quietMs`: nothing unanswered, no call running. @throws after ten seconds. */
export const settled = async (core: Core, quietMs: number, isBusy: IsBusy): Promise<void> => {
  const still = async () =>
    core.dispatcher.unanswered() === 0 &&
    core.record.inFlight === 0 &&
    performance.now() - core.record.lastActivity >= quietMs &&
    !(await isBusy());
  await waitFor(still, { timeoutMs: 10_000, everyMs: 5, what: 'the app to become still' });
};
