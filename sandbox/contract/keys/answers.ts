import { type KeySet, type KeySets, keySet } from './key-set.ts';

const PAGED = 'response_metadata';
const of = (method: string, keys: string, inside: KeySet['inside'] = {}): readonly [string, KeySet] => [
  method,
  keySet(`reference/methods/${method}`, `ok ${keys}`.trim(), inside),
];

/** Answers of the Web API to calls that succeed, by method (Slack contract 5.9). */
export const ANSWER_KEYS: KeySets = Object.fromEntries([
  of('auth.test', 'url team user team_id user_id bot_id is_enterprise_install'),
  of('apps.connections.open', 'url'),
  of('blocks.validate', ''),
  of('team.info', 'team', { team: 'team_info' }),
  ['team_info', keySet('reference/methods/team.info', 'id name domain email_domain icon url')],
  of('users.info', 'user', { user: 'user' }),
  of('users.list', `members cache_ts ${PAGED}`, { members: 'user' }),
  of('users.lookupByEmail', 'user', { user: 'user' }),
  of('users.profile.get', 'profile'),
  of('users.conversations', `channels ${PAGED}`, { channels: 'channel' }),
  ...['views.open', 'views.push', 'views.update', 'views.publish'].map((method) =>
    of(method, 'view', { view: 'view' }),
  ),

  of('chat.postMessage', 'channel ts message ?response_metadata', { message: 'message' }),
  of('chat.postEphemeral', 'message_ts'),
  of('chat.update', 'channel ts text message', { message: 'message' }),
  of('chat.delete', 'channel ts'),
  of('chat.getPermalink', 'channel permalink'),
  of('chat.scheduleMessage', 'channel scheduled_message_id post_at message'),
  of('chat.scheduledMessages.list', `scheduled_messages ${PAGED}`, { scheduled_messages: 'scheduled' }),
  ['scheduled', keySet('reference/methods/chat.scheduledMessages.list', 'id channel_id post_at date_created text')],
  of('chat.deleteScheduledMessage', ''),

  ...['conversations.create', 'conversations.rename', 'conversations.setPurpose', 'conversations.setTopic'].map(
    (method) => of(method, 'channel ?purpose ?topic', { channel: 'channel' }),
  ),
  of('conversations.archive', ''),
  of('conversations.unarchive', ''),
  of('conversations.invite', 'channel ?errors', { channel: 'channel' }),
  of('conversations.inviteShared', 'invite_id is_legacy_shared_channel ?conf_code ?url'),
  of('conversations.kick', ''),
  of('conversations.join', 'channel ?warning ?response_metadata', { channel: 'channel' }),
  of('conversations.leave', '?not_in_channel'),
  of('conversations.open', 'channel ?no_op ?already_open'),
  of('conversations.info', 'channel', { channel: 'channel' }),
  of('conversations.members', `members ${PAGED}`),
  of('conversations.list', `channels ${PAGED}`, { channels: 'channel' }),
  of(
    'conversations.history',
    `messages has_more pin_count ?is_limited ?channel_actions_ts ?channel_actions_count ?${PAGED}`,
    {
      messages: 'message',
    },
  ),
  of('conversations.replies', `messages has_more ?is_limited ?${PAGED}`, { messages: 'message' }),
  of('conversations.canvases.create', 'canvas_id'),
  of('canvases.edit', ''),

  of('pins.add', ''),
  of('pins.remove', ''),
  of('pins.list', 'items', { items: 'pinned' }),
  ['pinned', keySet('reference/methods/pins.list', 'type channel created created_by message', { message: 'message' })],
  of('reactions.add', ''),
  of('reactions.remove', ''),
  of('bookmarks.add', 'bookmark', { bookmark: 'bookmark' }),
  of('bookmarks.list', 'bookmarks', { bookmarks: 'bookmark' }),
  of('bookmarks.remove', ''),
  [
    'bookmark',
    keySet(
      'reference/methods/bookmarks.add',
      'id channel_id title link emoji icon_url type entity_id date_created date_updated rank ' +
        'last_updated_by_user_id last_updated_by_team_id shortcut_id app_id',
    ),
  ],
  of('files.getUploadURLExternal', 'upload_url file_id'),
  of('files.completeUploadExternal', 'files', { files: 'completed' }),
  ['completed', keySet('reference/methods/files.completeUploadExternal', 'id title')],
  of('files.info', 'file comments ?response_metadata', { file: 'file' }),
  of('files.delete', ''),
]);
