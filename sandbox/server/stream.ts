import type { ServerResponse } from 'node:http';
import type { Change } from '../page-api.ts';

/** Server-sent events: one `data:` line for each change, to every open page. */
export type Stream = {
  readonly open: (response: ServerResponse) => void;
  readonly tell: (change: Change) => void;
  readonly stop: () => void;
};

export const createStream = (): Stream => {
  const pages = new Set<ServerResponse>();
  const beat = setInterval(() => {
    for (const page of pages) page.write(': alive\n\n');
  }, 15_000);
  beat.unref();
  return {
    open: (response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write(': open\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    tell: (change) => {
      for (const page of pages) page.write(`data: ${JSON.stringify(change)}\n\n`);
    },
    stop: () => {
      clearInterval(beat);
      for (const page of pages) page.end();
    },
  };
};
