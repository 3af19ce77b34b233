import { filesOfMessage, stateWithFiles } from './file-shapes.ts';
import type { Channel, Json, Message, StoredView } from './types.ts';
import type { World } from './world.ts';

/** How people, channels, messages and views look in answers and payloads (Slack contract 5.9 to 5.11). */

/** @param forPage as its owner sees it; without that as the app gets it. */
export const viewShape = (world: World, view: StoredView, forPage = false): Json => ({
  id: view.id,
  // The workspace of whoever sees it; the app's own stands in `app_installed_team_id`.
  team_id: world.person(view.owner)?.teamId ?? world.home.id,
  private_metadata: '',
  callback_id: '',
  external_id: '',
  title: { type: 'plain_text', text: 'View Title', emoji: true },
  close: null,
  submit: null,
  clear_on_close: false,
  notify_on_close: false,
  ...view.body,
  type: view.type,
  state: { values: stateWithFiles(world, view, forPage) },
  hash: view.hash,
  previous_view_id: view.previousId,
  root_view_id: view.rootId,
  app_id: world.appId,
  app_installed_team_id: world.home.id,
  bot_id: world.botId,
});

const threadShape = (world: World, message: Message): Json => {
  const posted = world.posted(message.channel);
  const replies = posted.filter((one) => one.threadTs === message.ts && one.ts !== message.ts);
  const parent = message.threadTs === message.ts ? undefined : posted.find((one) => one.ts === message.threadTs);
  if (parent) return { thread_ts: parent.ts, parent_user_id: parent.user };
  if (replies.length === 0) return message.threadTs ? { thread_ts: message.threadTs } : {};
  const users = [...new Set(replies.map((one) => one.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
    subscribed: true,
  };
};

const botProfile = (world: World): Json => ({
  id: world.botId,
  app_id: world.appId,
  name: world.bot.name,
  icons: {},
  deleted: false,
  updated: 0,
  team_id: world.home.id,
});

/** @param withMetadata only callers who ask with `include_all_metadata` get it. */
export const messageShape = (world: World, message: Message, withMetadata: boolean): Json => {
  const own = message.user === world.bot.id && message.subtype === null;
  return {
    type: 'message',
    ...(message.subtype !== null && { subtype: message.subtype }),
    user: message.user ?? 'USLACKBOT',
    text: message.text,
    ts: message.ts,
    team: world.person(message.user ?? '')?.teamId ?? world.home.id,
    ...(own && {
      bot_id: world.botId,
      app_id: world.appId,
      bot_profile: botProfile(world),
    }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.editedAt !== null && {
      edited: { user: message.user, ts: `${Math.floor(message.editedAt / 1000)}.000000` },
    }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    }),
    ...(message.files && { files: filesOfMessage(world, message), upload: true }),
    ...message.details,
    ...threadShape(world, message),
    ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
  };
};

/** With which workspaces a channel is shared (Slack contract 5.11). */
const sharing = (world: World, channel: Channel): Json => ({
  is_shared: channel.sharedWith.length > 0,
  is_ext_shared: channel.sharedWith.length > 0,
  is_pending_ext_shared: world.state.invitations.some((one) => one.channel === channel.id && one.state === 'accepted'),
  pending_shared: [],
  pending_connected_team_ids: [],
  shared_team_ids: [world.home.id, ...channel.sharedWith],
  ...(channel.sharedWith.length > 0 && { connected_team_ids: channel.sharedWith }),
});

/** @param viewer the caller, for `is_member`; a direct message shows its other side. */
export const channelShape = (world: World, channel: Channel, viewer: string): Json => {
  if (channel.kind === 'im') {
    const other = channel.members.find((id) => id !== viewer) ?? viewer;
    return {
      id: channel.id,
      created: channel.created,
      is_im: true,
      is_archived: false,
      is_org_shared: false,
      user: other,
      is_user_deleted: world.person(other)?.kind === 'deactivated',
    };
  }
  const isPrivate = channel.kind === 'private';
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    created: channel.created,
    creator: channel.creator,
    is_archived: channel.archived,
    is_general: channel.general,
    unlinked: 0,
    ...sharing(world, channel),
    is_org_shared: false,
    is_member: channel.members.includes(viewer),
    context_team_id: world.home.id,
    topic: { value: channel.topic, creator: channel.creator, last_set: channel.created },
    purpose: { value: channel.purpose, creator: channel.creator, last_set: channel.created },
    previous_names: [],
    updated: channel.created * 1000,
  };
};
