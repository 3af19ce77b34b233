import { z } from 'zod';
import { defineQueue } from '../../../platform/feature.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import { reworded } from '../../../platform/slack/words.ts';
import { RETELL } from '../ids.ts';
import { addressOf } from './address.ts';
import { filesAfterRetell } from './files.ts';

/** The message is not there any more, or nobody is to be reached: there is nothing to put right. */
const GONE = [
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'cant_update_message',
  'edit_window_closed',
];

/**
 * Says a sent notice again in its place, with the words that hold now (N8). One that is on its way is waited for: it may
 * have been put into words just before they changed.
 */
export const retellQueue = defineQueue(RETELL, z.object({ noticeId: z.uuid() }), async (deps, { noticeId }) => {
  const notice = await deps.db.notice.findUnique({ where: { id: noticeId } });
  if (notice?.state === 'sending') throw new Error('The notice is being sent; the job looks again');
  if (notice?.state !== 'sent' || !notice.channelId || !notice.ts) return;
  const address = await addressOf(deps, notice);
  if ('nowhere' in address) return;
  const message = await deps.offers.notices.get(notice.kind)?.render(deps, notice.params, address.locale, true);
  if (!message) return;
  try {
    const { words } = notice;
    await deps.slack.update(notice.channelId, notice.ts, words === null ? message : reworded(message, words));
    await filesAfterRetell(deps, noticeId, message);
  } catch (error) {
    if (!isFailure(error, ...GONE)) throw error;
  }
});
