import type { Tx } from '../../../platform/db/client.ts';
import { type EventRow, eventById } from '../queries/index.ts';

/** Holds an event and everybody's seats at it: those who sign up at once come one after the other. Null: there is none. */
export async function lockEvent(tx: Tx, id: string): Promise<EventRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return eventById(tx, id);
}
