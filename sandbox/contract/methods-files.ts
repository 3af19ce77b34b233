import type { MethodSpec } from './method-types.ts';

const UPLOADING = [
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_upload_size_restricted',
  'storage_limit_reached',
];

/** files.* and canvases (Slack contract 5.9, 5.12). */
export const FILE_METHODS = {
  'files.getUploadURLExternal': {
    token: 'bot',
    tier: 'tier4',
    scopes: ['files:write'],
    required: ['filename', 'length'],
    // The SDK's `filesUploadV2` would send `alt_text`, a name that Slack does not know.
    args: { filename: 'string', length: 'number', alt_txt: 'string', snippet_type: 'string' },
    errors: [...UPLOADING, 'missing_argument', 'alt_txt_too_large', 'file_type_not_allowed'],
  },
  'files.completeUploadExternal': {
    token: 'bot',
    tier: 'tier4',
    scopes: ['files:write'],
    required: ['files'],
    args: {
      files: 'json',
      channel_id: 'string',
      channels: 'ids',
      thread_ts: 'string',
      initial_comment: 'string',
      blocks: 'json',
    },
    errors: [
      ...UPLOADING,
      'file_not_found',
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'cannot_dm_bot',
      'messages_tab_disabled',
      'thread_not_found',
      'channels_limit_exceeded',
      'invalid_blocks',
      'msg_blocks_too_long',
      'restricted_action',
      'file_update_failed',
      'malware_detected',
      'slack_connect_file_upload_sharing_blocked',
    ],
  },
  'files.info': {
    token: 'bot',
    tier: 'tier4',
    scopes: ['files:read'],
    required: ['file'],
    args: { file: 'string', cursor: 'string', limit: 'number', count: 'number', page: 'number' },
    errors: ['file_not_found', 'file_deleted', 'slack_connect_file_link_sharing_blocked'],
  },
  'files.delete': {
    token: 'bot',
    tier: 'tier3',
    scopes: ['files:write'],
    required: ['file'],
    args: { file: 'string' },
    errors: ['file_not_found', 'file_deleted', 'cant_delete_file'],
  },
  'conversations.canvases.create': {
    token: 'bot',
    tier: 'tier2',
    scopes: ['canvases:write'],
    required: ['channel_id'],
    args: { channel_id: 'string', document_content: 'json', title: 'string' },
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'channel_canvas_already_exists',
      'canvas_creation_failed',
    ],
  },
  'canvases.edit': {
    token: 'bot',
    tier: 'tier3',
    scopes: ['canvases:write'],
    required: ['canvas_id', 'changes'],
    args: { canvas_id: 'string', changes: 'json' },
    errors: ['canvas_not_found', 'canvas_editing_failed', 'restricted_action'],
  },
} as const satisfies Readonly<Record<string, MethodSpec>>;
