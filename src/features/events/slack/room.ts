import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { eventCodec, eventData, IDS, peopleCodec } from '../ids.ts';
import { excuseForm } from '../input.ts';
import { codeOfDay, excuseAbsent, sendCertificates, settingsOf } from '../operations/index.ts';
import { invitationsOf, type RegistrationRow } from '../queries/index.ts';
import { datesOf, isOpen, placeInQueue, registrationStateOf, standingOf, stateOf } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import {
  codeModal,
  excuseModal,
  missingModal,
  needsListModal,
  PEOPLE,
  type PersonRow,
  peopleModal,
} from '../views/index.ts';
import { errorWords, withPage } from './page.ts';
import { certificateWords, forStaff } from './show.ts';

function rowOf(row: RegistrationRow, all: readonly RegistrationRow[]): PersonRow {
  const queue = all.map(({ id, state, queueNumber }) => ({ id, queueNumber, state: registrationStateOf(state) }));
  return {
    ...{ registrationId: row.id, invitationId: row.invitationId, name: row.person.name, isToConfirm: row.isToConfirm },
    organisation: row.invitation?.participation.organisation.name ?? null,
    ...{
      standing: standingOf(row.standing),
      state: registrationStateOf(row.state),
      place: placeInQueue(queue, row.id),
    },
    days: row.attendances.map(({ date, way }) => ({ date, isOnline: way === 'online' })),
  };
}

/** Everybody of an event, a page of them. */
export const showPeople = (
  handling: Handling,
  { eventId, from }: { readonly eventId: string; readonly from: number },
  reply: (modal: Modal) => Reply,
): Promise<Reply> =>
  forStaff(handling, eventId, async ({ event, people }) => {
    const invitations = await invitationsOf(handling.deps.db, eventId);
    const of = (...states: readonly string[]) =>
      invitations
        .filter(({ state }) => states.includes(state))
        .map(({ participation }) => participation.organisation.name);
    const rows = people.slice(from, from + PEOPLE).map((one) => rowOf(one, people));
    const canAdd = isOpen(stateOf(event.state)) && handling.now < event.endsAt;
    const answers = { silent: of('invited'), no: of('declined', 'excused') };
    const page = { eventId, from, total: people.length, rows, ...answers, canAdd };
    return reply(peopleModal(page, handling.actor.locale));
  });

export const peopleAction = defineAction(IDS.people, peopleCodec, (handling, value) =>
  showPeople(handling, value, openModal),
);

export const codeAction = defineAction(IDS.code, eventCodec, (handling, { eventId }) =>
  forStaff(handling, eventId, async ({ event }) => {
    const { deps, actor, now } = handling;
    const days = [];
    for (const date of datesOf(event.sessions)) {
      const outcome = await codeOfDay(deps, actor, now, { eventId, date });
      if (!outcome.ok) return ephemeral(say(texts(actor.locale).refusals[outcome.reason]));
      days.push({ date, code: outcome.value.code });
    }
    const minutes = settingsOf(event.cohort).codeMinutes;
    return openModal(codeModal({ title: event.title, minutes, days }, actor.locale));
  }),
);

export const missingAction = defineAction(IDS.missing, eventCodec, (handling, { eventId }) =>
  forStaff(handling, eventId, async ({ event, people }) => {
    const isMissing = ({ state, attendances }: RegistrationRow) =>
      (state === 'absent' || state === 'excused') && attendances.length === 0;
    const absent = people.filter(isMissing);
    const invitations = await invitationsOf(handling.deps.db, eventId);
    const present = new Set(people.filter((one) => one.attendances.length > 0).map((one) => one.invitationId));
    const organisations = invitations
      .filter(({ id }) => !present.has(id))
      .map(({ participation, reason }) => ({ name: participation.organisation.name, reason }));
    const named = absent.map(({ person, reason, state }) => ({
      name: person.name,
      reason: state === 'excused' ? (reason ?? '–') : null,
    }));
    const canExcuse = absent.some(({ state }) => state === 'absent');
    const missing = { eventId, isRequired: event.isRequired, organisations, people: named, canExcuse };
    return openModal(missingModal(missing, handling.actor.locale));
  }),
);

export const excuseAction = defineAction(IDS.excuse, eventCodec, (handling, { eventId }) =>
  forStaff(handling, eventId, ({ people }) => {
    const absent = people.filter(({ state }) => state === 'absent').slice(0, 100);
    if (absent.length === 0) return ephemeral(say(texts(handling.actor.locale).refusals.nobody));
    const choices = absent.map(({ id, person }) => ({ value: id, text: person.name }));
    return openModal(excuseModal(eventId, choices, handling.actor.locale));
  }),
);

export const excuseView = defineView({
  id: IDS.excuse,
  metadata: eventData,
  form: () => excuseForm,
  error: errorWords,
  run: async (handling, { seat, reason }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const outcome = await excuseAbsent(deps, actor, now, { registrationId: seat, reason });
    const words = outcome.ok ? staffTexts(actor.locale).page.saved : texts(actor.locale).refusals[outcome.reason];
    return closeAllModals(say(words));
  },
});

/** What people need, a page of them in the order of names. */
export const showNeeds = (
  handling: Handling,
  { eventId, needsFrom: from }: { readonly eventId: string; readonly needsFrom: number },
  reply: (modal: Modal) => Reply,
): Promise<Reply> =>
  forStaff(handling, eventId, async ({ people }) => {
    const needs = await handling.deps.db.eventNeed.findMany({ where: { registration: { eventId } } });
    const named = people.flatMap(({ id, person }) => {
      const need = needs.find(({ registrationId }) => registrationId === id);
      return need ? [{ name: person.name, diet: need.diet, access: need.access }] : [];
    });
    const rows = named.slice(from, from + PEOPLE);
    return reply(needsListModal({ eventId, from, total: named.length, rows }, handling.actor.locale));
  });

export const needsListAction = defineAction(IDS.needsList, eventCodec, (handling, { eventId }) =>
  showNeeds(handling, { eventId, needsFrom: 0 }, openModal),
);

export const certificatesAction = defineAction(IDS.certificates, eventCodec, async (handling, { eventId }) => {
  const { deps, actor, now } = handling;
  const outcome = await sendCertificates(deps, actor, now, { eventId, whose: 'all', channelId: null });
  const { refusals } = texts(actor.locale);
  const note = outcome.ok ? certificateWords(outcome.value, actor.locale) : refusals[outcome.reason];
  return withPage(handling, eventId, updateModal, note);
});
