import { isStaff } from '../../../core/actor.ts';
import { civilOf } from '../../../core/calendar/index.ts';
import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import {
  type CommandHandler,
  defineAction,
  defineView,
  type Handling,
  type OptionsHandler,
} from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { participationOfChannel, staffedCohorts } from '../../participations/public.ts';
import { cohortOfChannel } from '../../programmes/public.ts';
import { postpone, waitingWords } from '../../undo/public.ts';
import { handOverAct } from '../acts/hand-over.ts';
import { handOverMetadata, IDS, maybeCohort, oneId, pickMetadata } from '../ids.ts';
import { handOverForm, handOverPickForm } from '../input.ts';
import { stopHandOver } from '../operations/index.ts';
import { handOverAt, leadAt, type Place, placesWithExpert, rankingFor, reserveFor } from '../queries/index.ts';
import { standbysFirst } from '../rules/index.ts';
import { handOverTexts } from '../texts/hand-over.ts';
import { texts } from '../texts.ts';
import { handOverModal, handOverPickModal } from '../views/index.ts';
import { isReply, placeForStaff } from './assign.ts';
import { showNow } from './propose.ts';
import { situationOf } from './situation.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;
const NAME_SHOWN = 45;

/** The form for a place that somebody leads; else how it stands. */
async function formOf({ deps, actor }: Handling, place: Place) {
  const lead = leadAt(place);
  if (!lead || handOverAt(place)) return situationOf(deps, place, actor.locale);
  const now = deps.clock.now();
  const standby = await reserveFor(deps.db, place, now);
  const standbys = standby ? [standby.expertId] : [];
  const { ranked } = await rankingFor(deps.db, place, now);
  const form = {
    ...{ participationId: place.id, assignmentId: lead.id, organisation: place.organisation.name },
    former: lead.expert.name,
    successors: standbysFirst(
      ranked.filter(({ candidate }) => candidate.expertId !== lead.expertId),
      standbys,
    ),
    standbys,
  };
  return handOverModal(form, actor.locale);
}

async function openForm(handling: Handling, participationId: string): Promise<Reply> {
  const place = await placeForStaff(handling, participationId);
  return isReply(place) ? place : openModal(await formOf(handling, place));
}

function openPick({ actor }: Handling, cohortId: string | null): Reply {
  if (!isStaff(actor, cohortId ?? undefined)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return openModal(handOverPickModal(cohortId, actor.locale));
}

export const handOverCommand: CommandHandler = {
  words: ['handover', 'przekaż'],
  help: (actor, locale) => (isStaff(actor) ? handOverTexts(locale).help : null),
  run: async (handling) => {
    const { deps, actor, channelId } = handling;
    if (!isStaff(actor)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
    const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
    if (place) return openForm(handling, place.id);
    const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
    return openPick(handling, cohort?.id ?? null);
  },
};

/** The button where the organisation is known: on its card, in its form, beside what staff are told privately. */
export const handOverAction = defineAction(IDS.handOver, oneId, openForm);

/** The button where it is not. */
export const handOverPickAction = defineAction(IDS.handOverPick, maybeCohort, async (handling, { cohortId }) =>
  openPick(handling, cohortId),
);

export const handOverPickView = defineView({
  id: IDS.handOverPick,
  metadata: pickMetadata,
  form: () => handOverPickForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, input) => {
    const place = await placeForStaff(handling, input[IDS.led]);
    return isReply(place) ? place : updateModal(await formOf(handling, place));
  },
});

export const handOverView = defineView({
  id: IDS.handOver,
  metadata: handOverMetadata,
  form: (_metadata, deps) => handOverForm(civilOf(deps.clock.now()).date),
  error: (reason, locale) => handOverTexts(locale).errors[reason] ?? reason,
  run: async ({ deps, actor, now }, { successor: expertId, ...terms }, metadata) => {
    const words = handOverTexts(actor.locale);
    const asked = await postpone(deps, actor, now, handOverAct, { ...metadata, ...terms, expertId });
    if (!asked.ok) return closeAllModals(say(handOverAct.refusal(asked.reason, actor.locale)));
    if (asked.value.state === 'already') return closeAllModals(say(words.already));
    const waits = asked.value.state === 'waiting' ? await waitingWords(deps, asked.value.id, actor.locale) : null;
    return closeAllModals(waits ?? say(words.done));
  },
});

export const stopAction = defineAction(IDS.stop, oneId, async (handling, id) => {
  const { deps, actor, now } = handling;
  const words = handOverTexts(actor.locale);
  const outcome = await stopHandOver(deps, actor, now, id);
  if (outcome.ok) return showNow(handling, outcome.value.participationId, words.situation.stopped);
  return ephemeral(say(words.refusals[outcome.reason]));
});

/** Organisations that somebody leads, found by name, town or expert. */
export const ledOptions: OptionsHandler = {
  id: IDS.led,
  run: async ({ deps, actor }, query, data) => {
    if (!isStaff(actor)) return [];
    const cohortId = pickMetadata.safeParse(data).data?.cohortId ?? null;
    if (cohortId && !isStaff(actor, cohortId)) return [];
    const places = await placesWithExpert(deps.db, cohortId ? [cohortId] : staffedCohorts(actor));
    const words = handOverTexts(actor.locale).pick;
    const nameOf = (place: Place): string => leadAt(place)?.expert.name ?? '';
    return places
      .filter((place) => matches(query, `${place.organisation.name} ${place.organisation.town} ${nameOf(place)}`))
      .slice(0, OPTIONS)
      .map((place) => ({
        value: place.id,
        text: clip(`${clip(place.organisation.name, NAME_SHOWN)} – ${place.organisation.town}`, OPTION_TEXT),
        description: clip(words.led(nameOf(place)), OPTION_TEXT),
      }));
  },
};
