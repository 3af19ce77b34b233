import { once } from 'node:events';
import { WebClient } from '@slack/web-api';
import { WebSocket } from 'ws';
import { CHANNELS, type Sandbox } from '../../../../sandbox/index.ts';
import { halina } from './slip.ts';

/** A bare line to the sandbox, without the SDK's good manners. */
export type LineSlip = {
  readonly slip: string;
  readonly breaks: string;
  readonly does: (line: Line) => Promise<unknown>;
};
export type Line = {
  readonly sandbox: Sandbox;
  readonly socket: WebSocket;
  readonly url: string;
  /** The next envelope of a command that somebody types. */
  readonly command: () => Promise<string>;
};

/** Opens a line by a fresh ticket. */
export const openLine = async (sandbox: Sandbox): Promise<Line> => {
  const client = new WebClient(sandbox.appToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  const url = (await client.apps.connections.open({})).url ?? '';
  const socket = new WebSocket(url);
  const envelopes: string[] = [];
  socket.on('message', (data) => {
    const { envelope_id: id } = JSON.parse(String(data)) as { envelope_id?: string };
    if (id) envelopes.push(id);
  });
  await once(socket, 'message');
  const command = async (): Promise<string> => {
    const before = envelopes.length;
    void sandbox.as(halina).act({ do: 'slash', channel: CHANNELS.debiuty, command: '/probe', text: '' });
    return sandbox.waitFor(() => envelopes[before]);
  };
  return { sandbox, socket, url, command };
};

const ack = (id: string): string => JSON.stringify({ envelope_id: id });

/** Rules of Socket Mode (Slack contract 5.1). */
export const LINE_SLIPS: readonly LineSlip[] = [
  {
    slip: 'acknowledges twice',
    breaks: 'repeated_ack',
    does: async ({ socket, command }) => {
      const id = await command();
      socket.send(ack(id));
      socket.send(ack(id));
    },
  },
  {
    slip: 'acknowledges what was never sent',
    breaks: 'unknown_ack',
    does: async ({ socket }) => socket.send(ack('zmyslony')),
  },
  {
    slip: 'acknowledges without an envelope',
    breaks: 'unreadable_ack',
    does: async ({ socket }) => socket.send('gotowe'),
  },
  {
    slip: 'connects by a used ticket',
    breaks: 'bad_ticket',
    does: ({ url }) => once(new WebSocket(url), 'error'),
  },
  {
    slip: 'leaves an event unanswered',
    breaks: 'unanswered_event',
    does: async ({ sandbox }) => {
      await sandbox.as(halina).act({ do: 'open_home' });
      await sandbox.waitFor(() => sandbox.deliveries.some((one) => one.answer === 'timeout'));
      sandbox.sockets?.cut();
    },
  },
];
