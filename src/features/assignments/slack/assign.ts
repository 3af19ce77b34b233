import { isStaff } from '../../../core/actor.ts';
import { civilOf } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import {
  type CommandHandler,
  defineAction,
  defineView,
  type Handling,
  type OptionsHandler,
} from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { isOpen, participationOfChannel, staffedCohorts, stateOf } from '../../participations/public.ts';
import { cohortOfChannel, definitionOf } from '../../programmes/public.ts';
import { type Waiting, waitingFor } from '../../undo/public.ts';
import { assignKey, IDS, maybeCohort, oneId, pageCodec, pickMetadata } from '../ids.ts';
import { pickForm } from '../input.ts';
import { askedAt, hasMentor, type Place, placeById, placesToServe } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { pickModal } from '../views/index.ts';
import { situationOf } from './situation.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;
const NAME_SHOWN = 45;

/** The place, when the person is its staff and its programme gives an expert; else what to say instead. */
export async function placeForStaff({ deps, actor }: Handling, id: string): Promise<Place | Reply> {
  const { refusals } = texts(actor.locale);
  const place = await placeById(deps.db, id);
  if (!place || !isStaff(actor, place.cohortId)) return ephemeral(say(refusals.not_allowed));
  if (!hasMentor(place)) return ephemeral(say(refusals.no_mentor));
  return isOpen(stateOf(place.state)) ? place : ephemeral(say(refusals.not_open));
}

export const isReply = (value: Place | Reply): value is Reply => 'kind' in value;

async function openPlace(handling: Handling, id: string): Promise<Reply> {
  const place = await placeForStaff(handling, id);
  return isReply(place) ? place : openModal(await situationOf(handling.deps, place, handling.actor.locale));
}

async function openPick({ deps, actor }: Handling, cohortId: string | null): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  if (!isStaff(actor, cohortId ?? undefined)) return ephemeral(say(refusals.not_allowed));
  const cohort = cohortId ? await deps.db.cohort.findUnique({ where: { id: cohortId } }) : null;
  if (cohort && !definitionOf(cohort).switches.mentor) return ephemeral(say(refusals.no_mentor));
  return openModal(pickModal(cohortId, actor.locale));
}

export const assignCommand: CommandHandler = {
  words: ['assign', 'przydziel'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help.assign : null),
  run: async (handling) => {
    const { deps, actor, channelId } = handling;
    if (!isStaff(actor)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
    const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
    if (place) return openPlace(handling, place.id);
    const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
    return openPick(handling, cohort?.id ?? null);
  },
};

/** The button where the organisation is known: on its card, and under an expert's no. */
export const assignAction = defineAction(IDS.assign, oneId, openPlace);

/** The button where it is not: in the staff channel and in App Home. */
export const pickAction = defineAction(IDS.pick, maybeCohort, (handling, { cohortId }) => openPick(handling, cohortId));

export const pickView = defineView({
  id: IDS.pick,
  metadata: pickMetadata,
  form: () => pickForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, input) => {
    const place = await placeForStaff(handling, input[IDS.place]);
    return isReply(place) ? place : updateModal(await situationOf(handling.deps, place, handling.actor.locale));
  },
});

/** Under the name of an organisation: what waits, who is asked, or the cohort. */
function howItStands(place: Place, waiting: Waiting | undefined, locale: Locale): string {
  const words = texts(locale).pick;
  const asked = askedAt(place);
  if (waiting) return words.waits(civilOf(waiting.dueAt).time);
  return asked ? words.asked(asked.expert.name) : place.cohort.name;
}

/** Organisations without an active expert, or whose expert hands them over, found by name or town; those for which somebody is asked or something waits say so. */
export const placeOptions: OptionsHandler = {
  id: IDS.place,
  run: async ({ deps, actor }, query, data) => {
    if (!isStaff(actor)) return [];
    const cohortId = pickMetadata.safeParse(data).data?.cohortId ?? null;
    const own = staffedCohorts(actor);
    if (cohortId && !isStaff(actor, cohortId)) return [];
    const places = await placesToServe(deps.db, cohortId ? [cohortId] : own);
    const found = places
      .filter(({ organisation }) => matches(query, `${organisation.name} ${organisation.town}`))
      .slice(0, OPTIONS);
    const keys = found.map(({ id }) => assignKey(id));
    const waiting = await waitingFor(deps.db, keys);
    return found.map((place) => ({
      value: place.id,
      text: clip(`${clip(place.organisation.name, NAME_SHOWN)} – ${place.organisation.town}`, OPTION_TEXT),
      description: clip(howItStands(place, waiting.get(assignKey(place.id)), actor.locale), OPTION_TEXT),
    }));
  },
};

const turn = (id: string) =>
  defineAction(id, pageCodec, async (handling, { participationId, page }) => {
    const place = await placeForStaff(handling, participationId);
    if (isReply(place)) return place;
    return updateModal(await situationOf(handling.deps, place, handling.actor.locale, { page }));
  });

export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);
