import type { Actor } from '../../../core/actor.ts';
import { clip } from '../../../core/text.ts';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import {
  closeAllModals,
  ephemeral,
  fieldErrors,
  openModal,
  type Reply,
  say,
  updateModal,
} from '../../../platform/slack/reply.ts';
import { representativesOf } from '../../organisations/public.ts';
import { IDS, invitationCodec, invitationData, registrationCodec } from '../ids.ts';
import { declineForm, swapForm, whoForm } from '../input.ts';
import {
  chooseWhoGoes,
  claimSeat,
  confirmDates,
  declineInvitation,
  type SignedUp,
  swapPerson,
} from '../operations/index.ts';
import { type InvitationRow, invitationById, shownEvent } from '../queries/index.ts';
import { canPassOn, isCounted, isOpen, mayAnswer, needsReason, registrationStateOf, stateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { declineModal, names, swapModal, whoModal } from '../views/index.ts';
import { errorWords } from './page.ts';

const OPTION = 75;
export const asChoice = (id: string, name: string): Choice => ({ value: id, text: clip(name, OPTION) });

/** Runs `show` for whoever may answer for the organisation; a refusal is said privately. */
async function forOrganisation(
  { deps, actor, channelId }: Handling,
  invitationId: string,
  show: (row: InvitationRow) => Promise<Reply>,
): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  const row = await invitationById(deps.db, invitationId);
  if (!row || !mayAnswer(actor, invitedBy(row), channelId)) return ephemeral(say(refusals.not_yours));
  return isOpen(stateOf(row.event.state)) ? show(row) : ephemeral(say(refusals.not_open));
}

export const invitedBy = ({ event, participation: { organisationId, channelId } }: InvitationRow) => ({
  ...{ cohortId: event.cohortId, organisationId, channelId },
});

/** The form in which it is said who of an organisation comes. */
export const openWho = (
  handling: Handling,
  invitationId: string,
  reply: (modal: Modal) => Reply = openModal,
): Promise<Reply> =>
  forOrganisation(handling, invitationId, async (row) => {
    const { deps, actor, now } = handling;
    const people = await representativesOf(deps.db, row.participation.organisationId);
    const counted = row.registrations.filter(({ state }) => isCounted(registrationStateOf(state)));
    const known = people.map(({ personId, person }) => asChoice(personId, person.name));
    const others = counted
      .filter(({ personId }) => !people.some((one) => one.personId === personId))
      .map(({ personId, person }) => asChoice(personId, person.name));
    const chosen = counted.map(({ personId }) => personId);
    const shown = await shownEvent(deps.db, row.event, now, actor.locale);
    const isFull = shown.seats !== null && shown.seats - shown.taken - shown.waiting <= 0 && chosen.length === 0;
    const { title } = row.event;
    const facts = { invitationId, title, seats: row.seats, isFull, people: [...known, ...others], chosen };
    return reply(whoModal(facts, actor.locale));
  });

export const whoAction = defineAction(IDS.who, invitationCodec, (handling, { invitationId }) =>
  openWho(handling, invitationId),
);

/** How an organisation stands after its answer, in words for whoever answered. */
function standing({ going, waiting }: SignedUp, { locale }: Actor): string {
  const words = texts(locale).who;
  const lines = [
    ...(going.length > 0 ? [words.going(names(going))] : []),
    ...(waiting.length > 0 ? [words.waiting(names(waiting))] : []),
  ];
  return lines.length > 0 ? lines.join('\n') : words.left;
}

export const whoView = defineView({
  id: IDS.who,
  metadata: invitationData,
  form: () => whoForm,
  error: errorWords,
  run: async (handling, { people }, { invitationId }): Promise<Reply> => {
    const { deps, actor, now, channelId } = handling;
    const outcome = await chooseWhoGoes(deps, actor, now, { invitationId, channelId, personIds: people });
    const { refusals } = texts(actor.locale);
    if (outcome.ok) return closeAllModals(say(standing(outcome.value, actor)));
    if (outcome.reason === 'reason_missing') return openDecline(handling, invitationId, updateModal);
    const isAboutPeople = ['too_many', 'not_representative', 'elsewhere', 'nobody', 'was_there'].includes(
      outcome.reason,
    );
    return isAboutPeople
      ? fieldErrors({ people: refusals[outcome.reason] })
      : closeAllModals(say(refusals[outcome.reason]));
  },
});

