import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

const said = (word: unknown): string => {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : '';
};

const text = (words: readonly unknown[]): string => words.map(said).join(' ');

/** Bolt's log lines in ours, one level lower: what matters to operators is said by us. Payloads are never printed. */
export function boltLog(log: Log): Logger {
  const child = log.child({ part: 'bolt' });
  return {
    debug: () => undefined,
    info: (...words) => child.debug(text(words)),
    warn: (...words) => child.warn(text(words)),
    error: (...words) => child.error(text(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
