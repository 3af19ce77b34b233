import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import { LIMIT } from '../../../platform/slack/blocks.ts';
import { defineView, type OptionsHandler } from '../../../platform/slack/handlers.ts';
import { updateModal } from '../../../platform/slack/reply.ts';
import { IDS, pickData } from '../ids.ts';
import { pickForm } from '../input.ts';
import { factsOf } from '../operations/index.ts';
import { expertsFor, placeById } from '../queries/index.ts';
import { bookingSide } from '../rules/index.ts';
import { formError } from './form.ts';
import { bookingForm } from './open.ts';

/** The free times of the expert who was chosen. */
export const pickView = defineView({
  id: IDS.pick,
  metadata: pickData,
  form: () => pickForm,
  error: formError,
  run: (handling, { [IDS.expert]: expertId }, { participationId }) =>
    bookingForm(handling, participationId, updateModal, expertId),
});

/** The experts with whom the organisation may book, found by name; nobody else is told who they are. */
export const expertOptions: OptionsHandler = {
  id: IDS.expert,
  run: async ({ deps, actor, channelId }, query, data) => {
    const participationId = pickData.safeParse(data).data?.participationId;
    const place = participationId ? await placeById(deps.db, participationId) : null;
    if (!place || !bookingSide(actor, factsOf(place), channelId)) return [];
    const found = (await expertsFor(deps.db, place)).filter(({ name }) => matches(query, name));
    return found.slice(0, LIMIT.options).map(({ id, name }) => ({ value: id, text: clip(name, LIMIT.option) }));
  },
};
