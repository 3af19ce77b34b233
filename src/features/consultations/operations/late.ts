import type { Db, Tx } from '../../../platform/db/client.ts';
import { availabilityOf, isAway } from '../../availability/public.ts';
import type { ConsultationRow } from '../queries/index.ts';
import { isInsideNotice } from '../rules/index.ts';

/** Notice time of an expert who has no hours any more, in minutes: the requirement's 24 hours (ME-4). */
const USUAL_NOTICE = 1440;

/**
 * Whether an organisation can no longer move what is booked, and cancels it late: inside the expert's notice time (ME-4).
 * Never when the expert will be away then, for it was asked to move it (case 19).
 */
export async function isTooLate(
  db: Db | Tx,
  { expertId, startsAt: start, endsAt: end }: Pick<ConsultationRow, 'expertId' | 'startsAt' | 'endsAt'>,
  now: Date,
): Promise<boolean> {
  const notice = (await availabilityOf(db, [expertId])).get(expertId)?.terms.noticeMinutes ?? USUAL_NOTICE;
  return isInsideNotice(now, start, notice) && !(await isAway(db, expertId, { start, end }));
}
