import { EVENT_SCOPES } from '../contract/event-scopes.ts';
import { isScopeList } from '../contract/method-types.ts';
import type { Core } from '../core.ts';
import { botScopes } from '../manifest.ts';
import { isKnown } from '../world/reach.ts';
import { messageShape, viewShape } from '../world/shapes.ts';
import type { Channel, Json, Message, Person } from '../world/types.ts';
import { userShape } from '../world/user-shape.ts';

const subscribed = (core: Core, name: string, channel: Channel | undefined): boolean => {
  const scopes = EVENT_SCOPES[name] ?? [];
  const needed = isScopeList(scopes) ? scopes : scopes[channel?.kind ?? 'public'];
  const granted = botScopes(core.manifest);
  const asked = core.manifest.settings?.event_subscriptions?.bot_events?.includes(name) === true;
  return asked && (needed.length === 0 || needed.some((scope) => granted.includes(scope)));
};

/** Wraps an event and sends it, if the manifest subscribes to it under `name` (such as `message.channels`). */
export const emit = (core: Core, name: string, event: Json, channel?: Channel): void => {
  if (!subscribed(core, name, channel)) return;
  const { world } = core;
  // Of what a foreign person does, `team_id` names their workspace; the app's own stands in the authorization.
  const author = world.person(typeof event['user'] === 'string' ? event['user'] : '');
  const payload = {
    token: 'sandbox-verification-token',
    team_id: author?.teamId ?? world.home.id,
    context_team_id: world.home.id,
    context_enterprise_id: null,
    api_app_id: world.appId,
    event,
    type: 'event_callback',
    event_id: world.newId('Ev'),
    event_time: Math.floor(core.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.home.id,
        user_id: world.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: (channel?.sharedWith.length ?? 0) > 0,
    event_context: `4-${world.newId('sandbox')}`,
  };
  core.dispatcher.event(payload, String(event['type']));
};

export const stamp = (core: Core): Json => ({ event_ts: core.world.newTs() });
const letter = (channel: Channel): string => ({ public: 'C', private: 'G', im: 'D' })[channel.kind];

const SUBSCRIPTIONS = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const place = ({ id, kind }: Channel): Json => ({
  channel: id,
  channel_type: { public: 'channel', private: 'group', im: 'im' }[kind],
});

/** Somebody wrote something where the app can see it. */
export const emitMessage = (core: Core, message: Message, channel: Channel): void => {
  if (!channel.members.includes(core.world.bot.id)) return;
  const byPerson = message.user !== core.world.bot.id && message.subtype === null;
  const event: Json = {
    ...messageShape(core.world, message, true),
    ...(message.files && { subtype: 'file_share' }),
    ...(byPerson && { client_msg_id: `sandbox-${message.ts}` }),
    ...place(channel),
    event_ts: message.ts,
  };
  emit(core, SUBSCRIPTIONS[channel.kind], event, channel);
  if (!byPerson || !message.text.includes(`<@${core.world.bot.id}>`) || channel.kind === 'im') return;
  const { channel_type: _none, ...mention } = event;
  emit(core, 'app_mention', { ...mention, type: 'app_mention' }, channel);
};

/** A message was changed (`now` is what it became) or deleted. @param before as `messageShape` told it. */
export const emitMessageChange = (core: Core, channel: Channel, before: Json, now: Message | null): void => {
  if (!channel.members.includes(core.world.bot.id)) return;
  const ts = core.world.newTs();
  const what = now
    ? { subtype: 'message_changed', message: messageShape(core.world, now, true) }
    : { subtype: 'message_deleted', deleted_ts: before['ts'] };
  const event = {
    type: 'message',
    ...what,
    hidden: true,
    previous_message: before,
    ...place(channel),
    ts,
    event_ts: ts,
  };
  emit(core, SUBSCRIPTIONS[channel.kind], event, channel);
};

/** Somebody came into (or left) a channel the app is in, or the app itself did. */
export const emitMembership = (
  core: Core,
  came: boolean,
  channel: Channel,
  person: Person,
  inviter: string | null,
): void => {
  const bot = core.world.bot.id;
  if (!channel.members.includes(bot) && person.id !== bot) return;
  const type = came ? 'member_joined_channel' : 'member_left_channel';
  const event = {
    type,
    user: person.id,
    channel: channel.id,
    channel_type: letter(channel),
    team: person.teamId,
    ...(came && inviter !== null && { inviter }),
    ...stamp(core),
  };
  emit(core, type, event, channel);
};

export const emitHomeOpened = (core: Core, person: Person, channel: string, tab: 'home' | 'messages'): void => {
  const view = core.world.state.homes[person.id];
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel,
    tab,
    ...(view && { view: viewShape(core.world, view) }),
    ...stamp(core),
  };
  emit(core, 'app_home_opened', event);
};

/**
 * A person came (`team_join`) or is not what they were (`user_change`: name, kind, locale, deactivated). Of people of
 * other workspaces the app is told only while they are in a channel with it.
 */
export const emitPerson = (core: Core, type: 'team_join' | 'user_change', person: Person): void => {
  if (!isKnown(core.world, person)) return;
  const email = botScopes(core.manifest).includes('users:read.email');
  const user = userShape(core.world, person, { email, locale: true });
  emit(core, type, { type, user, cache_ts: 0, ...stamp(core) });
};

/** `channel_archive`, `channel_unarchive`, `channel_rename` and their `group_` twins. */
export const emitChannelChange = (
  core: Core,
  what: 'archive' | 'unarchive' | 'rename',
  channel: Channel,
  by: string,
): void => {
  if (channel.kind === 'im' || !channel.members.includes(core.world.bot.id)) return;
  const type = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`;
  const { id, name, created, kind } = channel;
  const bodies = {
    archive: { channel: id, user: by, is_moved: 0 },
    unarchive: { channel: id, [kind === 'public' ? 'user' : 'actor_id']: by },
    rename: { channel: { id, name, name_normalized: name, created, is_channel: kind === 'public', is_mpim: false } },
  };
  emit(core, type, { type, ...bodies[what], ...stamp(core) }, channel);
};