/** The form in which an organisation says that nobody comes. */
export const openDecline = (
  handling: Handling,
  invitationId: string,
  reply: (modal: Modal) => Reply = openModal,
): Promise<Reply> =>
  forOrganisation(handling, invitationId, async ({ event }) => {
    const isExcuse = needsReason(event, handling.now);
    return reply(declineModal({ invitationId, title: event.title, isExcuse }, handling.actor.locale));
  });

export const declineAction = defineAction(IDS.decline, invitationCodec, (handling, { invitationId }) =>
  openDecline(handling, invitationId),
);

export const declineView = defineView({
  id: IDS.decline,
  metadata: invitationData,
  form: () => declineForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason }, { invitationId }): Promise<Reply> => {
    const { decline, refusals } = texts(actor.locale);
    const outcome = await declineInvitation(deps, actor, now, { invitationId, channelId, reason });
    if (outcome.ok) return closeAllModals(say(decline[outcome.value]));
    return outcome.reason === 'reason_missing'
      ? fieldErrors({ reason: refusals.reason_missing })
      : closeAllModals(say(refusals[outcome.reason]));
  },
});

export const swapAction = defineAction(IDS.swap, invitationCodec, (handling, { invitationId }) =>
  forOrganisation(handling, invitationId, async (row) => {
    const { deps, actor } = handling;
    const seats = row.registrations.filter(canPassOn);
    if (seats.length === 0) return ephemeral(say(texts(actor.locale).swap.nobody));
    const counted = new Set(
      row.registrations.filter(({ state }) => isCounted(registrationStateOf(state))).map(({ personId }) => personId),
    );
    const people = (await representativesOf(deps.db, row.participation.organisationId))
      .filter(({ personId }) => !counted.has(personId))
      .map(({ personId, person }) => asChoice(personId, person.name));
    const facts = {
      ...{ invitationId, title: row.event.title, people },
      seats: seats.map(({ id, person }) => asChoice(id, person.name)),
    };
    return openModal(swapModal(facts, actor.locale));
  }),
);

export const swapView = defineView({
  id: IDS.swap,
  metadata: invitationData,
  form: () => swapForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { seat, person, name }, { invitationId }): Promise<Reply> => {
    const { swap, refusals } = texts(actor.locale);
    const by = person !== null ? { personId: person } : { name: name ?? '' };
    const wish = { invitationId, channelId, registrationId: seat, by };
    const outcome = await swapPerson(deps, actor, now, wish);
    if (!outcome.ok) return closeAllModals(say(refusals[outcome.reason]));
    return closeAllModals(say(swap.done(names([...outcome.value.going, ...outcome.value.waiting]))));
  },
});

export const confirmDatesAction = defineAction(
  IDS.confirmDates,
  invitationCodec,
  async (handling, { invitationId }) => {
    const { deps, actor, now, channelId } = handling;
    const outcome = await confirmDates(deps, actor, now, { invitationId, channelId });
    const { self, refusals } = texts(actor.locale);
    return ephemeral(say(outcome.ok ? self.confirmed : refusals[outcome.reason]));
  },
);

export const claimAction = defineAction(IDS.claim, registrationCodec, async (handling, { registrationId }) => {
  const { deps, actor, now, channelId } = handling;
  const outcome = await claimSeat(deps, actor, now, { registrationId, channelId });
  const { offer, refusals } = texts(actor.locale);
  return ephemeral(say(outcome.ok ? offer.claimed(names([outcome.value.name])) : refusals[outcome.reason]));
});
