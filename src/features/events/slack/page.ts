import { z } from 'zod';
import type { Locale } from '../../../core/locale.ts';
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
import { cohortById, definitionOf } from '../../programmes/public.ts';
import { createCodec, eventCodec, formData, IDS, seen, seenCodec } from '../ids.ts';
import { type AboutInput, aboutForm, aboutOf, announceForm, type DraftInput, draftForm, whenOf } from '../input.ts';
import { announceEvent, createEvent, dropEvent, editEvent, holdEvent, settingsOf } from '../operations/index.ts';
import { type EventRow, eventById, invitationsOf, shownEvent } from '../queries/index.ts';
import { formOf, kindOf, mayManage, stateOf } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { announceModal, eventModal, pageModal } from '../views/index.ts';
import { withList } from './show.ts';

export const errorWords = (reason: string, locale: Locale): string =>
  texts(locale).errors[reason] ?? texts(locale).refusals[reason as 'not_open'] ?? reason;

/** The page of an event for its staff; a refusal is said privately. */
export async function withPage(
  { deps, actor, now }: Handling,
  eventId: string,
  reply: (modal: Modal) => Reply,
  note: string | null = null,
): Promise<Reply> {
  const { locale } = actor;
  const event = await eventById(deps.db, eventId);
  if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(texts(locale).refusals.not_allowed));
  const states = (await invitationsOf(deps.db, eventId)).map(({ state }) => state);
  const count = (...wanted: readonly string[]) => states.filter((one) => wanted.includes(one)).length;
  const answers = { silent: count('invited'), no: count('declined', 'excused') };
  return reply(pageModal(await shownEvent(deps.db, event, now, locale), answers, note, locale));
}

/** In the place of the list, so that there is room for the forms on top of it (Slack contract 5.2). */
export const openAction = defineAction(IDS.open, eventCodec, (handling, { eventId }) =>
  withPage(handling, eventId, updateModal),
);
export const showAction = defineAction(IDS.show, eventCodec, (handling, { eventId }) =>
  withPage(handling, eventId, openModal),
);

const topicsOf = (definition: unknown, locale: Locale): readonly Choice[] =>
  definitionOf({ definition }).expertFields.map(({ key, label }) => ({ value: key, text: label[locale] }));

/** When and where an event is, as a form holds it. */
export const whenFields = (event: EventRow) => ({
  sessions: event.sessions.map(({ date, fromTime, toTime }) => ({ date, from: fromTime, to: toTime })),
  signUp: { date: event.signUpOn, time: event.signUpTime },
  ...{ place: event.place, link: event.link },
});

/** The form takes the place of the list, and then the page its own: three modals are all that Slack lays on each other. */
export const createAction = defineAction(IDS.create, createCodec, async ({ deps, actor }, { cohortId }) => {
  const { locale } = actor;
  const cohort = await cohortById(deps.db, cohortId);
  if (!cohort || !mayManage(actor, cohortId)) return ephemeral(say(texts(locale).refusals.not_allowed));
  const blank = { title: '', kind: null, form: null, agenda: null, topics: [], isRequired: false, seats: null };
  const about = { ...blank, each: settingsOf(cohort).representatives };
  const when = { sessions: [], signUp: null, place: null, link: null };
  const data = { cohortId, eventId: deps.ids.next() };
  return updateModal(eventModal({ data, about, when, topics: topicsOf(cohort.definition, locale) }, locale));
});

/** In the place of the page, which comes back as it is then. */
export const editAction = defineAction(IDS.edit, seenCodec, async ({ deps, actor }, { eventId }) => {
  const { locale } = actor;
  const event = await eventById(deps.db, eventId);
  if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(texts(locale).refusals.not_allowed));
  const isDraft = stateOf(event.state) === 'draft';
  const { title, agenda, topics, isRequired, seats, seatsPerOrganisation: each } = event;
  const about = { title, agenda, topics, isRequired, seats, each, kind: kindOf(event.kind), form: formOf(event.form) };
  const data = { eventId, version: event.version, isDraft };
  const of = {
    data,
    about,
    when: isDraft ? whenFields(event) : null,
    topics: topicsOf(event.cohort.definition, locale),
  };
  return updateModal(eventModal(of, locale));
});

