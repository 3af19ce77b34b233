import { createHash } from 'node:crypto';
import type { NoticeFile } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { MessageFile } from '../../../platform/slack/message.ts';

/** The message of a notice, in whose thread its files are. */
export type Thread = { readonly noticeId: string; readonly channelId: string; readonly ts: string };

const bytesOf = ({ content }: MessageFile): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;

const hashOf = (file: MessageFile): string =>
  createHash('sha256').update(file.title).update('\0').update(bytesOf(file)).digest('hex');

/** Takes the file away that another has taken the place of. */
async function removeFormer({ db, slack }: Deps, row: NoticeFile): Promise<void> {
  if (!row.formerId) return;
  await slack.deleteFile(row.formerId);
  const { noticeId, name, fileId } = row;
  await db.noticeFile.updateMany({ where: { noticeId, name, fileId }, data: { formerId: null } });
}

/** Writes down a file's id before it can be seen. Throws when another process did so meanwhile: the job looks again. */
async function remember({ db }: Deps, row: NoticeFile, before: NoticeFile | null): Promise<void> {
  const { noticeId, name } = row;
  const { count } = before
    ? await db.noticeFile.updateMany({ where: { noticeId, name, fileId: before.fileId }, data: row })
    : await db.noticeFile.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw new Error('Another process hangs up this file; the job looks again');
}

/**
 * Hangs one file into the thread once, whatever happened before: one that an attempt may have left is taken away
 * first, one with other content only when its successor is there.
 */
async function put(deps: Deps, thread: Thread, file: MessageFile, before: NoticeFile | null): Promise<void> {
  const [hash, content] = [hashOf(file), bytesOf(file)];
  if (before?.sharedAt && before.hash === hash) return removeFormer(deps, before);
  if (before && !before.sharedAt) await deps.slack.deleteFile(before.fileId);
  if (before?.sharedAt) await removeFormer(deps, before);
  const formerId = before?.sharedAt ? before.fileId : (before?.formerId ?? null);
  const { fileId, url } = await deps.slack.announceFile(file.name, content.byteLength);
  const row: NoticeFile = { noticeId: thread.noticeId, name: file.name, hash, fileId, sharedAt: null, formerId };
  await remember(deps, row, before);
  await deps.slack.sendFile(url, content);
  await deps.slack.shareFile({ fileId, title: file.title }, thread);
  const { noticeId, name } = row;
  await deps.db.noticeFile.updateMany({ where: { noticeId, name, fileId }, data: { sharedAt: deps.clock.now() } });
  await removeFormer(deps, row);
}

async function remove({ db, slack }: Deps, row: NoticeFile): Promise<void> {
  await slack.deleteFile(row.fileId);
  if (row.formerId) await slack.deleteFile(row.formerId);
  const { noticeId, name, fileId } = row;
  await db.noticeFile.deleteMany({ where: { noticeId, name, fileId } });
}

/** Makes the files in the thread of a notice those that it carries now: each there once, none beside them. */
export async function putFiles(deps: Deps, thread: Thread, files: readonly MessageFile[]): Promise<void> {
  const rows = await deps.db.noticeFile.findMany({ where: { noticeId: thread.noticeId } });
  for (const file of files) await put(deps, thread, file, rows.find(({ name }) => name === file.name) ?? null);
  for (const row of rows) if (!files.some(({ name }) => name === row.name)) await remove(deps, row);
}
