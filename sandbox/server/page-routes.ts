import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from '../blockkit/check.ts';
import type { Core } from '../core.ts';
import type { ActRequest, Status } from '../page-api.ts';
import { perform } from '../people/act.ts';
import { messagesFor, snapshot } from '../people/page.ts';
import { readBody } from '../web-api/body.ts';
import type { Stream } from './stream.ts';

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
  const ms = (await readJson(request))?.['ms'];
  if (typeof ms !== 'number' || !(ms >= 0)) return sendJson(response, 400, { ok: false, error: 'invalid_ms' });
  core.clock.advance(ms);
  sendJson(response, 200, { ok: true, now: core.clock.now() });
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
  const posted = request.method === 'POST';
  if (path === 'status') return sendJson(response, 200, statusOf(core));
  if (path === 'stream') return stream.open(response);
  if (path === 'act' && posted) return act(core, request, response);
  if (path === 'clock' && posted) return advance(core, request, response);
  // The bare address of the page names nobody: then one begins as the admin.
  const asked = url.searchParams.get('as');
  const person =
    asked === null ? core.world.state.persons.find((one) => one.kind === 'admin') : core.world.person(asked);
  if (!person) return sendJson(response, 404, { ok: false, error: 'user_not_found' });
  const channel = url.searchParams.get('channel') ?? '';
  if (path === 'snapshot') return sendJson(response, 200, snapshot(core, person));
  if (path === 'messages') return sendJson(response, 200, messagesFor(core, person, channel, null));
  if (path === 'replies')
    return sendJson(response, 200, messagesFor(core, person, channel, url.searchParams.get('ts') ?? ''));
  sendJson(response, 404, { ok: false, error: 'not_found' });
};
