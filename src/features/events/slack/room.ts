import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { attendanceData, type DayValue, dayCodec, eventCodec, eventData, IDS, peopleCodec } from '../ids.ts';
import { attendanceForm, excuseForm } from '../input.ts';
import {
  codeOfDay,
  excuseAbsent,
  markAttendance,
  PRESENT_STATES,
  sendCertificates,
  settingsOf,
  type Way,
} from '../operations/index.ts';
import { type EventRow, eventById, invitationsOf, type RegistrationRow, registrationsOf } from '../queries/index.ts';
import { datesOf, formOf, mayManage, placeInQueue, registrationStateOf, standingOf } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import {
  attendanceModal,
  codeModal,
  excuseModal,
  missingModal,
  needsListModal,
  PEOPLE,
  type PersonRow,
  peopleModal,
} from '../views/index.ts';
import { errorWords, withPage } from './page.ts';

type Found = { readonly event: EventRow; readonly people: readonly RegistrationRow[] };

/** Runs `show` for staff of the event; a refusal is said privately. */
async function forStaff({ deps, actor }: Handling, eventId: string, show: (found: Found) => Promise<Reply> | Reply) {
  const event = await eventById(deps.db, eventId);
  if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return show({ event, people: await registrationsOf(deps.db, eventId) });
}

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
  forStaff(handling, eventId, async ({ people }) => {
    const invitations = await invitationsOf(handling.deps.db, eventId);
    const nameOf = ({ participation }: (typeof invitations)[number]) => participation.organisation.name;
    const of = (...states: readonly string[]) => invitations.filter(({ state }) => states.includes(state));
    const rows = people.slice(from, from + PEOPLE).map((one) => rowOf(one, people));
    const silent = of('invited').map((one) => ({ invitationId: one.id, name: nameOf(one) }));
    const page = { eventId, from, total: people.length, rows, silent, no: of('declined', 'excused').map(nameOf) };
    return reply(peopleModal(page, handling.actor.locale));
  });

export const peopleAction = defineAction(IDS.people, peopleCodec, (handling, value) =>
  showPeople(handling, value, openModal),
);

/** Who was there on a day, a page of them. */
export const showAttendance = (
  handling: Handling,
  value: DayValue,
  reply: (modal: Modal) => Reply,
  note: string | null = null,
): Promise<Reply> =>
  forStaff(handling, value.eventId, ({ event, people }) => {
    const able = people.filter(({ state }) => PRESENT_STATES.some((one) => one === state));
    const checked = able.slice(value.from, value.from + PEOPLE).map(({ id, person, attendances }) => {
      const way = attendances.find(({ date }) => date === value.date)?.way ?? null;
      return { registrationId: id, name: person.name, way: way as 'in_room' | 'online' | null };
    });
    const about = { title: event.title, form: formOf(event.form), dates: datesOf(event.sessions) };
    return reply(
      attendanceModal({ value, ...about, people: checked, total: able.length }, note, handling.actor.locale),
    );
  });

export const attendanceAction = defineAction(IDS.attendance, dayCodec, (handling, value) =>
  showAttendance(handling, value, openModal),
);

export const attendanceView = defineView({
  id: IDS.attendance,
  metadata: attendanceData,
  form: () => attendanceForm,
  error: errorWords,
  run: async (handling, input, { ids, ...value }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const online = new Set([...input.online, ...input.online_more]);
    const here = new Set([...input.here, ...input.here_more]);
    const wayOf = (id: string): Way | null => {
      if (online.has(id)) return 'online';
      return here.has(id) ? 'in_room' : null;
    };
    const marks = ids.map((registrationId) => ({ registrationId, way: wayOf(registrationId) }));
    const outcome = await markAttendance(deps, actor, now, { eventId: value.eventId, date: value.date, marks });
    if (!outcome.ok) return closeAllModals(say(texts(actor.locale).refusals[outcome.reason]));
    const next = { ...value, from: ids.length === PEOPLE ? value.from + PEOPLE : 0 };
    const note = staffTexts(actor.locale).attendance.saved(outcome.value.present);
    return showAttendance(handling, next, updateModal, note);
  },
});

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
    const absent = people.filter(({ state }) => state === 'absent' || state === 'excused');
    const invitations = await invitationsOf(handling.deps.db, eventId);
    const present = new Set(people.filter(({ state }) => state === 'attended').map((one) => one.invitationId));
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

export const needsListAction = defineAction(IDS.needsList, eventCodec, (handling, { eventId }) =>
  forStaff(handling, eventId, async ({ people }) => {
    const needs = await handling.deps.db.eventNeed.findMany({ where: { registration: { eventId } } });
    const named = needs.map(({ registrationId, diet, access }) => ({
      name: people.find(({ id }) => id === registrationId)?.person.name ?? '?',
      ...{ diet, access },
    }));
    return openModal(needsListModal(named, handling.actor.locale));
  }),
);

export const certificatesAction = defineAction(IDS.certificates, eventCodec, async (handling, { eventId }) => {
  const { deps, actor, now } = handling;
  const outcome = await sendCertificates(deps, actor, now, { eventId, whose: 'all', channelId: null });
  const { certificate, refusals } = texts(actor.locale);
  const note = outcome.ok ? certificate.sent(outcome.value.people) : refusals[outcome.reason];
  return withPage(handling, eventId, updateModal, note);
});
