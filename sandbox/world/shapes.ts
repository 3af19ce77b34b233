import { filesOfMessage, stateWithFiles } from './file-shapes.ts';
import type { Channel, Json, Message, Person, StoredView } from './types.ts';
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
  const replies = world.posted(message.channel).filter((one) => one.threadTs === message.ts && one.ts !== message.ts);
  if (replies.length === 0) return message.threadTs ? { thread_ts: message.threadTs } : {};
  return { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts };
};

/** @param withMetadata only callers who ask with `include_all_metadata` get it. */
export const messageShape = (world: World, message: Message, withMetadata: boolean): Json => {
  const own = message.user === world.bot.id;
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
      bot_profile: { id: world.botId, app_id: world.appId, name: world.bot.name },
    }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.editedAt !== null && {
      edited: { user: message.user, ts: `${Math.floor(message.editedAt / 1000)}.000000` },
    }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    }),
    ...(message.files && { files: filesOfMessage(world, message), upload: true }),
    ...threadShape(world, message),
    ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
  };
};

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
    is_shared: channel.sharedWith.length > 0,
    is_ext_shared: channel.sharedWith.length > 0,
    is_pending_ext_shared: world.state.invitations.some(
      (one) => one.channel === channel.id && one.state === 'accepted',
    ),
    ...(channel.sharedWith.length > 0 && { connected_team_ids: channel.sharedWith }),
    is_org_shared: false,
    is_member: channel.members.includes(viewer),
    context_team_id: world.home.id,
    topic: { value: channel.topic, creator: channel.creator, last_set: channel.created },
    purpose: { value: channel.purpose, creator: channel.creator, last_set: channel.created },
    previous_names: [],
  };
};

/** A foreign person comes with a reduced profile: no e-mail, no locale (Slack contract 5.11). */
export const userShape = (
  world: World,
  person: Person,
  grants: { readonly email: boolean; readonly locale: boolean },
): Json => {
  const foreign = person.teamId !== world.home.id;
  const profile = {
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.handle,
    display_name_normalized: person.handle,
    title: person.title,
    team: person.teamId,
    ...(grants.email && !foreign && person.email !== null && { email: person.email }),
  };
  const shared = {
    id: person.id,
    team_id: person.teamId,
    name: person.handle,
    real_name: person.name,
    deleted: person.kind === 'deactivated',
    profile,
    is_bot: person.kind === 'bot',
    is_app_user: false,
  };
  if (foreign) return { ...shared, is_stranger: false };
  return {
    ...shared,
    tz: person.tz,
    tz_label: 'Central European Time',
    tz_offset: 3_600,
    is_admin: person.kind === 'admin',
    is_owner: person.owner,
    is_primary_owner: person.owner,
    is_restricted: person.kind === 'guest' || person.kind === 'single_channel_guest',
    is_ultra_restricted: person.kind === 'single_channel_guest',
    updated: 0,
    is_email_confirmed: true,
    ...(grants.locale && person.locale !== null && { locale: person.locale }),
  };
};
