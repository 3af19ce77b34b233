import { CAPABILITIES } from '../contract/capabilities.ts';
import type { Core } from '../core.ts';
import { emitMembership } from '../delivery/events.ts';
import { post } from './messages.ts';
import type { Channel, Person } from './types.ts';
import type { World } from './world.ts';

/** A channel with nothing in it yet. @param created seconds since 1970. */
export const blankChannel = (
  id: string,
  kind: Channel['kind'],
  name: string,
  creator: string,
  created: number,
): Channel => ({
  id,
  kind,
  name,
  topic: '',
  purpose: '',
  creator,
  created,
  archived: false,
  general: false,
  members: [],
  sharedWith: [],
  pins: [],
  bookmarks: [],
});

const now = (core: Core): number => Math.floor(core.clock.now() / 1000);

export const createChannel = (core: Core, kind: 'public' | 'private', name: string, creator: string): Channel => {
  const channel = blankChannel(core.world.newId('C'), kind, name, creator, now(core));
  channel.members.push(creator);
  core.world.state.channels.push(channel);
  core.changed({ changed: 'channels' });
  return channel;
};

/** The direct message between two people, opened if need be. */
export const openIm = (core: Core, one: string, other: string): Channel => {
  const existing = core.world.im(one, other);
  if (existing) return existing;
  const channel = blankChannel(core.world.newId('D'), 'im', '', one, now(core));
  channel.members = one === other ? [one] : [one, other];
  core.world.state.channels.push(channel);
  core.changed({ changed: 'channels' });
  return channel;
};

/** Brings a person in, with Slack's note in the channel and the event for the app. */
export const join = (core: Core, channel: Channel, person: Person, inviter: string | null): void => {
  if (channel.members.includes(person.id)) return;
  channel.members.push(person.id);
  post(core, channel, {
    user: person.id,
    text: `<@${person.id}> has joined the channel`,
    subtype: 'channel_join',
    ...(inviter !== null && { details: { inviter } }),
  });
  emitMembership(core, true, channel, person, inviter);
  core.changed({ changed: 'channels' });
};

export const leave = (core: Core, channel: Channel, person: Person): void => {
  channel.members = channel.members.filter((id) => id !== person.id);
  emitMembership(core, false, channel, person, null);
  core.changed({ changed: 'channels' });
};

/** Whoever leaves the workspace is in no channel any more; Slack tells of it as `user_change` alone. */
export const expel = (core: Core, personId: string): void => {
  const rooms = core.world.state.channels.filter((one) => one.kind !== 'im');
  for (const room of rooms) room.members = room.members.filter((id) => id !== personId);
  core.changed({ changed: 'channels' });
};

/** Whether a person may look into a channel: members, and into public ones whoever may browse. */
export const canSee = (world: World, channel: Channel, person: Person): boolean =>
  channel.members.includes(person.id) ||
  (channel.kind === 'public' && person.teamId === world.home.id && CAPABILITIES.browse[person.kind] === 'yes');
