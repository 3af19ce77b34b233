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

type Notice = Awaited<ReturnType<World['db']['notice']['findMany']>>[number];

/** What is wrong with a notice, given the message that carries its mark; null when nothing is. */
function wrong(notice: Notice, mark: Mark | undefined, now: number): string | null {
  const { kind, key, state, failure, channelId, ts, dueAt } = notice;
  if (state === 'sent' && !mark) return `lost: ${kind} ${key}`;
  if (state === 'sent') return mark?.channel === channelId && mark.ts === ts ? null : `misplaced: ${kind} ${key}`;
  if (mark) return `posted and called ${state}: ${kind} ${key}`;
  const isQuiet = state === 'dropped' || (state === 'pending' && dueAt.getTime() > now);
  return isQuiet ? null : `${state} (${failure}): ${kind} ${key}`;
}

/** Marks that more than one message carries. */
const repeated = (all: readonly Mark[]): readonly string[] =>
  [...Map.groupBy(all, ({ type, id }) => `${type} ${id}`)].flatMap(([name, same]) =>
    same.length > 1 ? [`posted ${same.length} times: ${name} in ${same.map(({ channel }) => channel).join()}`] : [],
  );

export type Delivered = { readonly sent: number; readonly dropped: number; readonly faults: readonly string[] };

/**
 * No notice is lost and none was posted twice: the workspace's messages are compared with what the bot meant to say.
 * What the bot wrote down of its sending is not believed.
 */
export async function delivered(world: World): Promise<Delivered> {
  const all = marks(world);
  const seen = new Map(all.map((mark) => [mark.id, mark]));
  const notices = await world.db.notice.findMany();
  const now = world.sandbox.clock.now();
  const known = new Set(notices.map(({ id }) => id));
  const strange = all.filter(({ type, id }) => type === 'debiuty_notice' && !known.has(id));
  const faults = [
    ...repeated(all),
    ...notices.flatMap((notice) => wrong(notice, seen.get(notice.id), now) ?? []),
    ...strange.map(({ id }) => `nobody meant to say ${id}`),
  ];
  const count = (state: string) => notices.filter((one) => one.state === state).length;
  return { sent: count('sent'), dropped: count('dropped'), faults };
}
