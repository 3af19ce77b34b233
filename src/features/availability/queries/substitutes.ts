import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Expert, listExperts } from '../../experts/public.ts';
import { canStandIn, type Gap } from '../rules/index.ts';
import { absenceOf } from './availability.ts';

/** The experts who can stand in, by name. Where the expert leads nobody, those who work in one of the same cohorts. */
export async function substitutesFor(db: Db | Tx, gap: Gap): Promise<readonly Expert[]> {
  const experts = await listExperts(db);
  const away = await db.absence.findMany({ where: { endedAt: null, lastOn: { gte: gap.from } } });
  return experts.filter((one) =>
    canStandIn(
      {
        personId: one.personId,
        isInactive: one.isBot || one.isDeactivated || one.slackUserId === null,
        heldIn: one.heldIn,
        tiedTo: one.ties.map(({ organisationId }) => organisationId),
        absences: away.filter(({ expertId }) => expertId === one.personId).map(absenceOf),
      },
      gap,
    ),
  );
}
