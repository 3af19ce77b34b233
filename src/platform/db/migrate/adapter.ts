import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** PostgreSQL's ids of the types `"char"` (one byte, used in the catalogue) and `text`. */
const CHAR = 18;
const TEXT = 25;
/** Which columns of a result were of the one-byte type. */
type CharColumns = WeakMap<SqlResultSet['rows'], ReadonlySet<number>>;

/**
 * The PostgreSQL adapter as the schema engine needs it, with two repairs:
 * a migration is sent whole (the plain adapter cuts it at every semicolon, also inside functions and texts;
 * sent whole, PostgreSQL also applies all of it or nothing), and columns of the catalogue's one-byte type are
 * let through (the plain adapter refuses them, and so the engine could not describe a living database).
 */
export function migrationAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close: () => Promise<void>;
} {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'debiuty migrate' });
  pool.on('error', () => {});
  const chars: CharColumns = new WeakMap();
  const plain = new PrismaPg(noting(chars, pool));
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connect: async () => repaired(await plain.connect(), pool, chars),
    connectToShadowDb: () => Promise.reject(new Error('A shadow database is not used.')),
  };
  return { factory, close: () => pool.end() };
}

function repaired(adapter: SqlDriverAdapter, pool: pg.Pool, chars: CharColumns): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query) => restored(await adapter.queryRaw(query), chars),
    executeRaw: (query) => adapter.executeRaw(query),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
    executeScript: (script) => executeWhole(pool, script),
  };
}

/** Passes one-byte columns off as text and notes which they were. */
function noting(chars: CharColumns, pool: pg.Pool): pg.Pool {
  const query: (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult> = pool.query.bind(pool);
  const noted = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    const found = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
    if (found.length > 0) chars.set(result.rows, new Set(found));
    for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT });
    return result;
  };
  return Object.assign(pool, { query: noted });
}

function restored(result: SqlResultSet, chars: CharColumns): SqlResultSet {
  const found = chars.get(result.rows);
  if (!found) return result;
  const columnTypes = result.columnTypes.map((type, index) => (found.has(index) ? ColumnTypeEnum.Character : type));
  return { ...result, columnTypes };
}

async function executeWhole(pool: pg.Pool, script: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new DriverAdapterError({
      kind: 'postgres',
      code: error.code ?? 'N/A',
      severity: error.severity ?? 'ERROR',
      message: error.message,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
    });
  } finally {
    client.release();
  }
}
