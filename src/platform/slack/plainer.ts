import { setTimeout as sleep } from 'node:timers/promises';
import { isFailure } from './failure.ts';
import type { FileGateway } from './files.ts';
import type { Message, Upload } from './message.ts';

/** A picture is ready a moment after it was sent; until then Slack takes no block that shows it. */
const PATIENCE_MS: readonly number[] = [150, 500, 1_500];

type Files = Pick<FileGateway, 'announceFile' | 'sendFile' | 'keepFile'>;

const uploading =
  (files: Files, note: () => void): Upload =>
  async ({ name, png }) => {
    const { fileId, url } = await files.announceFile(name, png.byteLength);
    await files.sendFile(url, png);
    await files.keepFile(fileId, name);
    note();
    return fileId;
  };

/** Slack takes nothing of a message whose blocks it refuses, so saying it again cannot say it twice. */
const isRefused = (error: unknown): boolean => isFailure(error, 'invalid_blocks');

async function patiently<T>(waits: readonly number[], send: () => Promise<T>): Promise<T> {
  for (const wait of waits) {
    await sleep(wait);
    try {
      return await send();
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
  return send();
}

/**
 * Says a message; where Slack refuses its blocks, in its plainer ways one after the other. A picture that cannot be
 * stored is no reason to stay silent: the next way is taken.
 */
export async function saying<T>(files: Files, message: Message, send: (message: Message) => Promise<T>): Promise<T> {
  const { plainer } = message;
  try {
    return await patiently(plainer?.isPictured ? PATIENCE_MS : [], () => send(message));
  } catch (error) {
    if (!plainer || !isRefused(error)) throw error;
  }
  for (const make of plainer.tries) {
    let pictures = 0;
    const upload = uploading(files, () => {
      pictures += 1;
    });
    const made = await make(upload).catch((error: unknown) => {
      if (!isFailure(error)) throw error;
      return null;
    });
    if (!made) continue;
    try {
      return await patiently(pictures > 0 ? PATIENCE_MS : [], () => send(made));
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
  return send(plainer.last);
}
