import type { AnyBlock } from '@slack/types';
import { CAPABILITIES } from '../contract/capabilities.ts';
import type { Core } from '../core.ts';
import { appName } from '../manifest.ts';
import type { ChannelMessages, PageChannel, PageMessage, PagePerson, PageView, Snapshot } from '../page-api.ts';
import { canSee } from '../world/channels.ts';
import { pageFiles } from '../world/file-shapes.ts';
import { viewShape } from '../world/shapes.ts';
import type { Channel, Message, Person, StoredView } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { invitationsFor } from './connect.ts';
import { noteText } from './notes.ts';
import { threadsOf, unread, unreadReplies } from './unread.ts';

/** What one person sees: the answers to the page's questions. */

const hueOf = (id: string): number => [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7);

const pagePerson = (world: World, person: Person): PagePerson => ({
  id: person.id,
  teamId: person.teamId,
  teamName: world.team(person.teamId)?.name ?? person.teamId,
  name: person.name,
  title: person.title,
  kind: person.kind,
  locale: person.locale,
  tz: person.tz,
  avatar: {
    initials: person.name
      .split(/\s+/)
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join(''),
    hue: hueOf(person.id),
  },
});

export const seesMessage = (message: Message, person: Person): boolean =>
  message.onlyFor === null || message.onlyFor === person.id;

const pageChannel = (world: World, channel: Channel, person: Person): PageChannel => {
  const other = channel.kind === 'im' ? (channel.members.find((id) => id !== person.id) ?? person.id) : null;
  return {
    id: channel.id,
    kind: channel.kind,
    name: other === null ? channel.name : (world.person(other)?.name ?? other),
    topic: channel.topic,
    withUser: other,
    isMember: channel.members.includes(person.id),
    archived: channel.archived,
    sharedWith: channel.sharedWith.map((id) => world.team(id)?.name ?? id),
    members: channel.members,
    unread: channel.members.includes(person.id) ? unread(world, channel, person) : 0,
  };
};

export const pageView = (world: World, view: StoredView): PageView =>
  viewShape(world, view, true) as unknown as PageView;

/** What the person may use of the app's commands and shortcuts; Slack offers nothing else. */
const commandsFor = ({ manifest }: Core, person: Person): Snapshot['commands'] =>
  CAPABILITIES.command[person.kind] === 'no'
    ? []
    : (manifest.features?.slash_commands ?? []).map((one) => ({
        command: one.command,
        description: one.description ?? '',
        usageHint: one.usage_hint ?? '',
      }));

const shortcutsFor = ({ manifest }: Core, person: Person): Snapshot['shortcuts'] =>
  CAPABILITIES.shortcut[person.kind] === 'no'
    ? []
    : (manifest.features?.shortcuts ?? []).map((one) => ({
        callbackId: one.callback_id,
        name: one.name,
        description: one.description ?? '',
        type: one.type,
      }));

export const snapshot = (core: Core, person: Person): Snapshot => {
  const { world } = core;
  const home = world.state.homes[person.id];
  return {
    me: pagePerson(world, person),
    team: { id: world.home.id, name: world.home.name },
    app: { userId: world.bot.id, name: appName(core.manifest), connected: core.dispatcher.connections() > 0 },
    people: world.state.persons.map((one) => pagePerson(world, one)),
    channels: world.state.channels
      .filter((one) => canSee(world, one, person))
      .map((one) => pageChannel(world, one, person)),
    commands: commandsFor(core, person),
    shortcuts: shortcutsFor(core, person),
    modals: world.modals(person.id).map((one) => pageView(world, one)),
    home: home ? pageView(world, home) : null,
    invitations: invitationsFor(core, person),
    now: core.clock.now(),
    violations: core.record.violations.length,
    scene: core.scene,
  };
};

/** Slack's own notes ("joined the channel") have no author on the page. */
const pageMessage = (
  world: World,
  channel: Channel,
  message: Message,
  reader: Person,
  replies: readonly Message[],
): PageMessage => ({
  ts: message.ts,
  channel: message.channel,
  user: message.subtype === null ? message.user : null,
  text: noteText(message, reader),
  blocks: message.blocks as unknown as readonly AnyBlock[],
  threadTs: message.threadTs,
  replyCount: replies.length,
  lastReply: replies.at(-1)?.ts ?? null,
  unreadReplies: unreadReplies(world, channel, reader, message, replies),
  editedAt: message.editedAt,
  pinned: channel.pins.includes(message.ts),
  ephemeral: message.onlyFor !== null,
  reactions: message.reactions,
  files: pageFiles(world, message, reader),
});

/** Messages of a channel (or of one thread) as this person sees them, oldest first; nothing of channels they cannot see. */
export const messagesFor = (
  core: Core,
  person: Person,
  channelId: string,
  threadTs: string | null,
): ChannelMessages => {
  const channel = core.world.channel(channelId);
  if (!channel || !canSee(core.world, channel, person)) return { messages: [] };
  const wanted = (one: Message) =>
    threadTs === null
      ? one.threadTs === null || one.threadTs === one.ts
      : one.ts === threadTs || one.threadTs === threadTs;
  const all = core.world.messages(channelId).filter((one) => seesMessage(one, person) && wanted(one));
  const threads = threadsOf(core.world, channel);
  return { messages: all.map((one) => pageMessage(core.world, channel, one, person, threads.get(one.ts) ?? [])) };
};
