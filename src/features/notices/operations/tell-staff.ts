import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Notice } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { UNDELIVERED } from '../ids.ts';
import { reasonOf } from '../rules/index.ts';
import { notify } from './notify.ts';

/**
 * Tells the staff of the notice's cohort that something did not arrive: once for each reason and day, for the list
 * has them all. Nothing is said of what was for the staff channel itself.
 */
export async function tellStaff(deps: Deps, tx: Tx, notice: Notice, failure: string | null): Promise<void> {
  const { cohortId, targetKind } = notice;
  if (!cohortId || targetKind === 'staff') return;
  const at = deps.clock.now();
  const day = civilOf(at, WARSAW).date;
  const reason = reasonOf({ failure, targetKind });
  const key = `${UNDELIVERED}:${cohortId}:${reason}:${day}`;
  await notify(deps, tx, { kind: UNDELIVERED, params: { cohortId, reason }, to: { staffOf: cohortId }, key, at });
}
