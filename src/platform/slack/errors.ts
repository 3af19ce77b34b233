import type { Ids } from '../../core/ids.ts';
import type { Log } from '../log.ts';
import { isFailure } from './failure.ts';

/** A short reference that a person can read out and that is found in the log. */
const referenceFrom = (ids: Ids): string => ids.next().replaceAll('-', '').slice(-8).toUpperCase();

/** Writes a surprise into the log under a reference id and returns the id. No personal data: ids and codes only. */
export function recordSurprise(log: Log, ids: Ids, error: unknown, facts: Readonly<Record<string, unknown>>): string {
  const reference = referenceFrom(ids);
  const slack = isFailure(error) ? { slackCode: error.code, slackHints: error.hints } : {};
  log.error({ reference, ...facts, ...slack, err: error }, 'unexpected error');
  return reference;
}
