import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** The database client. Reads may use it directly; anything that writes goes through `inTransaction`. */
export type Db = PrismaClient;

/** The client inside one transaction. Helpers that join a transaction take it as their first parameter. */
export type Tx = Prisma.TransactionClient;

export type ConnectOptions = {
  /** PostgreSQL connection string. */
  readonly url: string;
  /** Connections held at most. Default 10. */
  readonly connections?: number;
  /** Told of connections lost while idle; they are replaced by themselves. */
  readonly onConnectionError?: (error: Error) => void;
};

/** A statement said before on a connection is not parsed and planned again; its name is made of its text. */
const nameOf = ({ sql }: { readonly sql: string }): string => createHash('sha1').update(sql).digest('base64url');

/**
 * Makes the database client over a pool of connections. Nothing is opened before the first query; end it with
 * `db.$disconnect()`. Waiting for a free connection fails after 10 seconds instead of hanging.
 */
export function connectDatabase(options: ConnectOptions): Db {
  const onError = options.onConnectionError ?? (() => {});
  const adapter = new PrismaPg(
    {
      connectionString: options.url,
      max: options.connections ?? 10,
      connectionTimeoutMillis: 10_000,
      application_name: 'debiuty',
    },
    { onPoolError: onError, onConnectionError: onError, statementNameGenerator: nameOf },
  );
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}
