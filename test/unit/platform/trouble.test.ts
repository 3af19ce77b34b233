import { expect, test } from 'vitest';
import { explainTrouble } from '../../../src/platform/trouble.ts';

const withFacts = (facts: object) => Object.assign(new Error('as the library says it'), facts);

test.each([
  [
    { code: 'slack_webapi_platform_error', data: { ok: false, error: 'invalid_auth' } },
    /does not know the token.*SLACK_BOT_TOKEN/,
  ],
  [{ code: 'slack_webapi_platform_error', data: { ok: false, error: 'brand_new' } }, /Slack answered "brand_new"/],
  [{ code: 'slack_webapi_request_error' }, /Slack cannot be reached/],
  [{ code: 'EADDRINUSE', syscall: 'listen' }, /PORT/],
  [{ code: '28P01' }, /password.*DATABASE_URL/],
  [{ code: '3D000' }, /does not exist/],
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, /PostgreSQL is running/],
])('%o is explained with what to do', (facts, words) => {
  expect(explainTrouble(withFacts(facts))).toMatch(words);
});

test('a failed connection to several addresses is one explanation', () => {
  const error = new AggregateError([withFacts({ code: 'ECONNREFUSED', syscall: 'connect' })], 'all failed');
  expect(explainTrouble(error)).toMatch(/cannot be reached/);
});

test('anything else keeps its own message', () => {
  expect(explainTrouble(new Error('The data folder is in use.'))).toBe('The data folder is in use.');
  expect(explainTrouble('a thrown text')).toBe('a thrown text');
});
