import { formatDay } from '../../../core/dates-text.ts';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import type { Choice } from '../../../platform/slack/message.ts';
import { closeAllModals, ephemeral, fieldErrors, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { eventCodec, eventData, IDS, type WhoseValue, whoseCodec, whoseValue } from '../ids.ts';
import { codeForm, needsForm } from '../input.ts';
import { checkIn, confirmSelf, declineSelf, sayNeeds, sendCertificates, signUpSelf } from '../operations/index.ts';
import { eventById, invitationById, invitationsOfOrganisations, registrationOfPerson } from '../queries/index.ts';
import { isCounted, isOpen, mayAnswer, registrationStateOf, stateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { checkInModal, needsModal, shortName } from '../views/index.ts';
import { invitedBy, openDecline } from './answer.ts';
import { errorWords } from './page.ts';
import { certificateWords } from './show.ts';

export const signUpAction = defineAction(IDS.signUp, eventCodec, async ({ deps, actor, now }, { eventId }) => {
  const { self, refusals } = texts(actor.locale);
  const outcome = await signUpSelf(deps, actor, now, eventId);
  if (!outcome.ok) return ephemeral(say(refusals[outcome.reason]));
  const title = shortName((await eventById(deps.db, eventId))?.title ?? '');
  const { state } = outcome.value;
  if (state === 'offered') return ephemeral(say(self.offered));
  return ephemeral(say(state === 'waiting' ? self.waiting(title) : self.going(title)));
});

/**
 * Who has a seat gives it back; who has none, but speaks for an organisation that is asked, says that nobody comes. So
 * does the last of an organisation where that needs a reason.
 */
export const leaveAction = defineAction(IDS.leave, eventCodec, async (handling, { eventId }) => {
  const { deps, actor, now } = handling;
  const { self, refusals } = texts(actor.locale);
  const outcome = await declineSelf(deps, actor, now, eventId);
  if (outcome.ok) return ephemeral(say(self.left));
  const [invitation] = await invitationsOfOrganisations(deps.db, eventId, actor.organisationIds);
  const isForAll = outcome.reason === 'nobody' || outcome.reason === 'reason_missing';
  if (isForAll && invitation) return openDecline(handling, invitation.id);
  return ephemeral(say(refusals[outcome.reason]));
});

export const confirmSelfAction = defineAction(
  IDS.confirmSelf,
  eventCodec,
  async ({ deps, actor, now }, { eventId }) => {
    const outcome = await confirmSelf(deps, actor, now, eventId);
    const { self, refusals } = texts(actor.locale);
    return ephemeral(say(outcome.ok ? self.confirmed : refusals[outcome.reason]));
  },
);

export const checkInAction = defineAction(IDS.checkIn, eventCodec, async ({ deps, actor }, { eventId }) => {
  const { refusals } = texts(actor.locale);
  const row = await registrationOfPerson(deps.db, eventId, actor.personId);
  const event = await eventById(deps.db, eventId);
  if (!event || !row) return ephemeral(say(refusals.not_registered));
  return openModal(checkInModal({ eventId, title: event.title }, actor.locale));
});

export const checkInView = defineView({
  id: IDS.checkIn,
  metadata: eventData,
  form: () => codeForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { code }, { eventId }): Promise<Reply> => {
    const words = texts(actor.locale);
    const outcome = await checkIn(deps, actor, now, { eventId, typed: code });
    if (outcome.ok) return closeAllModals(say(words.checkIn.done(formatDay(outcome.value.date, actor.locale))));
    return fieldErrors({ code: words.refusals[outcome.reason] });
  },
});

/** Those whose needs this button is about, and who still come. */
async function seatsOf({ deps, actor, channelId }: Handling, whose: WhoseValue): Promise<readonly Choice[]> {
  const counts = (state: string) => isCounted(registrationStateOf(state));
  if ('mine' in whose) {
    const own = await registrationOfPerson(deps.db, whose.eventId, actor.personId);
    return own && counts(own.state) ? [{ value: own.id, text: actor.name }] : [];
  }
  const row = await invitationById(deps.db, whose.invitationId);
  if (!row || !mayAnswer(actor, invitedBy(row), channelId) || !isOpen(stateOf(row.event.state))) return [];
  return row.registrations
    .filter(({ state }) => counts(state))
    .map(({ id, person }) => ({ value: id, text: person.name }));
}

export const needsAction = defineAction(IDS.needs, whoseCodec, async (handling, whose) => {
  const { locale } = handling.actor;
  const seats = await seatsOf(handling, whose);
  if (seats.length === 0) return ephemeral(say(texts(locale).refusals.nobody));
  const own = 'mine' in whose ? seats[0]?.value : undefined;
  const before = own ? await handling.deps.db.eventNeed.findUnique({ where: { registrationId: own } }) : null;
  const said = own ? { diet: before?.diet ?? null, access: before?.access ?? null } : null;
  return openModal(needsModal({ whose, seats, said }, locale));
});

export const needsView = defineView({
  id: IDS.needs,
  metadata: whoseValue,
  form: () => needsForm,
  error: errorWords,
  run: async ({ deps, actor, channelId }, { seat, diet, access, before }, whose): Promise<Reply> => {
    const isAnew = 'mine' in whose || before.includes('delete');
    const outcome = await sayNeeds(deps, actor, { registrationId: seat, diet, access, isAnew, channelId });
    const { needs, refusals } = texts(actor.locale);
    return closeAllModals(say(outcome.ok ? needs.saved(shortName(outcome.value.name)) : refusals[outcome.reason]));
  },
});

export const certificateAction = defineAction(IDS.certificate, whoseCodec, async (handling, whose) => {
  const { deps, actor, now, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const row = 'mine' in whose ? null : await invitationById(deps.db, whose.invitationId);
  const eventId = 'mine' in whose ? whose.eventId : (row?.eventId ?? '');
  const of = 'mine' in whose ? 'mine' : { invitationId: whose.invitationId };
  const outcome = await sendCertificates(deps, actor, now, { eventId, whose: of, channelId });
  return ephemeral(say(outcome.ok ? certificateWords(outcome.value, actor.locale) : refusals[outcome.reason]));
});
