import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Expert, listExperts } from '../../experts/public.ts';

type About = { readonly cohortId: string; readonly organisationId: string; readonly exceptId: string | null };

const mayObserve = (
  { personId, heldIn, isBot, isDeactivated, ties }: Expert,
  { cohortId, organisationId, exceptId }: About,
): boolean =>
  personId !== exceptId &&
  !isBot &&
  !isDeactivated &&
  heldIn.some((held) => held === null || held === cohortId) &&
  !ties.some((tie) => tie.organisationId === organisationId);

/** Experts of the cohort who may stand in as observers: not those with a tie to the organisation, by name. */
export async function observersFor(db: Db | Tx, about: About): Promise<readonly { id: string; name: string }[]> {
  const all = await listExperts(db);
  return all.filter((one) => mayObserve(one, about)).map(({ personId: id, name }) => ({ id, name }));
}
