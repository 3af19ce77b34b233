import type { World } from '../world.ts';

type Mark = { readonly type: string; readonly id: string; readonly channel: string; readonly ts: string };

/** Every message of the workspace that carries a mark, by the workspace's own record. */
function marks({ sandbox }: World): readonly Mark[] {
  return Object.values(sandbox.world.state.messages)
    .flat()
    .flatMap(({ channel, ts, metadata }) => {
      const { event_type: type, event_payload: payload } = (metadata ?? {}) as Record<string, unknown>;
      const id = (payload as { readonly id?: unknown } | undefined)?.id;
      return typeof id === 'string' ? [{ type: String(type), id, channel, ts }] : [];
    });
}

export type Delivered = { readonly sent: number; readonly dropped: number; readonly faults: readonly string[] };

/**
 * No notice is lost and none was posted twice: the workspace's messages are compared with what the bot meant to say.
 * What the bot wrote down of its sending is not believed.
 */
export async function delivered(world: World): Promise<Delivered> {
  const all = marks(world);
  const faults: string[] = [];
  for (const [name, same] of Map.groupBy(all, ({ type, id }) => `${type} ${id}`))
    if (same.length > 1)
      faults.push(`posted ${same.length} times: ${name} in ${same.map(({ channel }) => channel).join()}`);
  const seen = new Map(all.map((mark) => [mark.id, mark]));
  const notices = await world.db.notice.findMany();
  for (const { id, kind, key, state, failure, channelId, ts, dueAt } of notices) {
    const mark = seen.get(id);
    const isFuture = state === 'pending' && dueAt.getTime() > world.sandbox.clock.now();
    if (state === 'sent' && !mark) faults.push(`lost: ${kind} ${key}`);
    else if (state === 'sent' && (mark?.channel !== channelId || mark?.ts !== ts)) faults.push(`misplaced: ${key}`);
    else if (state === 'dropped' && mark) faults.push(`posted and called dropped: ${kind} ${key}`);
    else if (state !== 'sent' && state !== 'dropped' && !isFuture) faults.push(`${state} (${failure}): ${kind} ${key}`);
  }
  const known = new Set(notices.map(({ id }) => id));
  for (const { type, id } of all)
    if (type === 'debiuty_notice' && !known.has(id)) faults.push(`nobody meant to say ${id}`);
  const count = (state: string) => notices.filter((one) => one.state === state).length;
  return { sent: count('sent'), dropped: count('dropped'), faults };
}
