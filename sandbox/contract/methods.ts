import { COMMON_ERRORS, type MethodSpec } from './method-types.ts';
import { CHAT_METHODS } from './methods-chat.ts';
import { CONVERSATION_METHODS } from './methods-conversations.ts';
import { EXTRA_METHODS } from './methods-extras.ts';
import { FILE_METHODS } from './methods-files.ts';

const VIEW_ERRORS = ['invalid_arguments', 'view_too_large', 'duplicate_external_id'];
const TRIGGER_ERRORS = ['invalid_trigger_id', 'expired_trigger_id', 'exchanged_trigger_id'];

/** Tokens, people and views (Slack contract 5.2, 5.9). */
const OTHER_METHODS = {
  'auth.test': {
    token: 'bot',
    tier: 'special',
    scopes: [],
    required: [],
    args: {},
    errors: ['account_inactive', 'token_revoked'],
  },
  'apps.connections.open': {
    token: 'app',
    tier: 'tier3',
    scopes: ['connections:write'],
    required: [],
    args: {},
    errors: [],
  },
  'team.info': {
    token: 'bot',
    tier: 'tier3',
    scopes: ['team:read'],
    required: [],
    args: { team: 'string', domain: 'string' },
    errors: ['team_not_found'],
  },
  'users.info': {
    token: 'bot',
    tier: 'tier4',
    scopes: ['users:read'],
    required: ['user'],
    args: { user: 'string', include_locale: 'boolean' },
    errors: ['user_not_found', 'user_not_visible'],
  },
  'users.list': {
    token: 'bot',
    tier: 'tier2',
    scopes: ['users:read'],
    required: [],
    args: { cursor: 'string', limit: 'number', include_locale: 'boolean' },
    errors: ['invalid_limit', 'invalid_cursor', 'limit_required'],
  },
  'users.lookupByEmail': {
    token: 'bot',
    tier: 'tier3',
    scopes: ['users:read.email'],
    required: ['email'],
    args: { email: 'string' },
    errors: ['users_not_found'],
  },
  'users.profile.get': {
    token: 'bot',
    tier: 'tier4',
    scopes: ['users.profile:read'],
    required: [],
    args: { user: 'string', include_labels: 'boolean' },
    errors: ['user_not_found'],
  },
  'blocks.validate': {
    token: 'bot',
    tier: 'tier2',
    scopes: [],
    required: [],
    args: { blocks: 'json', message: 'json', view: 'json' },
    errors: ['invalid_blocks', 'invalid_message', 'invalid_view'],
  },
  'views.open': {
    token: 'bot',
    tier: 'tier4',
    scopes: [],
    required: ['view'],
    args: { view: 'json', trigger_id: 'string', interactivity_pointer: 'string' },
    errors: [...VIEW_ERRORS, ...TRIGGER_ERRORS],
  },
  'views.push': {
    token: 'bot',
    tier: 'tier4',
    scopes: [],
    required: ['view'],
    args: { view: 'json', trigger_id: 'string', interactivity_pointer: 'string' },
    errors: ['not_found', ...VIEW_ERRORS, ...TRIGGER_ERRORS, 'push_limit_reached'],
  },
  'views.update': {
    token: 'bot',
    tier: 'tier4',
    scopes: [],
    required: ['view'],
    args: { view: 'json', view_id: 'string', external_id: 'string', hash: 'string' },
    errors: [...VIEW_ERRORS, 'not_found', 'hash_conflict'],
  },
  'views.publish': {
    token: 'bot',
    tier: 'tier4',
    scopes: [],
    required: ['user_id', 'view'],
    args: { user_id: 'string', view: 'json', hash: 'string' },
    errors: [...VIEW_ERRORS, 'hash_conflict', 'not_enabled', 'user_not_found'],
  },
} as const satisfies Readonly<Record<string, MethodSpec>>;

/** The Web API as a table: what each method needs and refuses. */
export const METHODS = {
  ...OTHER_METHODS,
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...EXTRA_METHODS,
  ...FILE_METHODS,
} as const;
export type MethodName = keyof typeof METHODS;

/** `undefined` for a method the sandbox does not have. */
export const methodSpec = (name: string): MethodSpec | undefined =>
  Object.hasOwn(METHODS, name) ? METHODS[name as MethodName] : undefined;

/** Whether the contract lists this refusal for the method; anything goes for methods it does not have. */
export const mayAnswer = (name: string, error: string): boolean => {
  const spec = methodSpec(name);
  return !spec || COMMON_ERRORS.includes(error) || spec.errors.includes(error);
};
