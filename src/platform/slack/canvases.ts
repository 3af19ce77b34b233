import type { WebClient } from '@slack/web-api';
import { asFailure } from './failure.ts';

/** The canvas of a channel, in Slack's markdown (Slack contract 5.12). Free workspaces have one a channel, some plans none. */
export type CanvasGateway = {
  /** Makes the channel's canvas and gives its id. Refuses with `channel_canvas_already_exists` when there is one. */
  readonly createCanvas: (
    channelId: string,
    canvas: { readonly title: string; readonly markdown: string },
  ) => Promise<string>;
  /** Writes above what stands in a canvas; nothing that people wrote there is touched. */
  readonly addToCanvas: (canvasId: string, markdown: string) => Promise<void>;
};

const contentOf = (markdown: string) => ({ type: 'markdown' as const, markdown });

export const canvasGateway = (client: WebClient): CanvasGateway => ({
  createCanvas: async (channel_id, { title, markdown }) => {
    try {
      const document_content = contentOf(markdown);
      const answer = await client.conversations.canvases.create({ channel_id, title, document_content });
      return String(answer.canvas_id);
    } catch (error) {
      throw asFailure(error);
    }
  },
  addToCanvas: async (canvas_id, markdown) => {
    try {
      const document_content = contentOf(`${markdown}\n\n`);
      await client.canvases.edit({ canvas_id, changes: [{ operation: 'insert_at_start', document_content }] });
    } catch (error) {
      throw asFailure(error);
    }
  },
});
