import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { startTicks, type Tick, type Ticks } from '../../../../src/platform/jobs/cron.ts';
import { testClock } from '../../../support/clock.ts';

const EVERY_SECOND = '* * * * * *';
let ticks: Ticks | undefined;

afterEach(() => ticks?.stop());

function start(...list: Tick[]): string[] {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  ticks = startTicks(list, { clock: testClock('2024-03-01T10:00:00.000+01:00'), log, zone: 'Europe/Warsaw' });
  return lines;
}

test('a tick gets the moment of the clock it was given, not of the machine', async () => {
  const moments: string[] = [];
  start({ name: 'due', cron: EVERY_SECOND, run: async (now) => void moments.push(now.toISOString()) });
  await vi.waitFor(() => expect(moments.length).toBeGreaterThan(0), { timeout: 2_500 });
  expect(moments[0]).toBe('2024-03-01T09:00:00.000Z');
});

test('a tick that fails is logged and comes again', async () => {
  let runs = 0;
  const lines = start({
    name: 'flaky',
    cron: EVERY_SECOND,
    run: async () => {
      runs += 1;
      throw new Error('no luck');
    },
  });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1), { timeout: 4_000 });
  expect(lines[0]).toContain('"tick":"flaky"');
});

test('a tick does not run beside itself, and stopping waits for the run under way', async () => {
  let running = 0;
  let most = 0;
  let finished = 0;
  start({
    name: 'slow',
    cron: EVERY_SECOND,
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2_200);
      running -= 1;
      finished += 1;
    },
  });
  await sleep(2_500);
  await ticks?.stop();
  expect(most).toBe(1);
  expect(finished).toBe(1);
});

test('a malformed cron expression is refused by the name of its tick', () => {
  expect(() => start({ name: 'typo', cron: 'every day', run: async () => {} })).toThrow(/"typo"/);
});
