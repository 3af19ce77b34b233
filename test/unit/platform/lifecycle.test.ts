import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { type Lifecycle, runProcess } from '../../../src/platform/lifecycle.ts';
import { silentLog } from '../../../src/platform/log.ts';

/** A process whose events the test raises. */
function fakeProcess() {
  const listeners = new Map<string, (value: unknown) => void>();
  const exit = vi.fn<(code: number) => void>();
  const on = (event: string, listener: (value: unknown) => void) => listeners.set(event, listener);
  return { process: { on, exit }, exit, raise: (event: string, value?: unknown) => listeners.get(event)?.(value) };
}

async function running(start: (lifecycle: Lifecycle) => Promise<void>) {
  const fake = fakeProcess();
  await runProcess(fake.process, silentLog(), start);
  return fake;
}

test('a signal closes what was opened, the last first, and ends with 0', async () => {
  const closed: string[] = [];
  const fake = await running(async (lifecycle) => {
    for (const name of ['server', 'client', 'app']) lifecycle.opened(name, async () => void closed.push(name), 100);
  });
  fake.raise('SIGTERM');
  await vi.waitFor(() => expect(fake.exit).toHaveBeenCalledWith(0));
  expect(closed).toEqual(['app', 'client', 'server']);
});

test('something that does not close in its time, or fails to, does not hold up the rest', async () => {
  const closed: string[] = [];
  const fake = await running(async (lifecycle) => {
    lifecycle.opened('server', async () => void closed.push('server'), 100);
    lifecycle.opened('failing', () => Promise.reject(new Error('no')), 100);
    lifecycle.opened('stuck', () => sleep(60_000, undefined, { ref: false }), 20);
  });
  fake.raise('SIGINT');
  await vi.waitFor(() => expect(fake.exit).toHaveBeenCalledWith(0));
  expect(closed).toEqual(['server']);
});

test('a second signal does not cut the clean stop short', async () => {
  const closed: string[] = [];
  const fake = await running(async (lifecycle) => {
    lifecycle.opened('server', () => sleep(20).then(() => void closed.push('server')), 1_000);
  });
  fake.raise('SIGINT');
  fake.raise('SIGINT');
  fake.raise('SIGTERM');
  await vi.waitFor(() => expect(fake.exit).toHaveBeenCalled());
  expect(closed).toEqual(['server']);
  expect(fake.exit.mock.calls).toEqual([[0]]);
});

test.each(['unhandledRejection', 'uncaughtException'])('%s ends with 1, after a clean stop', async (event) => {
  const close = vi.fn(async () => {});
  const fake = await running(async (lifecycle) => lifecycle.opened('server', close, 100));
  fake.raise(event, new Error('nobody expected this'));
  await vi.waitFor(() => expect(fake.exit).toHaveBeenCalledWith(1));
  expect(close).toHaveBeenCalledOnce();
});

test('a start that fails closes what was opened so far and ends with 1', async () => {
  const close = vi.fn(async () => {});
  const fake = await running(async (lifecycle) => {
    lifecycle.opened('server', close, 100);
    throw new Error('Slack is down');
  });
  await vi.waitFor(() => expect(fake.exit).toHaveBeenCalledWith(1));
  expect(close).toHaveBeenCalledOnce();
});

test('the end of the parent process is the end of this one', async () => {
  const fake = await running(async () => {});
  fake.raise('disconnect');
  await vi.waitFor(() => expect(fake.exit).toHaveBeenCalledWith(0));
});
