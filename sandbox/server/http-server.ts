import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import type { SocketTransport } from '../delivery/sockets.ts';
import type { Answer } from '../web-api/answering.ts';
import { readFields } from '../web-api/body.ts';
import { answerCall } from '../web-api/dispatch.ts';
import { answerResponseUrl } from '../web-api/respond.ts';
import { download, takeUpload } from './file-routes.ts';
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

const answer = (request: IncomingMessage, response: ServerResponse, { status, headers, body, reset }: Answer): void => {
  if (reset) return void request.socket.destroy();
  const words = typeof body === 'string';
  response.writeHead(status, { 'content-type': words ? 'text/plain' : 'application/json; charset=utf-8', ...headers });
  response.end(words ? body : JSON.stringify(body));
};

const api = async (core: Core, url: URL, request: IncomingMessage): Promise<Answer> => {
  const fields = await readFields(request, url.searchParams);
  const token = bearer(request) || (typeof fields['token'] === 'string' ? fields['token'] : '');
  return answerCall(core, url.pathname.replace('/api/', ''), token, fields);
};

const route = async (parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { core, stream, pageDir } = parts;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, area = '', ...rest] = url.pathname.split('/');
  const last = rest.at(-1) ?? '';
  if (area === 'api') return answer(request, response, await api(core, url, request));
  if (area === 'response')
    return answer(request, response, await answerResponseUrl(core, last, await readFields(request, url.searchParams)));
  if (area === 'upload') return answer(request, response, await takeUpload(core, last, request));
  if (area === 'files-pri') return download(core, url.pathname, bearer(request), response);
  if (area === 'sandbox') return pageRoute(core, stream, url, request, response);
  if (pageDir !== undefined) return serveStatic(pageDir, url.pathname, response);
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
  const { outage } = parts.core;
  outage.whenDown(() => server.closeAllConnections());
  server.on('connection', (socket) => {
    if (outage.isDown()) socket.destroy();
  });
  server.on('upgrade', (request, socket, head) =>
    parts.sockets ? parts.sockets.upgrade(request, socket, head) : socket.destroy(),
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
};
