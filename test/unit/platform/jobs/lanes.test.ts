import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createLanes } from '../../../../src/platform/jobs/lanes.ts';
import { silentLog } from '../../../../src/platform/log.ts';

/** Lanes whose turns answer from a list; null when it is used up. */
function lanesOf(answers: Readonly<Record<string, readonly (number | null | Error)[]>>, work = 0) {
  const left = new Map(Object.entries(answers).map(([lane, list]) => [lane, [...list]]));
  const turns: string[] = [];
  let now = 0;
  const seen = { most: 0, mostOfOne: 0 };
  const underway = new Map<string, number>();
  const turn = async (lane: string) => {
    turns.push(lane);
    now += 1;
    underway.set(lane, (underway.get(lane) ?? 0) + 1);
    seen.most = Math.max(seen.most, now);
    seen.mostOfOne = Math.max(seen.mostOfOne, underway.get(lane) ?? 0);
    await sleep(work);
    underway.set(lane, (underway.get(lane) ?? 1) - 1);
    now -= 1;
    const answer = left.get(lane)?.shift() ?? null;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const lanes = createLanes([{ queue: 'q', turn }], silentLog());
  return { lanes, turns, seen };
}

test('a lane takes turns until nothing is left, at the pace each turn asks for', async () => {
  const { lanes, turns } = lanesOf({ a: [40, 0, null] });
  const begun = performance.now();
  lanes.wake('q', 'a');
  await vi.waitFor(() => expect(turns).toEqual(['a', 'a', 'a']));
  expect(performance.now() - begun).toBeGreaterThan(35);
  await sleep(20);
  expect(turns).toHaveLength(3);
  await lanes.stop(100);
});

test('a lane that must wait holds up no other', async () => {
  const { lanes, turns } = lanesOf({ a: [60_000], b: [0, 0, null] });
  lanes.wake('q', 'a');
  lanes.wake('q', 'b');
  await vi.waitFor(() => expect(turns.filter((lane) => lane === 'b')).toHaveLength(3));
  expect(turns.filter((lane) => lane === 'a')).toHaveLength(1);
  await lanes.stop(100);
});

test('a lane called during its turn looks once more, and never runs beside itself', async () => {
  const { lanes, turns, seen } = lanesOf({ a: [null, null] }, 20);
  for (let calls = 0; calls < 5; calls += 1) lanes.wake('q', 'a');
  await sleep(5);
  lanes.wake('q', 'a');
  await vi.waitFor(() => expect(turns).toHaveLength(2));
  await sleep(40);
  expect(turns).toHaveLength(2);
  expect(seen.mostOfOne).toBe(1);
  await lanes.stop(100);
});

test('a lane called during a long wait looks at once, during a short one it does not', async () => {
  const { lanes, turns } = lanesOf({ long: [60_000, null], short: [300, null] });
  lanes.wake('q', 'long');
  lanes.wake('q', 'short');
  await vi.waitFor(() => expect(turns).toHaveLength(2));
  await sleep(10);
  lanes.wake('q', 'long');
  lanes.wake('q', 'short');
  await vi.waitFor(() => expect(turns.filter((lane) => lane === 'long')).toHaveLength(2));
  expect(turns.filter((lane) => lane === 'short')).toHaveLength(1);
  await lanes.stop(100);
});

test('of a thousand lanes fifty turns run at once, and every lane gets its own', async () => {
  const { lanes, turns, seen } = lanesOf({}, 1);
  const names = Array.from({ length: 1_000 }, (_, index) => `lane ${index}`);
  for (const name of names) lanes.wake('q', name);
  await vi.waitFor(() => expect(turns).toHaveLength(1_000), { timeout: 4_000 });
  expect(seen.most).toBe(50);
  expect(new Set(turns).size).toBe(1_000);
  await lanes.stop(100);
});

test('stopping waits for the turns in hand and begins no other', async () => {
  const { lanes, turns } = lanesOf({ a: [0, 0, 0], b: [5, 5] }, 30);
  lanes.wake('q', 'a');
  lanes.wake('q', 'b');
  await lanes.stop(1_000);
  const before = turns.length;
  lanes.wake('q', 'c');
  await sleep(80);
  expect(turns).toHaveLength(before);
});

test('a turn that throws is tried again later, and the lane is not lost', async () => {
  vi.useFakeTimers();
  try {
    const turns: number[] = [];
    const turn = async () => {
      turns.push(turns.length);
      if (turns.length === 1) throw new Error('no database');
      return null;
    };
    const lanes = createLanes([{ queue: 'q', turn }], silentLog());
    lanes.wake('q', 'a');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(turns).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(turns).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
