import { type Actor, isStaff } from '../../../core/actor.ts';
import { civilOf, isWorkingDay } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Silence } from '../../../platform/feature.ts';
import { activeOf } from '../../assignments/public.ts';
import { record } from '../../journal/public.ts';
import { notify, retell } from '../../notices/public.ts';
import { definitionOf, listCohorts, silenceWorkingDaysOf } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { silenceById } from '../queries.ts';
import { isTooLong } from '../rules/index.ts';

/** Tells staff of one silence; the same fact since the same moment is told once, whoever asks and however often. */
async function tell(deps: Deps, cohortId: string, silence: Silence, now: Date): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const { participationId, expertId, fact, since } = silence;
    const lead = await activeOf(tx, participationId);
    if (lead?.expertId !== expertId) return;
    const id = deps.ids.next();
    const row = { id, participationId, expertId, fact, since, toldAt: now };
    const written = await tx.silenceSignal.createMany({ data: [row], skipDuplicates: true });
    if (written.count === 0) return;
    const line = { act: 'concerns.silence', subject: 'silence', subjectId: id, cohortId, detail: { fact, expertId } };
    await record(deps, tx, 'bot', now, line);
    const { silent: kind } = NOTICES;
    const said = { kind, params: { signalId: id }, to: { staffOf: cohortId }, key: `${kind}:${id}`, at: now };
    await notify(deps, tx, said);
  });
}

/** On working days: silences of experts that have become too long are told to the staff of their cohort (N4). */
export async function tellSilences(deps: Deps, now: Date): Promise<void> {
  if (!isWorkingDay(civilOf(now).date) || deps.offers.silences.length === 0) return;
  for (const cohort of await listCohorts(deps.db)) {
    const days = silenceWorkingDaysOf(definitionOf(cohort));
    for (const offer of deps.offers.silences) {
      const found = await offer(deps, deps.db, cohort.id, now);
      const long = found.filter(({ since }) => isTooLong(since, now, days));
      for (const silence of long) await tell(deps, cohort.id, silence, now);
    }
  }
}

/** "Not now": staff know of the silence. A second press changes nothing. Refuses others. */
export async function dismiss(deps: Deps, actor: Actor, now: Date, id: string): Promise<Outcome<true, 'only_staff'>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await silenceById(tx, id);
    if (!row || !isStaff(actor, row.participation.cohortId)) return refuse('only_staff');
    const { cohortId } = row.participation;
    const first = await tx.silenceSignal.updateMany({ where: { id, dismissedAt: null }, data: { dismissedAt: now } });
    if (first.count === 0) return ok(true);
    await record(deps, tx, actor, now, { act: 'concerns.not_now', subject: 'silence', subjectId: id, cohortId });
    await retell(deps, tx, { key: `${NOTICES.silent}:${id}` });
    return ok(true);
  });
}
