import { Prisma } from './generated/client.ts';

type Cause = {
  readonly originalCode?: string;
  readonly kind?: string;
  readonly constraint?: { readonly index?: string; readonly fields?: readonly string[] };
};

/** PostgreSQL's codes for a lost race that a second run of the same transaction may win. */
const RETRYABLE = new Set(['40001', '40P01']);

/**
 * True when a write was refused because such a row exists already. `constraint` narrows it to one unique key or
 * index by its name in the database, partial ones included (`'Assignment_one_active'`).
 *
 * Ask outside `inTransaction`: after a refused statement PostgreSQL takes nothing more in that transaction.
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, '23505', constraint);
}

/** True when a write was refused by a check constraint; their names are in the message only, so it is looked for there. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, '23514') && (constraint === undefined || message(error).includes(`"${constraint}"`));
}

/** True when a write was refused by an exclusion constraint: what it wants to take is taken. */
export const isExclusionViolation = (error: unknown): boolean => isViolation(error, '23P01');

/** True for a deadlock or write conflict: the transaction did nothing and may be run again. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || RETRYABLE.has(causeOf(error)?.originalCode ?? '');
}

function isViolation(error: unknown, code: string, constraint?: string): boolean {
  const cause = causeOf(error);
  if (cause?.originalCode !== code) return false;
  return constraint === undefined || cause.constraint?.index === constraint;
}

/** What the driver said, wherever Prisma put it: model queries, raw queries and transactions all carry it. */
function causeOf(error: unknown): Cause | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const inner = error.meta?.['driverAdapterError'];
  return inner instanceof Error && typeof inner.cause === 'object' && inner.cause !== null ? inner.cause : undefined;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
