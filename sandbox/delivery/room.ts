import type { WebSocket } from 'ws';
import { SOCKET } from '../contract/limits.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export type RoomOptions = {
  readonly appId: string;
  readonly connectionSeconds: number | undefined;
  /** The number of connections changed. */
  readonly changed: () => void;
};

const say = (socket: WebSocket, message: Record<string, unknown>): void => socket.send(JSON.stringify(message));
export const goAway = (socket: WebSocket, reason: DisconnectReason): void =>
  say(socket, { type: 'disconnect', reason, debug_info: { host: 'sandbox' } });

/**
 * Warns a connection before its time is over and refreshes it then. In real time: a clock moved by days at once would
 * cut connections that Slack would have refreshed one after another.
 */
const limitLife = (socket: WebSocket, seconds: number): void => {
  const end = seconds * 1000;
  const refresh = () => {
    goAway(socket, 'refresh_requested');
    socket.close();
  };
  const timers = [
    setTimeout(() => goAway(socket, 'warning'), Math.max(0, end - SOCKET.warningMs)).unref(),
    setTimeout(refresh, end).unref(),
  ];
  socket.on('close', () => timers.forEach(clearTimeout));
};

/** Open connections: greeted, pinged, at most ten, each for its time. */
export const createRoom = (options: RoomOptions, receive: (data: string) => void) => {
  const { connectionSeconds = SOCKET.connectionSeconds } = options;
  const sockets = new Set<WebSocket>();
  const pinger = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, SOCKET.pingMs);
  pinger.unref();

  const welcome = (socket: WebSocket): void => {
    if (sockets.size >= SOCKET.most) {
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
      debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: connectionSeconds },
    });
    socket.ping();
    limitLife(socket, connectionSeconds);
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
