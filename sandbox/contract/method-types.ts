import type { Tier } from './limits.ts';

/** How an argument is read: `json` arrives as a JSON text or as an object. */
export type ArgType = 'string' | 'number' | 'boolean' | 'json' | 'ids';

/** A scope list where any one is enough, for each kind of channel the call is about. */
export type ScopesByKind = {
  readonly public: readonly string[];
  readonly private: readonly string[];
  readonly im: readonly string[];
};

export const isScopeList = (scopes: readonly string[] | ScopesByKind): scopes is readonly string[] =>
  Array.isArray(scopes);

export type MethodSpec = {
  readonly token: 'bot' | 'app';
  readonly tier: Tier;
  /** Every one is needed, or one of those for the channel's kind; none when absent. */
  readonly scopes: readonly string[] | ScopesByKind;
  readonly required: readonly string[];
  /** Every argument Slack knows here; any other name is a slip that Slack would silently ignore. */
  readonly args: Readonly<Record<string, ArgType>>;
  /** The refusals a caller must expect (besides those common to all). */
  readonly errors: readonly string[];
};

/** Arguments the SDK or any caller may add everywhere. */
export const COMMON_ARGS: Readonly<Record<string, ArgType>> = { token: 'string', team_id: 'string', pretty: 'string' };

/** Refusals that every method may answer. */
export const COMMON_ERRORS: readonly string[] = [
  'unknown_method',
  'missing_scope',
  'not_authed',
  'invalid_auth',
  'not_allowed_token_type',
  'ratelimited',
  'invalid_arguments',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'access_denied',
  'token_expired',
  'team_added_to_org',
];
