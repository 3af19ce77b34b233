import { z } from 'zod';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { defineQueue } from '../../../platform/feature.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { FILES } from '../ids.ts';
import { putFiles } from '../operations/files.ts';
import { addressOf } from './address.ts';

/** No repetition mends these. The message stands without its file, so it has to say what matters itself. */
const REFUSED = [
  'access_denied',
  'cannot_dm_bot',
  'channel_not_found',
  'file_type_not_allowed',
  'file_upload_size_restricted',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'is_archived',
  'malware_detected',
  'messages_tab_disabled',
  'missing_scope',
  'not_in_channel',
  'restricted_action',
  'slack_connect_file_upload_sharing_blocked',
  'storage_limit_reached',
  'thread_not_found',
];

/** Hangs the files of a said notice into its thread, and puts right those that are there; see `putFiles`. */
export const filesQueue = defineQueue(FILES, z.object({ noticeId: z.uuid() }), async (deps, { noticeId }) => {
  const notice = await deps.db.notice.findUnique({ where: { id: noticeId } });
  if (notice?.state !== 'sent' || !notice.channelId || !notice.ts) return;
  const { channelId, ts, kind } = notice;
  const address = await addressOf(deps, notice);
  if ('nowhere' in address) return;
  const message = await deps.offers.notices.get(kind)?.render(deps, notice.params, address.locale, true);
  if (!message) return;
  try {
    await putFiles(deps, { noticeId, channelId, ts }, message.files ?? []);
  } catch (error) {
    if (!isFailure(error, ...REFUSED)) throw error;
    deps.log.error({ noticeId, kind, code: error.code }, 'file of a notice refused by Slack');
  }
});

/** Has the files of a notice looked after when it carries some, or did when it was said before. */
export async function filesAfterRetell(deps: Deps, noticeId: string, { files = [] }: Message): Promise<void> {
  if (files.length === 0 && (await deps.db.noticeFile.count({ where: { noticeId } })) === 0) return;
  await inTransaction(deps.db, (tx) => deps.jobs.enqueue(tx, FILES, { noticeId }, { key: noticeId }));
}
