import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';

/** The channel of PostgreSQL on which lanes are called. */
const CALLS = 'debiuty_lanes';

export type CallListener = { readonly stop: () => Promise<void> };

type Options = { readonly url: string; readonly log: Log; readonly onCall: (queue: string, lane: string) => void };

const AGAIN_MS = 1_000;

type CallTransaction = { readonly $executeRawUnsafe: (query: string, ...values: unknown[]) => Promise<number> };

/** Calls a lane in every process that listens, when the transaction is committed and not otherwise. */
export async function call(tx: CallTransaction, queue: string, lane: string): Promise<void> {
  await tx.$executeRawUnsafe('SELECT pg_notify($1, $2)', CALLS, `${queue} ${lane}`);
}

/**
 * Listens for calls on a connection of its own, and opens another when it is lost. Calls said meanwhile are lost:
 * whoever calls keeps the work in a table and asks there now and then.
 */
export async function listenForCalls({ url, log, onCall }: Options): Promise<CallListener> {
  let client: pg.Client | null = null;
  let stopped = false;
  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'debiuty lanes', keepAlive: true });
    fresh.on('notification', ({ payload = '' }) => {
      const [queue = ''] = payload.split(' ', 1);
      onCall(queue, payload.slice(queue.length + 1));
    });
    fresh.on('error', (error) => log.warn({ err: error }, 'lanes: the listening connection had trouble'));
    fresh.on('end', () => void reopen(fresh));
    await fresh.connect();
    client = fresh;
    await fresh.query(`LISTEN ${CALLS}`);
  };
  const reopen = async (lost: pg.Client): Promise<void> => {
    if (lost !== client || stopped) return;
    await sleep(AGAIN_MS);
    if (stopped) return;
    try {
      await open();
    } catch (error) {
      log.warn({ err: error }, 'lanes: cannot listen yet');
      // One that was opened and lost again has told so by itself.
      if (lost === client) void reopen(lost);
    }
  };
  await open();
  return {
    stop: async () => {
      stopped = true;
      await client?.end();
    },
  };
}
