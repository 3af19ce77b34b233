import { addDays, civilOf, WARSAW } from '../../../core/calendar/index.ts';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { kindsOf } from '../../deadlines/public.ts';
import { cohortData, IDS, pageCodec } from '../ids.ts';
import { rehearsalForm } from '../input.ts';
import { rehearsalFigures } from '../operations/index.ts';
import { proposedDates } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { rehearsalModal, rehearsedModal } from '../views/index.ts';
import { notAllowed, ownCohort } from './show.ts';

/** An expert leads about so many organisations, to begin with. */
const PER_EXPERT = 3;

/** The form of a rehearsal, filled in with the numbers of the cohort. */
export const rehearseAction = defineAction(IDS.rehearse, pageCodec, async (handling, { cohortId }) => {
  const { actor, now } = handling;
  const cohort = await ownCohort(handling, cohortId);
  if (!cohort) return notAllowed(handling);
  const start = addDays(civilOf(now, WARSAW).date, 1);
  const kinds = kindsOf(cohort);
  const dates = proposedDates(kinds, start, cohort.endsOn);
  const facts = {
    ...{ cohortId, cohort: cohort.name, places: cohort.places, start },
    experts: Math.ceil(cohort.places / PER_EXPERT),
    kinds: kinds
      .filter(({ after }) => !after)
      .map(({ key, label }) => ({ key, label: label[actor.locale], date: dates.get(key) ?? null })),
  };
  return updateModal(rehearsalModal(facts, actor.locale));
});

export const rehearsalView = defineView({
  id: IDS.rehearsal,
  metadata: cohortData,
  form: () => rehearsalForm,
  error: (reason, locale) => texts(locale).errors[reason as 'places_wrong'],
  run: async (handling, { places, experts, start, dates }, { cohortId }): Promise<Reply> => {
    const { locale } = handling.actor;
    const cohort = await ownCohort(handling, cohortId);
    if (!cohort) return closeAllModals(say(texts(locale).refusals.not_allowed));
    const result = rehearsalFigures(cohort, { places, experts, start, dates });
    const labels = new Map(kindsOf(cohort).map(({ key, label }) => [key, label[locale]]));
    const dated = result.dates
      .map(({ kind, date }) => ({ label: labels.get(kind) ?? kind, date }))
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    return updateModal(rehearsedModal({ ...result, cohortId, places, experts, start, dates: dated }, locale));
  },
});
