import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from '../blockkit/check.ts';
import type { Core } from '../core.ts';
import type { ActRequest, Status } from '../page-api.ts';
import { perform } from '../people/act.ts';
import { messagesFor, snapshot } from '../people/page.ts';
import { readBody } from '../web-api/body.ts';
import type { Person } from '../world/types.ts';
import { pageDownload } from './file-routes.ts';
import type { Stream } from './stream.ts';
import { traffic } from './traffic.ts';

export const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};

const statusOf = (core: Core): Status => ({
  ready: core.dispatcher.connections() > 0,
  connections: core.dispatcher.connections(),
  unanswered: core.dispatcher.unanswered(),
  violations: core.record.violations,
});

const readJson = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | null> => {
  try {
    const parsed: unknown = JSON.parse((await readBody(request)).toString('utf8'));
    return isRecord(parsed) ? parsed : null;
  } catch {
    return null;
  }
};

const act = async (core: Core, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await readJson(request);
  if (typeof body?.['as'] !== 'string' || !isRecord(body['act'])) {
    return sendJson(response, 400, { ok: false, error: 'invalid_act' });
  }
  sendJson(response, 200, await perform(core, body['as'], body['act'] as ActRequest['act']));
};

const advance = async (core: Core, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { ms, to } = (await readJson(request)) ?? {};
  // An instant that has just passed is no mistake: the clock went on while the page was read.
  const step = typeof to === 'number' ? Math.max(0, to - core.clock.now()) : ms;
  if (typeof step !== 'number' || !(step >= 0)) return sendJson(response, 400, { ok: false, error: 'invalid_ms' });
  core.clock.advance(step);
  sendJson(response, 200, { ok: true, now: core.clock.now() });
};

type Asked = {
  readonly core: Core;
  readonly stream: Stream;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/** What needs nobody to look at it. */
const ROUTES: Readonly<Record<string, (asked: Asked) => void | Promise<void>>> = {
  'GET status': ({ core, response }) => sendJson(response, 200, statusOf(core)),
  'GET stream': ({ stream, response }) => stream.open(response),
  'POST act': ({ core, request, response }) => act(core, request, response),
  'GET clock': async ({ core, response }) =>
    sendJson(response, 200, { now: core.clock.now(), next: await core.nextMoment() }),
  'POST clock': ({ core, request, response }) => advance(core, request, response),
  'GET file': ({ core, query, response }) => pageDownload(core, query, response),
  'GET traffic': ({ core, query, response }) => sendJson(response, 200, traffic(core, Number(query.get('after')))),
};

/** What one person sees. */
const VIEWS: Readonly<Record<string, (core: Core, person: Person, query: URLSearchParams) => unknown>> = {
  snapshot,
  messages: (core, person, query) => messagesFor(core, person, query.get('channel') ?? '', null),
  replies: (core, person, query) => messagesFor(core, person, query.get('channel') ?? '', query.get('ts') ?? ''),
};

/** `/sandbox/*`: what the page and scripts ask and do; the page's own contract is `page-api.ts`. */
export const pageRoute = async (
  core: Core,
  stream: Stream,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const path = url.pathname.replace('/sandbox/', '');
  const query = url.searchParams;
  const route = ROUTES[`${request.method} ${path}`];
  if (route) return route({ core, stream, query, request, response });
  const view = VIEWS[path];
  if (!view) return sendJson(response, 404, { ok: false, error: 'not_found' });
  // The bare address of the page names nobody: then one begins as the admin.
  const asked = query.get('as');
  const person =
    asked === null ? core.world.state.persons.find((one) => one.kind === 'admin') : core.world.person(asked);
  if (!person) return sendJson(response, 404, { ok: false, error: 'user_not_found' });
  sendJson(response, 200, view(core, person, query));
};
