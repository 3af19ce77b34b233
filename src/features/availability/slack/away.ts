import { isExpert, isStaff } from '../../../core/actor.ts';
import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import { defineView, type Handling, type OptionsHandler } from '../../../platform/slack/handlers.ts';
import type { Choice } from '../../../platform/slack/message.ts';
import { closeModal, fieldErrors, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { listExperts } from '../../experts/public.ts';
import { awayData, checkData, IDS } from '../ids.ts';
import { awayForm, checkForm } from '../input.ts';
import { awayWorld, previewAbsence, writeAbsence } from '../operations/index.ts';
import { substitutesFor } from '../queries/index.ts';
import { mayWriteAbsence } from '../rules/index.ts';
import { type AvailabilityTexts, daysText, texts } from '../texts.ts';
import { awayCheckModal } from '../views/index.ts';
import { absencesList } from './absences.ts';
import { errorWords } from './forms.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;

type Refusal = 'not_allowed' | 'no_profile' | 'ends_before' | 'in_past' | 'too_long' | 'overlaps';

/** A refusal beside the field it is about, or at the end of the form. */
function refused(reason: Refusal, own: boolean, { refusals }: AvailabilityTexts): Reply {
  if (reason === 'overlaps') return fieldErrors({ first: refusals.away_overlaps });
  if (reason === 'not_allowed' && !own) return fieldErrors({ [IDS.expert]: refusals.not_allowed });
  if (reason === 'not_allowed' || reason === 'no_profile') return closeModal(say(refusals[reason]));
  return fieldErrors({ last: refusals[reason] });
}

/** The days are known: what the absence does is shown in place of the form, and nothing is written yet. */
export const awayView = defineView({
  id: IDS.away,
  metadata: awayData,
  form: ({ own }) => awayForm(own),
  error: errorWords,
  run: async (handling, input, { own, absenceId }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const expertId = (own ? null : input[IDS.expert]) ?? actor.personId;
    const data = { own, absenceId, expertId, from: input.first, last: input.last };
    const preview = await previewAbsence(deps, actor, now, data);
    if (!preview.ok) return refused(preview.reason, own, texts(actor.locale));
    const { world, booked, substitutes } = preview.value;
    const facts = {
      ...{ data, booked, led: world.led.map(({ name }) => name), chosen: null },
      expert: own ? null : world.expert.name,
      hasSubstitutes: substitutes.length > 0,
    };
    return updateModal(awayCheckModal(facts, actor.locale));
  },
});

/** The check was read and confirmed. */
export const awayCheckView = defineView({
  id: IDS.awayCheck,
  metadata: checkData,
  form: () => checkForm,
  error: errorWords,
  run: async (handling: Handling, input, { own, ...days }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const words = texts(actor.locale);
    const substituteId = input[IDS.substitute] ?? null;
    const outcome = await writeAbsence(deps, actor, now, { ...days, substituteId });
    if (outcome.ok) {
      const note = words.absences.written(daysText(days, actor.locale));
      return updateModal(await absencesList(handling, own, note));
    }
    const { reason } = outcome;
    if (reason === 'substitute_unfit') return fieldErrors({ [IDS.substitute]: words.refusals[reason] });
    const note = words.refusals[reason === 'overlaps' ? 'away_overlaps' : reason];
    if (reason === 'not_allowed' || reason === 'no_profile') return closeModal(say(note));
    return updateModal(await absencesList(handling, own, note));
  },
});

const asChoices = (query: string, all: readonly { readonly personId: string; readonly name: string }[]): Choice[] =>
  all
    .filter(({ name }) => matches(query, name))
    .slice(0, OPTIONS)
    .map(({ personId, name }) => ({ value: personId, text: clip(name, OPTION_TEXT) }));

/** The experts for whom this person may write an absence. */
export const expertOptions: OptionsHandler = {
  id: IDS.expert,
  run: async ({ deps, actor }, query) => {
    if (!isStaff(actor)) return [];
    const all = await listExperts(deps.db);
    return asChoices(
      query,
      all.filter((expert) => mayWriteAbsence(actor, expert)),
    );
  },
};

/** Who can stand in for the absence of the form. */
export const substituteOptions: OptionsHandler = {
  id: IDS.substitute,
  run: async ({ deps, actor, now }, query, data) => {
    const days = checkData.safeParse(data);
    if (!days.success || (!isStaff(actor) && !isExpert(actor))) return [];
    const world = await awayWorld(deps.db, actor, now, days.data);
    return world.ok ? asChoices(query, await substitutesFor(deps.db, world.value.gap)) : [];
  },
};
