import type { Core } from '../core.ts';
import type { Channel, Message, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** Up to where a person has read: of a channel, or of one of its threads. */
const markOf = (channel: string, threadTs: string | undefined): string =>
  threadTs === undefined ? channel : `${channel} ${threadTs}`;

const isReply = (message: Message): boolean => message.threadTs !== null && message.threadTs !== message.ts;

/** The replies of a channel's threads, oldest first, by the `ts` of the message they answer. */
export const threadsOf = (world: World, channel: Channel): ReadonlyMap<string | null, readonly Message[]> =>
  Map.groupBy(world.posted(channel.id).filter(isReply), (one) => one.threadTs);

const follows = (person: Person, channel: Channel, thread: readonly Message[]): boolean =>
  channel.kind === 'im' || thread.some((one) => one.user === person.id || one.text.includes(`<@${person.id}>`));

/** How many `replies` to `root` this person has not seen: where they wrote or are named, after their own last one. */
export const unreadReplies = (
  world: World,
  channel: Channel,
  person: Person,
  root: Message,
  replies: readonly Message[],
): number => {
  if (!follows(person, channel, [root, ...replies])) return 0;
  const own = replies.filter((one) => one.user === person.id).map((one) => Number(one.ts));
  const last = Math.max(Number(world.state.reads[person.id]?.[markOf(channel.id, root.ts)] ?? 0), ...own);
  return replies.filter((one) => Number(one.ts) > last).length;
};

/** What a person has not seen in a channel, its followed threads included. */
export const unread = (world: World, channel: Channel, person: Person): number => {
  const last = Number(world.state.reads[person.id]?.[channel.id] ?? 0);
  const all = world.messages(channel.id);
  const fresh = all.filter(
    (one) =>
      !isReply(one) &&
      Number(one.ts) > last &&
      one.user !== person.id &&
      one.subtype === null &&
      (one.onlyFor === null || one.onlyFor === person.id),
  );
  return [...threadsOf(world, channel)].reduce((sum, [ts, replies]) => {
    const root = all.find((one) => one.ts === ts);
    return root === undefined ? sum : sum + unreadReplies(world, channel, person, root, replies);
  }, fresh.length);
};

/** Remembers that a person has now seen all of a channel, or of one of its threads. */
export const markRead = (core: Core, person: Person, channel: string, threadTs: string | undefined): void => {
  const { state } = core.world;
  const last = core.world.messages(channel).at(-1);
  if (!last) return;
  state.reads[person.id] = { ...state.reads[person.id], [markOf(channel, threadTs)]: last.ts };
  core.changed({ changed: 'channels' });
  if (threadTs !== undefined) core.changed({ changed: 'messages', channel });
};
