import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { MAX_SOCKETS, PING_MS } from '../contract/limits.ts';
import type { Attempt, AttemptResult, Transport } from './transport.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Socket Mode: tickets, connections, envelopes and their acknowledgements (Slack contract 5.1). */
export type SocketTransport = Transport & {
  /** A single-use address for the app to connect to. */
  readonly ticket: () => string;
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

type Waiting = { readonly resolve: (result: AttemptResult) => void; readonly timer: NodeJS.Timeout };

const parseAck = (data: string): { envelope_id?: unknown; payload?: unknown } | null => {
  try {
    const parsed: unknown = JSON.parse(data);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
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

/** Keeps the envelopes on their way and judges what comes back. */
const createDesk = ({ ackLimitMs, violate }: Options) => {
  const waiting = new Map<string, Waiting>();
  const done = new Map<string, 'acknowledged' | 'timeout'>();
  const settle = (id: string, outcome: 'acknowledged' | 'timeout', result: AttemptResult): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    waiting.delete(id);
    done.set(id, outcome);
    entry.resolve(result);
  };
  const expect = (attempt: Attempt): Promise<AttemptResult> =>
    new Promise((resolve) => {
      const timer = setTimeout(
        () => settle(attempt.id, 'timeout', { outcome: 'timeout', reason: 'http_timeout' }),
        ackLimitMs,
      );
      waiting.set(attempt.id, { resolve, timer });
    });
  const receive = (data: string): void => {
    const ack = parseAck(data);
    if (typeof ack?.envelope_id !== 'string') return violate('unreadable_ack', data.slice(0, 200));
    const id = ack.envelope_id;
    if (waiting.has(id)) return settle(id, 'acknowledged', { outcome: 'acknowledged', body: ack.payload });
    if (done.get(id) === 'timeout')
      return violate('late_ack', `the acknowledgement of ${id} came after ${ackLimitMs} ms`);
    violate('unknown_ack', done.has(id) ? `${id} was acknowledged twice` : `${id} was never sent`);
  };
  const stop = (): void => {
    for (const id of [...waiting.keys()]) settle(id, 'timeout', { outcome: 'failed', reason: 'connection_failed' });
  };
  return { expect, receive, stop };
};

export const createSocketTransport = (options: Options): SocketTransport => {
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Set<WebSocket>();
  const tickets = new Set<string>();
  const desk = createDesk(options);
  const pinger = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, PING_MS);
  pinger.unref();

  const say = (socket: WebSocket, message: Record<string, unknown>): void => socket.send(JSON.stringify(message));
  const goAway = (socket: WebSocket, reason: DisconnectReason): void =>
    say(socket, { type: 'disconnect', reason, debug_info: { host: 'sandbox' } });

  const welcome = (socket: WebSocket): void => {
    if (sockets.size >= MAX_SOCKETS) {
      goAway(socket, 'too_many_websockets');
      return socket.close();
    }
    sockets.add(socket);
    socket.on('message', (data) => desk.receive(String(data)));
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

  return {
    ticket: () => {
      const ticket = Math.random().toString(36).slice(2);
      tickets.add(ticket);
      return `${options.url().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (tickets.delete(ticket)) return server.handleUpgrade(request, socket, head, welcome);
      options.violate('bad_ticket', 'a Socket Mode address was used twice or made up');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    },
    send: (attempt) => {
      const open = [...sockets].filter((socket) => socket.readyState === socket.OPEN);
      const chosen = open[Math.floor(Math.random() * open.length)];
      if (!chosen) return Promise.resolve({ outcome: 'failed', reason: 'connection_failed' });
      const answer = desk.expect(attempt);
      chosen.send(envelope(attempt));
      return answer;
    },
    connections: () => sockets.size,
    disconnect: (reason) => {
      for (const socket of sockets) goAway(socket, reason);
    },
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    stop: async () => {
      clearInterval(pinger);
      desk.stop();
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
};
