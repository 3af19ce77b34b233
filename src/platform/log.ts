import { type DestinationStream, type Logger, pino } from 'pino';

/** Where the program says what happened: ids and codes, never names, answers or tokens. */
export type Log = Logger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MAX_CAUSES = 4;

/**
 * The program's log: one JSON object a line, on standard output unless `destination` is given. Whatever slips into
 * a line, Slack tokens and database passwords are blotted out at the last moment; of errors only the type, code,
 * message and places are kept, because database errors quote the values that were being written.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
    hooks: { streamWrite: blotSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A log for tests and tools that say nothing. */
export const silentLog = (): Log => pino({ level: 'silent' });

/** Replaces everything that has the shape of a Slack token or of a password in a connection string. */
function blotSecrets(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z](?:\.[a-z]+)?|app)-[\w-]{6,}/g, '[token]')
    .replace(/\b(postgres(?:ql)?:\/\/[^:@/\s"]*):[^@\s"]+@/g, '$1:[password]@');
}

type ErrorLine = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: unknown;
};

function describeError(error: unknown, depth = 0): ErrorLine | string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error;
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? { code: String(error.code) } : {};
  const cause = error.cause !== undefined && depth < MAX_CAUSES ? { cause: describeError(error.cause, depth + 1) } : {};
  return { type: error.name, message: safeMessage(error), ...code, stack: placesOf(error), ...cause };
}

/** Prisma's messages repeat the call with its values; their last line is the reason alone. */
function safeMessage(error: Error): string {
  if (!error.name.startsWith('PrismaClient')) return error.message;
  return error.message.trim().split('\n').at(-1) ?? '';
}

function placesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return lines.map((line) => line.trim()).join('\n');
}
