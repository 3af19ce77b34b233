import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import type { SocketTransport } from '../delivery/sockets.ts';
import { readFields } from '../web-api/body.ts';
import { answerCall } from '../web-api/dispatch.ts';
import { answerResponseUrl } from '../web-api/respond.ts';
import { pageRoute, sendJson } from './page-routes.ts';
import { serveStatic } from './static.ts';
import type { Stream } from './stream.ts';

type Parts = {
  readonly core: Core;
  readonly stream: Stream;
  readonly sockets: SocketTransport | null;
  readonly pageDir: string | undefined;
};

const bearer = (request: IncomingMessage): string => request.headers.authorization?.replace(/^Bearer\s+/i, '') ?? '';

const api = async (
  { core, sockets }: Parts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const fields = await readFields(request, url.searchParams);
  const token = bearer(request) || (typeof fields['token'] === 'string' ? fields['token'] : '');
  const connect = () => sockets?.ticket() ?? '';
  const answer = await answerCall(core, url.pathname.replace('/api/', ''), token, fields, connect);
  if (answer.reset) return void request.socket.destroy();
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
  response.end(text);
};

const respondUrl = async (
  { core }: Parts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { status, body } = await answerResponseUrl(
    core,
    url.pathname.replace('/response/', ''),
    await readFields(request, url.searchParams),
  );
  response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
};

const route = async (parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/api/')) return api(parts, url, request, response);
  if (url.pathname.startsWith('/response/')) return respondUrl(parts, url, request, response);
  if (url.pathname.startsWith('/sandbox/')) return pageRoute(parts.core, parts.stream, url, request, response);
  if (parts.pageDir !== undefined) return serveStatic(parts.pageDir, url.pathname, response);
  sendJson(response, 404, { ok: false, error: 'not_found' });
};

/** One server on 127.0.0.1 for the Web API, Socket Mode, `response_url` and the page. @returns once it listens. */
export const listen = (parts: Parts, port: number): Promise<Server> => {
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      parts.core.record.violate(
        'sandbox_error',
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  server.on('upgrade', (request, socket, head) =>
    parts.sockets ? parts.sockets.upgrade(request, socket, head) : socket.destroy(),
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
};
