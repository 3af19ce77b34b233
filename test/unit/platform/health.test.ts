import { expect, test } from 'vitest';
import { type HealthCheck, healthRoutes } from '../../../src/platform/http/health.ts';

async function get(path: string, checks: Readonly<Record<string, HealthCheck>>): Promise<[number, unknown]> {
  const route = healthRoutes(checks, 50).find((candidate) => candidate.path === path && candidate.method === 'GET');
  return await new Promise((resolve) => {
    let status = 0;
    const writeHead = (code: number) => {
      status = code;
    };
    route?.handler({}, { writeHead, end: (body) => resolve([status, JSON.parse(body)]) });
  });
}

test('the process is alive whatever else is broken', async () => {
  expect(await get('/healthz', { database: () => false })).toEqual([200, { alive: true }]);
});

test('ready means that every check holds', async () => {
  expect(await get('/readyz', { database: async () => true, slack: () => true })).toEqual([
    200,
    { ready: true, database: true, slack: true },
  ]);
});

test('the answer names what does not work, also when its check throws', async () => {
  const checks = { database: () => Promise.reject(new Error('gone')), slack: () => true };
  expect(await get('/readyz', checks)).toEqual([503, { ready: false, database: false, slack: true }]);
});

test('a check that does not answer does not hold', async () => {
  const silent = new Promise<boolean>(() => {});
  expect(await get('/readyz', { database: () => silent })).toEqual([503, { ready: false, database: false }]);
});
