import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { MAX_SOCKETS, PING_MS } from '../contract/limits.ts';
import { createAckDesk } from './ack-desk.ts';
import type { Attempt, Transport } from './transport.ts';

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Socket Mode: tickets, connections, envelopes and their acknowledgements (Slack contract 5.1). */
export type SocketTransport = Transport & {
  /** A single-use address for the app to connect to; `null` while the link is disabled. */
  readonly ticket: () => string | null;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells every connection to go away, as Slack does when it refreshes them. */
  readonly disconnect: (reason: DisconnectReason) => void;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
};

type Options = {
  readonly url: () => string;
  readonly appId: string;
  readonly ackLimitMs: number;
  readonly violate: (name: string, detail: string) => void;
  /** The number of connections changed. */
  readonly changed: () => void;
};

const envelope = (attempt: Attempt): string =>
  JSON.stringify({
    envelope_id: attempt.id,
    type: attempt.type,
    payload: attempt.payload,
    accepts_response_payload: attempt.acceptsBody,
    ...(attempt.type === 'events_api' && {
      retry_attempt: attempt.retry?.num ?? 0,
      retry_reason: attempt.retry?.reason ?? '',
    }),
  });

const say = (socket: WebSocket, message: Record<string, unknown>): void => socket.send(JSON.stringify(message));
const goAway = (socket: WebSocket, reason: DisconnectReason): void =>
  say(socket, { type: 'disconnect', reason, debug_info: { host: 'sandbox' } });

/** Open connections: greeted, pinged, at most ten. */
const createRoom = (options: Options, receive: (data: string) => void) => {
  const sockets = new Set<WebSocket>();
  const pinger = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, PING_MS);
  pinger.unref();

  const welcome = (socket: WebSocket): void => {
    if (sockets.size >= MAX_SOCKETS) {
      goAway(socket, 'too_many_websockets');
      return socket.close();
    }
    sockets.add(socket);
    socket.on('message', (data) => receive(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      sockets.delete(socket);
      options.changed();
    });
    say(socket, {
      type: 'hello',
      num_connections: sockets.size,
      connection_info: { app_id: options.appId },
      debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
    });
    socket.ping();
    options.changed();
  };

  const cut = (): void => {
    for (const socket of sockets) socket.terminate();
  };
  const stop = (): void => {
    clearInterval(pinger);
    cut();
  };
  return { sockets, welcome, cut, stop };
};

export const createSocketTransport = (options: Options): SocketTransport => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const desk = createAckDesk(options.ackLimitMs, options.violate);
  const room = createRoom(options, desk.receive);

  return {
    ticket: () => {
      const ticket = Math.random().toString(36).slice(2);
      tickets.add(ticket);
      return `${options.url().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (tickets.delete(ticket)) return server.handleUpgrade(request, socket, head, room.welcome);
      options.violate('bad_ticket', 'a Socket Mode address was used twice or made up');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    },
    send: (attempt) => {
      const open = [...room.sockets].filter((socket) => socket.readyState === socket.OPEN);
      const chosen = open[Math.floor(Math.random() * open.length)];
      if (!chosen) return Promise.resolve({ outcome: 'failed', reason: 'connection_failed' });
      const answer = desk.expect(attempt);
      chosen.send(envelope(attempt));
      // An answer cannot come over a line that is gone.
      return answer.then((result) => (chosen.readyState === chosen.OPEN ? result : { ...result, lost: true }));
    },
    connections: () => room.sockets.size,
    disconnect: (reason) => {
      for (const socket of room.sockets) goAway(socket, reason);
    },
    cut: room.cut,
    stop: async () => {
      desk.stop();
      room.stop();
      server.close();
    },
  };
};
