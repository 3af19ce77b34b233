import type { MethodSpec } from '../contract/method-types.ts';
import { mayAnswer, methodSpec } from '../contract/methods.ts';
import { SLIPS } from '../contract/slips.ts';
import type { Core } from '../core.ts';
import type { FaultKind } from '../faults/faults.ts';
import type { Json } from '../world/types.ts';
import { readArgs, unknownArgs } from './args.ts';
import { type Handlers, Refusal, refuse } from './call.ts';
import { CHAT } from './methods/chat.ts';
import { CONVERSATIONS } from './methods/conversations.ts';
import { EXTRAS } from './methods/extras.ts';
import { INVITE } from './methods/invite.ts';
import { PEOPLE } from './methods/people.ts';
import { READING } from './methods/reading.ts';
import { VIEWS } from './methods/views.ts';
import { checkScopes } from './scopes.ts';

/** An answer on the wire; `reset` cuts the connection instead. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | string;
  readonly reset?: true;
};

const HANDLERS: Handlers = { ...CHAT, ...CONVERSATIONS, ...EXTRAS, ...INVITE, ...PEOPLE, ...READING, ...VIEWS };

const checkToken = (core: Core, spec: MethodSpec, token: string): void => {
  if (token === '') refuse('not_authed');
  if (token !== core.tokens.bot && token !== core.tokens.app) refuse('invalid_auth');
  if (token !== core.tokens[spec.token]) refuse('not_allowed_token_type');
};

const limited = (seconds: number): ApiAnswer => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: { ok: false, error: 'ratelimited' },
});

/** In Slack's order: token kind, rate, scope, arguments, state (Slack contract 3.2). */
const perform = (core: Core, method: string, token: string, given: Json, connect: () => string): ApiAnswer => {
  const spec = methodSpec(method) ?? refuse('unknown_method', { req_method: method });
  checkToken(core, spec, token);
  const wait = core.rates.take(spec.tier, spec.tier === 'post' ? `${method} ${String(given['channel'])}` : method);
  if (wait !== null) return limited(wait);
  checkScopes(core, method, spec, given);
  for (const name of unknownArgs(spec, given))
    core.record.violate('unknown_argument', `${method} does not know "${name}"`);
  const args = readArgs(spec, given);
  if (method === 'apps.connections.open') return { status: 200, body: { ok: true, url: connect() } };
  const handler = HANDLERS[method];
  if (!handler) return refuse('unknown_method', { req_method: method });
  return { status: 200, body: { ok: true, ...handler(core, args) } };
};

const refused = (core: Core, method: string, error: unknown): ApiAnswer => {
  if (!(error instanceof Refusal)) throw error;
  // The table is the contract: a refusal it does not list is the sandbox's own mistake.
  if (!mayAnswer(method, error.code)) core.record.violate('undocumented_refusal', `${method}: ${error.code}`);
  if (SLIPS.has(error.code)) core.record.violate(error.code, `${method}: ${JSON.stringify(error.extra)}`);
  return { status: 200, body: { ok: false, error: error.code, ...error.extra } };
};

const faulty = (fault: FaultKind): ApiAnswer | null => {
  if (fault.kind === 'rate_limit') return limited(fault.retryAfter ?? 1);
  if (fault.kind === 'server_error') return { status: fault.status ?? 503, body: 'upstream connect error' };
  if (fault.kind === 'reset') return { status: 0, body: '', reset: true };
  return fault.kind === 'error' ? { status: 200, body: { ok: false, error: fault.error } } : null;
};

const strike = async (
  core: Core,
  method: string,
  given: Json,
  stage: 'before' | 'after',
): Promise<ApiAnswer | null> => {
  const fault = core.faults.strike(method, given, stage);
  if (!fault) return null;
  if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  return faulty(fault);
};

/** Answers one Web API call and records it. @param connect gives a Socket Mode ticket. */
export const answerCall = async (
  core: Core,
  method: string,
  token: string,
  given: Json,
  connect: () => string,
): Promise<ApiAnswer> => {
  core.record.inFlight += 1;
  try {
    let answer = await strike(core, method, given, 'before');
    if (!answer) {
      try {
        answer = perform(core, method, token, given, connect);
      } catch (error) {
        answer = refused(core, method, error);
      }
      answer = (await strike(core, method, given, 'after')) ?? answer;
    }
    const body =
      typeof answer.body === 'string'
        ? { ok: false, error: answer.reset ? 'reset' : `http_${answer.status}` }
        : answer.body;
    const { token: _secret, ...args } = given;
    core.record.call({
      method,
      args,
      at: core.clock.now(),
      ok: body['ok'] === true,
      error: typeof body['error'] === 'string' ? body['error'] : null,
      status: answer.status,
    });
    return answer;
  } finally {
    core.record.inFlight -= 1;
    core.record.lastActivity = performance.now();
  }
};
