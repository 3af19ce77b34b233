import { CAPABILITIES, INVITE_REFUSALS } from '../contract/capabilities.ts';
import type { Channel, Person } from './types.ts';
import type { World } from './world.ts';

type Word = (typeof INVITE_REFUSALS)[keyof typeof INVITE_REFUSALS][number];
type Holds = (world: World, channel: Channel, person: Person, inviter: Person) => boolean;

const roomsOf = (world: World, { id }: Person): number =>
  world.state.channels.filter((one) => one.kind !== 'im' && !one.archived && one.members.includes(id)).length;

/** When each refusal of the table holds. */
const HOLDS: Readonly<Record<Word, Holds>> = {
  cant_invite: () => true,
  no_external_invite_permission: (_world, channel, { teamId }) => !channel.sharedWith.includes(teamId),
  ura_max_channels: (world, _channel, person) => roomsOf(world, person) > 0,
  user_is_restricted: (world, _channel, _person, inviter) =>
    world.home.guestInvites === 'admins' && CAPABILITIES.approve[inviter.kind] === 'no',
};

const refusalsOf = (person: Person): readonly Word[] => {
  const table: Readonly<Partial<Record<Person['kind'], readonly Word[]>>> = INVITE_REFUSALS;
  return table[person.kind] ?? [];
};

/** Why this person cannot be brought into a channel, or `null` (Slack contract 5.9, 5.10). */
export const inviteError = (world: World, channel: Channel, inviter: Person, id: string) => {
  const person = world.person(id);
  if (!person) return 'user_not_found';
  if (person === inviter) return 'cant_invite_self';
  if (channel.members.includes(id)) return 'already_in_channel';
  return refusalsOf(person).find((word) => HOLDS[word](world, channel, person, inviter)) ?? null;
};

/** Whether the app knows of a person: of the home workspace everybody, of others whoever is in a channel with it. */
export const isKnown = ({ state, home, bot }: World, person: Person): boolean =>
  person.teamId === home.id ||
  state.channels.some((one) => one.members.includes(person.id) && one.members.includes(bot.id));
