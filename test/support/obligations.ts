import { expect } from 'vitest';
import type { Deps } from '../../src/platform/deps.ts';
import { obligationsOf } from './owed.ts';

/** What is written as owed is exactly what follows from the state, whatever happened before. Returns how many matters are open. */
export async function expectObligationsToFollow(deps: Deps): Promise<number> {
  const { written, byState } = await obligationsOf(deps);
  expect(written).toEqual(byState);
  return written.length;
}
