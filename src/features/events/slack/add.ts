import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, fieldErrors, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { knowPerson } from '../../people/public.ts';
import { eventCodec, eventData, IDS } from '../ids.ts';
import { signUpForForm } from '../input.ts';
import { signUpFor } from '../operations/index.ts';
import { invitationsOf } from '../queries/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { shortName, signUpForModal } from '../views/index.ts';
import { asChoice, openWho } from './answer.ts';
import { errorWords } from './page.ts';
import { forStaff } from './show.ts';

/** Staff sign somebody up, also after the end of sign-up: of any organisation that was asked, or who comes for none. */
export const signUpForAction = defineAction(IDS.signUpFor, eventCodec, (handling, { eventId }) =>
  forStaff(handling, eventId, async ({ event: { title } }) => {
    const { deps, actor } = handling;
    const all = await invitationsOf(deps.db, eventId);
    const organisations = all.map(({ id, participation }) => asChoice(id, participation.organisation.name));
    return openModal(signUpForModal({ eventId, title, organisations }, actor.locale));
  }),
);

/** Refusals that are about the person who was chosen. */
const ABOUT_PERSON = ['not_known', 'by_organisation', 'no_guests'];

export const signUpForView = defineView({
  id: IDS.signUpFor,
  metadata: eventData,
  form: () => signUpForForm,
  error: errorWords,
  run: async (handling, { organisation, person }, { eventId }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const { refusals } = texts(actor.locale);
    if (organisation !== null) return openWho(handling, organisation, updateModal);
    const known = await knowPerson(deps, person ?? '', now);
    if (!known.ok) return fieldErrors({ person: refusals.not_known });
    const outcome = await signUpFor(deps, actor, now, { eventId, personId: known.value.id });
    if (outcome.ok) {
      const { added, queued } = staffTexts(actor.locale).people;
      const words = outcome.value.state === 'waiting' ? queued : added;
      return closeAllModals(say(words(shortName(known.value.name))));
    }
    const words = refusals[outcome.reason];
    return ABOUT_PERSON.includes(outcome.reason) ? fieldErrors({ person: words }) : closeAllModals(say(words));
  },
});
