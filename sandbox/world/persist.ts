import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WorldState } from './types.ts';

/** Keeps the world in a file, so that a demo killed at any moment comes up with what it had. */
export type Keeper = {
  /** The stored world, `null` when there is none. */
  readonly load: () => WorldState | null;
  /** Something changed: write soon. */
  readonly touch: () => void;
  /** Write now, if anything changed. */
  readonly flush: () => void;
};

const nothing: Keeper = { load: () => null, touch: () => {}, flush: () => {} };

/** @param file path of the JSON file, or `undefined` to keep nothing; @param current what to write; @param waitMs longest delay of a write. */
export const createKeeper = (file: string | undefined, current: () => WorldState, waitMs = 150): Keeper => {
  if (file === undefined) return nothing;
  let timer: NodeJS.Timeout | null = null;

  const write = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    mkdirSync(dirname(file), { recursive: true });
    // Written beside and moved over, so that a kill in between leaves the old file whole.
    writeFileSync(`${file}.new`, JSON.stringify(current()));
    renameSync(`${file}.new`, file);
  };

  return {
    load: () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WorldState) : null),
    touch: () => {
      timer ??= setTimeout(write, waitMs);
      timer.unref();
    },
    flush: () => {
      if (timer) write();
    },
  };
};
