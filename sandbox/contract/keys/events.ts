import { type KeySets, keySet } from './key-set.ts';

const MESSAGE = 'type user ts text team channel channel_type event_ts';
const INVITE = { invite: 'connect_invite', channel: 'connect_channel', teams_in_channel: 'connect_team' } as const;
const about = (type: string, keys: string, inside = {}) => keySet(`reference/events/${type}`, keys, inside);

/** Events by type and subtype, as they stand in `event` (Slack contract 5.9, 5.11). */
export const EVENT_KEYS: KeySets = {
  event_callback: keySet(
    'apis/events-api',
    'token team_id context_team_id context_enterprise_id api_app_id event type event_id event_time authorizations ' +
      'is_ext_shared_channel event_context',
    { authorizations: 'authorization' },
  ),
  authorization: keySet('apis/events-api', 'enterprise_id team_id user_id is_bot is_enterprise_install'),
  app_rate_limited: about('app_rate_limited', 'token type team_id minute_rate_limited api_app_id'),

  'event app_home_opened': about('app_home_opened', 'type user channel tab event_ts ?view', { view: 'view' }),
  'event app_mention': about(
    'app_mention',
    'type user ts text team channel event_ts ?client_msg_id ?blocks ?thread_ts ?parent_user_id ?files ?upload',
  ),
  'event message': about('message', `${MESSAGE} client_msg_id ?blocks ?thread_ts ?parent_user_id`),
  'event message by app': about(
    'message',
    `${MESSAGE} bot_id app_id bot_profile ?blocks ?thread_ts ?parent_user_id ?metadata`,
    {
      bot_profile: 'bot_profile',
    },
  ),
  'event message/file_share': about(
    'message/file_share',
    `${MESSAGE} subtype files upload ?client_msg_id ?bot_id ?app_id ?bot_profile ?blocks ?thread_ts ?parent_user_id`,
    { files: 'file' },
  ),
  'event message/channel_join': about('message/channel_join', `${MESSAGE} subtype ?inviter`),
  'event message/channel_topic': about('message/channel_topic', `${MESSAGE} subtype topic`),
  'event message/channel_purpose': about('message/channel_purpose', `${MESSAGE} subtype purpose`),
  'event message/channel_name': about('message/channel_name', `${MESSAGE} subtype name old_name`),
  'event message/message_changed': about(
    'message/message_changed',
    'type subtype hidden message previous_message channel ts event_ts channel_type',
    { message: 'message', previous_message: 'message' },
  ),
  'event message/message_deleted': about(
    'message/message_deleted',
    'type subtype hidden deleted_ts previous_message channel ts event_ts channel_type',
    { previous_message: 'message' },
  ),
  'event member_joined_channel': about(
    'member_joined_channel',
    'type user channel channel_type team event_ts ?inviter',
  ),
  'event member_left_channel': about('member_left_channel', 'type user channel channel_type team event_ts'),
  'event team_join': about('team_join', 'type user cache_ts event_ts', { user: 'user' }),
  'event user_change': about('user_change', 'type user cache_ts event_ts', { user: 'user' }),
  'event channel_archive': about('channel_archive', 'type channel user event_ts ?is_moved'),
  'event channel_unarchive': about('channel_unarchive', 'type channel user event_ts'),
  'event channel_rename': about('channel_rename', 'type channel event_ts', { channel: 'renamed' }),
  'event group_archive': about('group_archive', 'type channel user is_moved event_ts'),
  'event group_unarchive': about('group_unarchive', 'type channel actor_id event_ts'),
  'event group_rename': about('group_rename', 'type channel event_ts', { channel: 'renamed' }),
  renamed: about('channel_rename', 'id name name_normalized created is_channel is_mpim'),
  'event file_shared': about('file_shared', 'type file_id user_id file channel_id event_ts', { file: 'file_id' }),
  'event file_deleted': about('file_deleted', 'type file_id event_ts ?channel_ids'),
  file_id: about('file_shared', 'id'),

  'event channel_shared': about('channel_shared', 'type connected_team_id channel event_ts'),
  'event channel_unshared': about(
    'channel_unshared',
    'type previously_connected_team_id channel is_ext_shared event_ts',
  ),
  'event shared_channel_invite_accepted': about(
    'shared_channel_invite_accepted',
    'type approval_required invite channel teams_in_channel accepting_user event_ts',
    { ...INVITE, accepting_user: 'connect_user' },
  ),
  'event shared_channel_invite_approved': about(
    'shared_channel_invite_approved',
    'type invite channel approving_team_id teams_in_channel approving_user event_ts',
    { ...INVITE, approving_user: 'connect_user' },
  ),
  'event shared_channel_invite_declined': about(
    'shared_channel_invite_declined',
    'type invite channel declining_team_id teams_in_channel declining_user event_ts',
    { ...INVITE, declining_user: 'connect_user' },
  ),
  'event shared_channel_invite_requested': about(
    'shared_channel_invite_requested',
    'type actor channel_id event_type channel_name channel_type target_users teams_in_channel is_external_limited ' +
      'channel_date_created channel_message_latest_counted_timestamp event_ts',
    { teams_in_channel: 'connect_team' },
  ),
  connect_invite: about(
    'shared_channel_invite_accepted',
    'id date_created date_invalid inviting_team inviting_user ?recipient_email ?recipient_user_id',
    { inviting_team: 'connect_team', inviting_user: 'connect_user' },
  ),
  connect_channel: about('shared_channel_invite_accepted', 'id is_private is_im name'),
  connect_team: about('shared_channel_invite_accepted', 'id name icon is_verified domain date_created'),
  connect_user: about('shared_channel_invite_accepted', 'id team_id name updated profile'),
};