/** The fields beside which refusals are said; all others end the form. */
const FIELDS: Readonly<Record<string, string>> = {
  no_session: 'date',
  many_sessions: 'more',
  ends_before: 'to',
  overlap: 'more',
  not_a_session: 'date',
  in_past: 'date',
  sign_up_late: 'sign_up_on',
  sign_up_past: 'sign_up_on',
  day_attended: 'date',
  where_first: 'form',
  few_seats: 'seats',
  reason_missing: 'reason',
};

type Refusal = keyof ReturnType<typeof texts>['refusals'];

/** A refusal beside its field, or in the place of the form. */
export function refused(reason: Refusal, locale: Locale, where: 'place' | 'link' = 'place'): Reply {
  const field = reason === 'where_missing' ? where : FIELDS[reason];
  const words = texts(locale).refusals[reason];
  return field ? fieldErrors({ [field]: words }) : closeAllModals(say(words));
}

const whereOf = (form: string): 'place' | 'link' => (form === 'online' ? 'link' : 'place');

export const createView = defineView({
  id: IDS.create,
  metadata: formData,
  form: () => draftForm,
  error: errorWords,
  run: async (handling, input, data): Promise<Reply> => {
    const { deps, actor, now } = handling;
    if (!('cohortId' in data)) return closeAllModals();
    const { cohortId, eventId: id } = data;
    const outcome = await createEvent(deps, actor, now, { id, cohortId, ...aboutOf(input), ...whenOf(input) });
    if (!outcome.ok) return refused(outcome.reason, actor.locale, whereOf(input.form));
    return withPage(handling, id, updateModal, staffTexts(actor.locale).page.saved);
  },
});

export const editView = defineView({
  id: IDS.edit,
  metadata: formData,
  form: (data): z.ZodType<AboutInput | DraftInput> => ('isDraft' in data && data.isDraft ? draftForm : aboutForm),
  error: errorWords,
  run: async (handling, input, data): Promise<Reply> => {
    const { deps, actor, now } = handling;
    if (!('version' in data)) return closeAllModals();
    const when = 'date' in input ? whenOf(input) : null;
    const wish = { id: data.eventId, version: data.version, about: aboutOf(input), when };
    const outcome = await editEvent(deps, actor, now, wish);
    if (!outcome.ok) return refused(outcome.reason, actor.locale, whereOf(input.form));
    return withPage(handling, data.eventId, updateModal, staffTexts(actor.locale).page.saved);
  },
});

export const dropAction = defineAction(IDS.drop, seenCodec, async (handling, { eventId, version }) => {
  const { deps, actor, now } = handling;
  const outcome = await dropEvent(deps, actor, now, { id: eventId, version });
  if (!outcome.ok) return withPage(handling, eventId, updateModal, texts(actor.locale).refusals[outcome.reason]);
  const event = await eventById(deps.db, eventId);
  const list = { cohortId: event?.cohortId ?? '', from: 0 };
  return withList(handling, list, updateModal, staffTexts(actor.locale).page.dropped);
});

export const announceAction = defineAction(IDS.announce, seenCodec, async ({ deps, actor }, seen) => {
  const event = await eventById(deps.db, seen.eventId);
  const { refusals } = texts(actor.locale);
  if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(refusals.not_allowed));
  const channels = await deps.db.participation.count({ where: { cohortId: event.cohortId, channelId: { not: null } } });
  return openModal(announceModal(seen, channels, actor.locale));
});

export const announceView = defineView({
  id: IDS.announce,
  metadata: seen,
  form: () => announceForm,
  error: errorWords,
  run: async (handling, { rules }, { eventId, version }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const wish = { id: eventId, version, provisional: rules.includes('provisional') };
    const outcome = await announceEvent(deps, actor, now, wish);
    const { refusals } = texts(actor.locale);
    if (!outcome.ok) return closeAllModals(say(refusals[outcome.reason]));
    return closeAllModals(say(staffTexts(actor.locale).page.announced(outcome.value.invited)));
  },
});

export const holdAction = defineAction(IDS.hold, seenCodec, async (handling, { eventId, version }) => {
  const { deps, actor, now } = handling;
  const outcome = await holdEvent(deps, actor, now, { id: eventId, version });
  const words = staffTexts(actor.locale).page;
  const note = outcome.ok
    ? words.held(outcome.value.present, outcome.value.absent)
    : texts(actor.locale).refusals[outcome.reason];
  return withPage(handling, eventId, updateModal, note);
});

export const emptyForm = z.object({});
