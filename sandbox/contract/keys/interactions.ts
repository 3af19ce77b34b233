import { type KeySets, keySet } from './key-set.ts';

const BLOCK_ACTIONS = 'reference/interaction-payloads/block_actions-payload';
const SUGGESTION = 'reference/interaction-payloads/block_suggestion-payload';
const VIEWS = 'reference/interaction-payloads/view-interactions-payload';
const SHORTCUTS = 'reference/interaction-payloads/shortcuts-interaction-payload';
const SOCKET = 'apis/events-api/using-socket-mode';

const COMMON = 'type user team enterprise is_enterprise_install token';
const WHO = { user: 'interaction_user', team: 'team' } as const;
const MESSAGE_PLACE = { ...WHO, container: 'message_container', channel: 'place', message: 'message', state: 'state' };
const VIEW_PLACE = { ...WHO, container: 'view_container', view: 'view' };

/** What Slack sends of what people do, and how it is wrapped (Slack contract 5.1). */
export const INTERACTION_KEYS: KeySets = {
  slash_commands: keySet(
    'interactivity/implementing-slash-commands',
    'token team_id team_domain channel_id channel_name user_id user_name command text api_app_id ' +
      'is_enterprise_install response_url trigger_id ?enterprise_id ?enterprise_name',
  ),
  'block_actions in message': keySet(
    BLOCK_ACTIONS,
    `${COMMON} api_app_id container trigger_id channel message state response_url actions`,
    { ...MESSAGE_PLACE, actions: 'action' },
  ),
  'block_actions in ephemeral': keySet(
    BLOCK_ACTIONS,
    `${COMMON} api_app_id container trigger_id channel state response_url actions`,
    { ...MESSAGE_PLACE, actions: 'action' },
  ),
  'block_actions in modal': keySet(BLOCK_ACTIONS, `${COMMON} api_app_id container trigger_id view actions`, {
    ...VIEW_PLACE,
    actions: 'action',
  }),
  'block_actions in home': keySet(BLOCK_ACTIONS, `${COMMON} api_app_id container trigger_id view actions`, {
    ...VIEW_PLACE,
    actions: 'action',
  }),
  'block_suggestion in message': keySet(
    SUGGESTION,
    `${COMMON} api_app_id container block_id action_id value channel message`,
    MESSAGE_PLACE,
  ),
  'block_suggestion in ephemeral': keySet(
    SUGGESTION,
    `${COMMON} api_app_id container block_id action_id value channel`,
    MESSAGE_PLACE,
  ),
  'block_suggestion in modal': keySet(
    SUGGESTION,
    `${COMMON} api_app_id container block_id action_id value view`,
    VIEW_PLACE,
  ),
  'block_suggestion in home': keySet(
    SUGGESTION,
    `${COMMON} api_app_id container block_id action_id value view`,
    VIEW_PLACE,
  ),
  view_submission: keySet(VIEWS, `${COMMON} api_app_id trigger_id view response_urls`, {
    ...WHO,
    view: 'view',
    response_urls: 'view_response_url',
  }),
  view_closed: keySet(VIEWS, `${COMMON} api_app_id view is_cleared`, { ...WHO, view: 'view' }),
  shortcut: keySet(SHORTCUTS, `${COMMON} callback_id action_ts trigger_id`, { ...WHO, user: 'shortcut_user' }),
  message_action: keySet(
    SHORTCUTS,
    `${COMMON} callback_id action_ts trigger_id response_url message_ts message channel`,
    { ...WHO, message: 'message', channel: 'place' },
  ),

  interaction_user: keySet(BLOCK_ACTIONS, 'id username name team_id'),
  /** A global shortcut tells no `name`. */
  shortcut_user: keySet(SHORTCUTS, 'id username team_id'),
  team: keySet(BLOCK_ACTIONS, 'id domain'),
  place: keySet(BLOCK_ACTIONS, 'id name'),
  message_container: keySet(BLOCK_ACTIONS, 'type message_ts channel_id is_ephemeral ?thread_ts'),
  view_container: keySet(BLOCK_ACTIONS, 'type view_id'),
  view_response_url: keySet(VIEWS, 'block_id action_id channel_id response_url'),
  action: keySet(
    BLOCK_ACTIONS,
    'type block_id action_id action_ts ?text ?value ?style ?url ?icon ?placeholder ?confirm ?timezone ' +
      '?selected_option ?selected_options ?selected_user ?selected_users ?selected_channel ?selected_channels ' +
      '?selected_conversation ?selected_conversations ?selected_date ?selected_time ?selected_date_time ' +
      '?rich_text_value ?files',
  ),

  'envelope of events_api': keySet(
    SOCKET,
    'envelope_id type payload accepts_response_payload retry_attempt retry_reason',
  ),
  'envelope of slash_commands': keySet(SOCKET, 'envelope_id type payload accepts_response_payload'),
  'envelope of interactive': keySet(SOCKET, 'envelope_id type payload accepts_response_payload'),
  hello: keySet(SOCKET, 'type num_connections connection_info debug_info', {
    connection_info: 'connection_info',
    debug_info: 'debug_info',
  }),
  disconnect: keySet(SOCKET, 'type reason debug_info', { debug_info: 'debug_info' }),
  connection_info: keySet(SOCKET, 'app_id'),
  debug_info: keySet(SOCKET, 'host ?started ?build_number ?approximate_connection_time'),
};
