import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { SOCKET } from '../contract/limits.ts';
import type { SandboxClock } from '../world/clock.ts';
import { createAckDesk } from './ack-desk.ts';
import { createRoom, type DisconnectReason, goAway, type RoomOptions } from './room.ts';
import type { Attempt, Transport } from './transport.ts';

/** Socket Mode: tickets, connections, envelopes and their acknowledgements (Slack contract 5.1). */
export type SocketTransport = Transport & {
  /** A single-use address for the app to connect to; `null` while the link is disabled. */
  readonly ticket: () => string | null;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells every connection to go away, and closes it: at once, or when it was only warned ten seconds later. */
  readonly disconnect: (reason: DisconnectReason) => void;
  /** After `link_disabled`: Socket Mode is switched on again. */
  readonly enable: () => void;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
};

type Options = RoomOptions & {
  readonly url: () => string;
  readonly ackLimitMs: number;
  readonly clock: SandboxClock;
  readonly violate: (name: string, detail: string) => void;
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

export const createSocketTransport = (options: Options): SocketTransport => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const desk = createAckDesk(options.ackLimitMs, options.violate);
  const room = createRoom(options, desk.receive);
  let enabled = true;

  return {
    ticket: () => {
      if (!enabled) return null;
      const ticket = Math.random().toString(36).slice(2);
      tickets.add(ticket);
      return `${options.url().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (!enabled) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
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
      if (reason === 'link_disabled') enabled = false;
      const told = [...room.sockets];
      for (const socket of told) goAway(socket, reason);
      const close = () => {
        for (const socket of told) socket.close();
      };
      if (reason === 'warning' || reason === 'refresh_requested') options.clock.after(SOCKET.warningMs, close);
      else close();
    },
    enable: () => {
      enabled = true;
    },
    cut: room.cut,
    stop: async () => {
      desk.stop();
      room.stop();
      server.close();
    },
  };
};
