import type { WebClient } from '@slack/web-api';
import { asFailure, isFailure, SlackFailure } from './failure.ts';

/** The steps of hanging a file into a channel (Slack contract 5.12). Every failure is a `SlackFailure`. */
export type FileGateway = {
  /** The id a file is going to have, and where its bytes go. Announced and never sent, it is nowhere to be seen. */
  readonly announceFile: (name: string, bytes: number) => Promise<{ readonly fileId: string; readonly url: string }>;
  readonly sendFile: (url: string, content: Uint8Array) => Promise<void>;
  /** Shows a file that was sent in the thread of a message. Slack tells no `ts` of what it posts for it. */
  readonly shareFile: (
    file: { readonly fileId: string; readonly title: string },
    thread: { readonly channelId: string; readonly ts: string },
  ) => Promise<void>;
  /** Takes a file away wherever it is shown; one that is gone, or was never completed, is fine. */
  readonly deleteFile: (fileId: string) => Promise<void>;
};

const SEND_MS = 30_000;

async function send(url: string, content: Uint8Array): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(content),
      signal: AbortSignal.timeout(SEND_MS),
    });
    await answer.arrayBuffer();
  } catch (error) {
    throw new SlackFailure('no_answer', { doubtful: true, cause: error });
  }
  if (!answer.ok) throw new SlackFailure(`http_${answer.status}`, { doubtful: true });
}

export const fileGateway = (client: WebClient): FileGateway => ({
  announceFile: async (filename, length) => {
    try {
      const answer = await client.files.getUploadURLExternal({ filename, length });
      return { fileId: String(answer.file_id), url: String(answer.upload_url) };
    } catch (error) {
      throw asFailure(error);
    }
  },
  sendFile: send,
  shareFile: async ({ fileId, title }, { channelId, ts }) => {
    try {
      const files: [{ id: string; title: string }] = [{ id: fileId, title }];
      await client.files.completeUploadExternal({ files, channel_id: channelId, thread_ts: ts });
    } catch (error) {
      throw asFailure(error);
    }
  },
  deleteFile: async (file) => {
    try {
      await client.files.delete({ file });
    } catch (thrown) {
      const error = asFailure(thrown);
      if (!isFailure(error, 'file_not_found', 'file_deleted')) throw error;
    }
  },
});
