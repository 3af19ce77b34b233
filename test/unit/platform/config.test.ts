import { describe, expect, test } from 'vitest';
import { configTable, describeProblems, readConfig } from '../../../src/platform/config.ts';

const BOT = 'xoxb-1-fictional';
const APP = 'xapp-1-fictional';
const SECRET = '0123456789abcdef0123456789abcdef';

const problemsOf = (environment: Record<string, string>) => {
  const result = readConfig(environment);
  return result.ok ? [] : result.problems;
};

describe('the configuration', () => {
  test('two tokens are enough for Socket Mode', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP })).toEqual({
      ok: true,
      config: {
        slack: { botToken: BOT, apiUrl: null, pace: 1, mode: { kind: 'socket', appToken: APP } },
        port: null,
        databaseUrl: null,
        dataDir: './data',
        logLevel: 'info',
      },
    });
  });

  test('a signing secret with a port means signed HTTP', () => {
    const result = readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: '3000' });
    expect(result).toMatchObject({
      ok: true,
      config: { port: 3000, slack: { mode: { kind: 'http', signingSecret: SECRET } } },
    });
  });

  test('everything that is wrong is said at once', () => {
    const problems = problemsOf({
      SLACK_SIGNING_SECRET: 'short',
      DATABASE_URL: 'mysql://somewhere',
      LOG_LEVEL: 'loud',
      SLACK_API_URL: 'not an address',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
      'PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'SLACK_API_URL',
    ]) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
  });

  test('a variable set to nothing counts as missing', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: '  ', SLACK_APP_TOKEN: APP })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing/),
    ]);
  });

  test('Socket Mode and signed HTTP at once are refused', () => {
    const both = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET, PORT: '3000' };
    expect(problemsOf(both)).toEqual([expect.stringContaining('both set')]);
  });

  test.each(['0', '65536', '80a', '-1', '3000.5'])('%s is no port', (port) => {
    expect(problemsOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, PORT: port })).toHaveLength(1);
  });

  test('the address of the Slack API always ends with a slash', () => {
    const result = readConfig({
      SLACK_BOT_TOKEN: BOT,
      SLACK_APP_TOKEN: APP,
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
    });
    expect(result).toMatchObject({ config: { slack: { apiUrl: 'http://127.0.0.1:4000/api/' } } });
  });

  test('no message repeats a value, since it may be a secret', () => {
    const secrets = {
      SLACK_BOT_TOKEN: 'xoxp-secret-one',
      SLACK_APP_TOKEN: 'secret-two',
      DATABASE_URL: 'postgres//u:secret-three@h',
    };
    expect(describeProblems(problemsOf(secrets))).not.toMatch(/secret-/);
  });

  test('the table names each variable once', () => {
    expect(new Set(configTable.map(({ name }) => name)).size).toBe(configTable.length);
  });
});
