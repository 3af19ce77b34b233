import type { Db, Tx } from '../../platform/db/client.ts';

/** The organisations whose channels these are: name by channel. */
export async function organisationsOfChannels(
  db: Db | Tx,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.participation.findMany({
    where: { channelId: { in: [...channelIds] } },
    select: { channelId: true, organisation: { select: { name: true } } },
  });
  return new Map(rows.map(({ channelId, organisation }) => [channelId ?? '', organisation.name]));
}
