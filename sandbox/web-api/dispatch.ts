import type { MethodSpec } from '../contract/method-types.ts';
import { mayAnswer, methodSpec } from '../contract/methods.ts';
import { keyFaults } from '../contract/payload-keys.ts';
import type { Core } from '../core.ts';
import type { Json } from '../world/types.ts';
import { type Answer, answering, limited } from './answering.ts';
import { readArgs, unknownArgs } from './args.ts';
import { type Handlers, noteRefusal, Refusal, refuse } from './call.ts';
import { CANVASES } from './methods/canvas.ts';
import { CHAT } from './methods/chat.ts';
import { CONNECTIONS } from './methods/connect.ts';
import { CONVERSATIONS } from './methods/conversations.ts';
import { EXTRAS } from './methods/extras.ts';
import { FILES } from './methods/files.ts';
import { INVITE } from './methods/invite.ts';
import { PEOPLE } from './methods/people.ts';
import { READING } from './methods/reading.ts';
import { SCHEDULED } from './methods/schedule.ts';
import { VALIDATION } from './methods/validate.ts';
import { VIEWS } from './methods/views.ts';
import { rateKey } from './rates.ts';
import { checkScopes } from './scopes.ts';

/** What each method of the table does. */
export const HANDLERS: Handlers = {
  // What Slack answers while Socket Mode is off is not documented.
  'apps.connections.open': (core) => ({ url: core.ticket() ?? refuse('access_denied') }),
  ...CANVASES,
  ...CHAT,
  ...CONNECTIONS,
  ...CONVERSATIONS,
  ...EXTRAS,
  ...FILES,
  ...INVITE,
  ...PEOPLE,
  ...READING,
  ...SCHEDULED,
  ...VALIDATION,
  ...VIEWS,
};

const checkToken = (core: Core, spec: MethodSpec, token: string): void => {
  if (token === '') refuse('not_authed');
  if (token !== core.tokens.bot && token !== core.tokens.app) refuse('invalid_auth');
  if (token !== core.tokens[spec.token]) refuse('not_allowed_token_type');
};

/** In Slack's order: token kind, rate, scope, arguments, state (Slack contract 3.2). */
const perform = (core: Core, method: string, token: string, given: Json): Answer => {
  const spec = methodSpec(method) ?? refuse('unknown_method', { req_method: method });
  checkToken(core, spec, token);
  const wait = core.rates.take(spec.tier, rateKey(method, given['channel']));
  if (wait !== null) return limited(wait);
  checkScopes(core, method, spec, given);
  for (const name of unknownArgs(spec, given))
    core.record.violate('unknown_argument', `${method} does not know "${name}"`);
  const args = readArgs(spec, given);
  const handler = HANDLERS[method];
  if (!handler) return refuse('unknown_method', { req_method: method });
  const body = { ok: true, ...handler(core, args) };
  for (const fault of keyFaults(method, body)) core.record.violate('undocumented_payload', `${method}: ${fault}`);
  return { status: 200, body };
};

const refused = (core: Core, method: string, error: unknown): Answer => {
  if (!(error instanceof Refusal)) throw error;
  // The table is the contract: a refusal it does not list is the sandbox's own mistake.
  if (!mayAnswer(method, error.code)) core.record.violate('undocumented_refusal', `${method}: ${error.code}`);
  noteRefusal(core, method, error);
  return { status: 200, body: { ok: false, error: error.code, ...error.extra } };
};

/** Answers one Web API call and records it. */
export const answerCall = (core: Core, method: string, token: string, given: Json): Promise<Answer> =>
  answering(
    core,
    method,
    given,
    () => {
      try {
        return perform(core, method, token, given);
      } catch (error) {
        return refused(core, method, error);
      }
    },
    (error) => ({ status: 200, body: { ok: false, error } }),
  );
