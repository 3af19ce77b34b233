/** What operators read when something the bot cannot do without is wrong, with what to do; otherwise the error's own message. */
export function explainTrouble(error: unknown): string {
  const facts = factsOf(error);
  const slackCode = facts.slack;
  if (slackCode) return SLACK_REFUSALS[slackCode] ?? `Slack answered "${slackCode}".`;
  if (facts.code === 'slack_webapi_request_error')
    return 'Slack cannot be reached. Check the network and SLACK_API_URL.';
  if (facts.code === 'EADDRINUSE') return 'The port is taken by another program. Set PORT to a free one.';
  if (facts.code === '28P01') return 'The database refused the user or the password. Check DATABASE_URL.';
  if (facts.code === '3D000') return 'The database named in DATABASE_URL does not exist. Create it first.';
  if (facts.syscall === 'connect' || facts.syscall === 'getaddrinfo') {
    return 'The database cannot be reached. Check DATABASE_URL and that PostgreSQL is running.';
  }
  return error instanceof Error ? error.message : String(error);
}

const BOT_TOKEN = 'Copy SLACK_BOT_TOKEN again from "OAuth & Permissions", or install the app anew.';
const SLACK_REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth: `Slack does not know the token. ${BOT_TOKEN} In Socket Mode check SLACK_APP_TOKEN too.`,
  not_authed: `Slack got no token. ${BOT_TOKEN}`,
  token_revoked: `The token was revoked. ${BOT_TOKEN}`,
  token_expired: `The token has expired. ${BOT_TOKEN}`,
  account_inactive: `The app was removed from the workspace. ${BOT_TOKEN}`,
  not_allowed_token_type: 'SLACK_APP_TOKEN is not an app-level token with the scope connections:write.',
};

type Facts = { readonly code?: unknown; readonly syscall?: unknown; readonly slack?: string };

/** Codes of the error, or of the first of an AggregateError, which is what a failed connection is. */
function factsOf(error: unknown): Facts {
  if (typeof error !== 'object' || error === null) return {};
  if (error instanceof AggregateError && error.errors.length > 0) return factsOf(error.errors[0]);
  const code = 'code' in error ? error.code : undefined;
  const syscall = 'syscall' in error ? error.syscall : undefined;
  const data: unknown = 'data' in error ? error.data : undefined;
  const isAnswer = typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string';
  return isAnswer ? { code, syscall, slack: String(data.error) } : { code, syscall };
}
