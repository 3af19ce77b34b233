import { DM_REFUSALS } from '../contract/capabilities.ts';
import type { Core } from '../core.ts';
import { openIm } from '../world/channels.ts';
import type { Channel, Person } from '../world/types.ts';
import { refuse, refuseSlip } from './call.ts';

/** A channel the app can see: public, or one it is in. @throws Refusal `channel_not_found` */
export const seenChannel = (core: Core, id: string): Channel => {
  const channel = core.world.channel(id);
  if (!channel && core.world.channelNamed(id.replace('#', '')))
    return refuseSlip('channel_not_found', 'channel_by_name', `"${id}" is a name: names change, ids stay`);
  if (!channel) return refuse('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.includes(core.world.bot.id)) return refuse('channel_not_found');
  return channel;
};

/** A channel the app is a member of. @throws Refusal `not_in_channel` */
export const ownChannel = (core: Core, id: string): Channel => {
  const channel = seenChannel(core, id);
  return channel.members.includes(core.world.bot.id) ? channel : refuse('not_in_channel');
};

/** One that also takes changes. @throws Refusal `is_archived` */
export const openChannel = (core: Core, id: string): Channel => {
  const channel = ownChannel(core, id);
  return channel.archived ? refuse('is_archived') : channel;
};

type DmRefusal = (typeof DM_REFUSALS)[keyof typeof DM_REFUSALS];

/** Why the app cannot write to a person, or `null` (Slack contract 5.9, 5.11). */
export const directMessageRefusal = (person: Person): DmRefusal | null => {
  const table: Readonly<Partial<Record<Person['kind'], DmRefusal>>> = DM_REFUSALS;
  return table[person.kind] ?? null;
};

/** Where a message to `id` goes: a channel, or the direct message with a person. */
export const writableChannel = (core: Core, id: string, publicWrite: boolean): Channel => {
  const person = core.world.person(id);
  if (person) {
    const refusal = directMessageRefusal(person);
    if (refusal) return refuse(refusal === 'cannot_dm_bot' ? refusal : 'channel_not_found');
  }
  const byId = publicWrite ? seenChannel : ownChannel;
  const channel = person ? openIm(core, core.world.bot.id, person.id) : byId(core, id);
  if (channel.archived) return refuse('is_archived');
  const home = core.manifest.features?.app_home;
  // A read-only Messages tab still takes what the app writes; one that is off does not.
  if (channel.kind === 'im' && home?.messages_tab_enabled === false) return refuse('messages_tab_disabled');
  return channel;
};

/** A slice of a list and the cursor of the next one. @throws Refusal `invalid_cursor`, `invalid_limit` */
export const page = <T>(
  items: readonly T[],
  cursor: string | undefined,
  limit: number | undefined,
  usual = 100,
): { readonly items: readonly T[]; readonly next: string } => {
  const size = limit ?? usual;
  if (size < 1 || size > 1_000) refuse('invalid_limit');
  const start =
    cursor === undefined || cursor === ''
      ? 0
      : Number(Buffer.from(cursor, 'base64').toString('utf8').replace('at:', ''));
  if (!Number.isInteger(start) || start < 0) refuse('invalid_cursor');
  const end = start + size;
  return {
    items: items.slice(start, end),
    next: end < items.length ? Buffer.from(`at:${end}`).toString('base64') : '',
  };
};
