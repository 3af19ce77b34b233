import { z } from 'zod';
import type { LogLevel } from './log.ts';
import { LOG_LEVELS } from './log.ts';

/** Everything the environment decides, checked. */
export type Config = {
  readonly slack: {
    readonly botToken: string;
    /** Null: Slack itself. Ends with a slash otherwise. */
    readonly apiUrl: string | null;
    /** How many times faster than Slack the workspace at `apiUrl` lets us post; 1 with Slack itself. */
    readonly pace: number;
    readonly mode:
      | { readonly kind: 'socket'; readonly appToken: string }
      | { readonly kind: 'http'; readonly signingSecret: string };
  };
  /** Port of Slack's requests (signed HTTP) and of the health addresses (both modes); null opens none. */
  readonly port: number | null;
  /** Null: an embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
};

export type ConfigVariable = {
  readonly name: string;
  readonly required: string;
  readonly default: string;
  readonly meaning: string;
};

/** Every variable the program reads; the README's table and `.env.example` are checked against it. */
export const configTable = [
  {
    name: 'SLACK_BOT_TOKEN',
    required: 'always',
    default: '',
    meaning: 'Bot token of the installed app (starts with xoxb-), from "OAuth & Permissions".',
  },
  {
    name: 'SLACK_APP_TOKEN',
    required: 'Socket Mode',
    default: '',
    meaning:
      'App-level token with connections:write (starts with xapp-), from "Basic Information". Turns on Socket Mode.',
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    required: 'signed HTTP',
    default: '',
    meaning: 'Signing secret from "Basic Information". Turns on signed HTTP; leave out SLACK_APP_TOKEN then.',
  },
  {
    name: 'PORT',
    required: 'signed HTTP',
    default: 'none: no port is opened',
    meaning: "Port of GET /healthz and GET /readyz, and in signed HTTP of Slack's requests (POST /slack/events).",
  },
  {
    name: 'DATABASE_URL',
    required: 'no',
    default: 'an embedded PostgreSQL under DATA_DIR',
    meaning: 'Connection string of a PostgreSQL, version 16 or newer: postgresql://user:password@host:5432/name.',
  },
  {
    name: 'DATA_DIR',
    required: 'no',
    default: './data',
    meaning: 'Folder of the embedded PostgreSQL. Used by one instance at a time; back it up.',
  },
  { name: 'LOG_LEVEL', required: 'no', default: 'info', meaning: `How much is logged: ${LOG_LEVELS.join(', ')}.` },
  {
    name: 'SLACK_API_URL',
    required: 'no',
    default: 'https://slack.com/api/',
    meaning: 'Address of the Slack API. Only for the local workspace and tests.',
  },
  {
    name: 'SLACK_PACE',
    required: 'no',
    default: '1',
    meaning: "How many times faster than Slack's own limits messages are sent. Only together with SLACK_API_URL.",
  },
] as const satisfies readonly ConfigVariable[];

type Name = (typeof configTable)[number]['name'];
export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const tokenText = (start: string) => new RegExp(`^${start}[A-Za-z0-9-]{6,}$`);
const schemas = {
  SLACK_BOT_TOKEN: z.string().regex(tokenText('xoxb-'), 'must be a bot token, which starts with xoxb-'),
  SLACK_APP_TOKEN: z.string().regex(tokenText('xapp-'), 'must be an app-level token, which starts with xapp-'),
  SLACK_SIGNING_SECRET: z.string().regex(/^[\w-]{16,}$/, 'must be the signing secret: 32 letters and digits as a rule'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 1 to 65535')
    .transform(Number)
    .pipe(z.number().min(1).max(65_535)),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be a connection string: postgresql://user:password@host:5432/name',
  }),
  DATA_DIR: z.string(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address: https://…/api/' }),
  SLACK_PACE: z
    .string()
    .regex(/^\d{1,4}(\.\d+)?$/, 'must be a number, 1 or more')
    .transform(Number)
    .pipe(z.number().min(1, 'must be a number, 1 or more')),
} satisfies Record<Name, z.ZodType>;

/**
 * Reads and checks the environment. A variable set to nothing counts as missing. Refuses with everything that is
 * wrong at once, in words for operators; values are never repeated, because some are secrets.
 */
export function readConfig(environment: Environment): ConfigResult {
  const problems: string[] = [];
  const read = <N extends Name>(name: N): z.output<(typeof schemas)[N]> | null => {
    const text = environment[name]?.trim();
    if (!text) return null;
    const result = schemas[name].safeParse(text);
    if (!result.success) problems.push(`${name} ${result.error.issues[0]?.message ?? 'is malformed'}.`);
    return result.success ? (result.data as z.output<(typeof schemas)[N]>) : null;
  };
  const isSet = (name: Name) => Boolean(environment[name]?.trim());
  const botToken = read('SLACK_BOT_TOKEN');
  const appToken = read('SLACK_APP_TOKEN');
  const signingSecret = read('SLACK_SIGNING_SECRET');
  const apiUrl = read('SLACK_API_URL');
  const pace = read('SLACK_PACE') ?? 1;
  const settings = {
    port: read('PORT'),
    databaseUrl: read('DATABASE_URL'),
    dataDir: read('DATA_DIR') ?? './data',
    logLevel: read('LOG_LEVEL') ?? 'info',
  };
  problems.push(...missing(isSet));
  if (problems.length > 0 || !botToken || !(appToken || signingSecret)) return { ok: false, problems };
  const mode = appToken
    ? { kind: 'socket' as const, appToken }
    : { kind: 'http' as const, signingSecret: signingSecret ?? '' };
  const slack = { botToken, apiUrl: apiUrl === null ? null : apiUrl.replace(/\/*$/, '/'), pace, mode };
  return { ok: true, config: { slack, ...settings } };
}

function missing(isSet: (name: Name) => boolean): string[] {
  const problems: string[] = [];
  if (!isSet('SLACK_BOT_TOKEN'))
    problems.push('SLACK_BOT_TOKEN is missing. Copy the bot token (xoxb-…) from "OAuth & Permissions".');
  if (!isSet('SLACK_APP_TOKEN') && !isSet('SLACK_SIGNING_SECRET')) {
    problems.push(
      'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET with PORT (for signed HTTP) is missing. Both are under "Basic Information".',
    );
  }
  if (isSet('SLACK_APP_TOKEN') && isSet('SLACK_SIGNING_SECRET')) {
    problems.push(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set. Keep the first for Socket Mode, or the second for signed HTTP.',
    );
  }
  if (isSet('SLACK_SIGNING_SECRET') && !isSet('PORT')) {
    problems.push("PORT is missing. Signed HTTP needs the port on which Slack's requests arrive, 3000 for example.");
  }
  if (isSet('SLACK_PACE') && !isSet('SLACK_API_URL'))
    problems.push('SLACK_PACE is set without SLACK_API_URL. Slack itself takes one message a second: leave it out.');
  return problems;
}

/** The list as an operator reads it. */
export function describeProblems(problems: readonly string[]): string {
  const list = problems.map((problem) => `  - ${problem}`).join('\n');
  return `The configuration is not complete. Set these environment variables and start again:\n${list}\nAll variables are explained in README.md.`;
}
