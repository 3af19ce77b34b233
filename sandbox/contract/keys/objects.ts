import { type KeySets, keySet } from './key-set.ts';

const VIEW =
  'id team_id type blocks private_metadata callback_id external_id state hash title close submit clear_on_close ' +
  'notify_on_close previous_view_id root_view_id app_id app_installed_team_id bot_id ?submit_disabled';
const MESSAGE =
  'type ts text user team ?subtype ?bot_id ?app_id ?bot_profile ?blocks ?edited ?reactions ?files ?upload ' +
  '?thread_ts ?parent_user_id ?reply_count ?reply_users_count ?reply_users ?latest_reply ?is_locked ?subscribed ' +
  '?metadata ?inviter ?topic ?purpose ?name ?old_name';
const CHANNEL =
  'id name name_normalized is_channel is_group is_im is_mpim is_private created creator is_archived is_general ' +
  'unlinked is_shared is_ext_shared is_org_shared is_pending_ext_shared pending_shared shared_team_ids ' +
  'pending_connected_team_ids is_member context_team_id updated topic purpose previous_names ?num_members ?locale ' +
  '?connected_team_ids ?last_read ?properties';
const PROFILE =
  'title phone skype real_name real_name_normalized display_name display_name_normalized first_name last_name fields ' +
  'status_text status_text_canonical status_emoji status_emoji_display_info status_expiration avatar_hash team ' +
  '?email ?always_active ?api_app_id ?bot_id ?guest_invited_by ?guest_expiration_ts';
const MEMBER =
  'id team_id name deleted color real_name tz tz_label tz_offset profile is_admin is_owner is_primary_owner ' +
  'is_restricted is_ultra_restricted is_bot is_app_user updated is_email_confirmed who_can_share_contact_card ?locale';

/** People, channels, messages, views and files, wherever they stand (Slack contract 5.2, 5.9 to 5.12). */
export const OBJECT_KEYS: KeySets = {
  view: keySet('reference/interaction-payloads/view-interactions-payload', VIEW, { state: 'state' }),
  state: keySet('reference/interaction-payloads/view-interactions-payload', 'values'),
  message: keySet('reference/events/message', MESSAGE, {
    bot_profile: 'bot_profile',
    edited: 'edited',
    reactions: 'reaction',
    files: 'file',
    metadata: 'metadata',
  }),
  bot_profile: keySet('reference/methods/chat.postMessage', 'id app_id name icons deleted updated team_id'),
  edited: keySet('reference/events/message/message_changed', 'user ts'),
  reaction: keySet('reference/methods/reactions.get', 'name users count'),
  metadata: keySet('messaging/message-metadata', 'event_type event_payload'),
  channel: keySet('reference/objects/conversation-object', CHANNEL, { topic: 'topic', purpose: 'topic' }),
  topic: keySet('reference/objects/conversation-object', 'value creator last_set'),
  im: keySet(
    'reference/objects/conversation-object',
    'id created is_archived is_im is_org_shared user ?is_user_deleted ?context_team_id ?updated ?locale ?last_read',
  ),
  user: keySet('reference/objects/user-object', MEMBER, { profile: 'profile' }),
  deactivated: keySet(
    'reference/objects/user-object',
    'id team_id name deleted profile is_bot is_app_user updated ?who_can_share_contact_card',
    { profile: 'profile' },
  ),
  profile: keySet('reference/objects/user-object', PROFILE),
  /** Of another workspace: a reduced profile, no e-mail, no locale. */
  stranger: keySet(
    'apis/slack-connect',
    'id team_id name real_name deleted profile is_bot is_app_user is_stranger updated',
    { profile: 'stranger_profile' },
  ),
  stranger_profile: keySet(
    'apis/slack-connect',
    'title real_name real_name_normalized display_name display_name_normalized avatar_hash team',
  ),
  file: keySet(
    'reference/objects/file-object',
    'id ?created ?timestamp ?name ?title ?mimetype ?filetype ?pretty_type ?user ?user_team ?editable ?size ?mode ' +
      '?is_external ?external_type ?is_public ?public_url_shared ?display_as_bot ?username ?url_private ' +
      '?url_private_download ?permalink ?permalink_public ?channels ?groups ?ims ?has_rich_preview ?file_access ' +
      '?alt_txt ?thumb_360 ?original_w ?original_h',
  ),
};
