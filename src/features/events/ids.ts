import { z } from 'zod';
import { isValidDate, isValidTime } from '../../core/calendar/index.ts';
import { codec } from '../../platform/slack/codec.ts';
import { FORMS, KINDS, MOST_SESSIONS } from './rules/index.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** The list, of a cohort for staff or one's own, and its pages. */
  list: 'events_list',
  previous: 'events_previous',
  next: 'events_next',
  /** Staff: an event with everything about it, and what can be done. */
  open: 'events_open',
  /** The same from a message, where no form is open yet. */
  show: 'events_show',
  create: 'events_create',
  edit: 'events_edit',
  drop: 'events_drop',
  announce: 'events_announce',
  move: 'events_move',
  confirm: 'events_confirm',
  cancel: 'events_cancel',
  hold: 'events_hold',
  check: 'events_check',
  people: 'events_people',
  attendance: 'events_attendance',
  code: 'events_code',
  missing: 'events_missing',
  excuse: 'events_excuse',
  needsList: 'events_needs_list',
  /** Staff sign somebody up: an organisation's people, an expert or a guest. */
  signUpFor: 'events_sign_up_for',
  certificates: 'events_certificates',
  /** An organisation's people, in its channel. */
  who: 'events_who',
  decline: 'events_decline',
  swap: 'events_swap',
  confirmDates: 'events_confirm_dates',
  claim: 'events_claim',
  needs: 'events_needs',
  certificate: 'events_certificate',
  /** Whoever acts for themself. */
  signUp: 'events_sign_up',
  leave: 'events_leave',
  confirmSelf: 'events_confirm_self',
  checkIn: 'events_check_in',
} as const;

export const NOTICES = {
  card: 'events.card',
  invitation: 'events.invitation',
  own: 'events.own',
  changed: 'events.changed',
  offer: 'events.offer',
  certificate: 'events.certificate',
} as const;

const id = z.uuid();
const date = z.string().refine(isValidDate);
const time = z.string().refine(isValidTime);

export const REASON_MAX = 300;
export const TITLE_MAX = 100;
export const WORDS_MAX = 1500;
export const PLACE_MAX = 200;
export const NEED_MAX = 200;

/** A page of a list: of a cohort, or of whoever looks. */
export const listValue = z.union([
  z.strictObject({ cohortId: id, from: z.int().min(0) }),
  z.strictObject({ own: z.literal(true), from: z.int().min(0) }),
]);
export type ListValue = z.infer<typeof listValue>;
export const listCodec = codec(listValue);

/** An event as staff saw it. */
export const seen = z.strictObject({ eventId: id, version: z.int() });
export type Seen = z.infer<typeof seen>;
export const seenCodec = codec(seen);

/** The form of an event: a new one gets its id when the form opens, so that a form sent twice is one event (R3). */
export const formData = z.union([
  z.strictObject({ cohortId: id, eventId: id }),
  z.strictObject({ eventId: id, version: z.int(), isDraft: z.boolean() }),
]);
export type FormData = z.infer<typeof formData>;
export const createCodec = codec(z.strictObject({ cohortId: id }));

export const changeData = z.strictObject({
  ...seen.shape,
  changeId: id,
  act: z.enum(['move', 'confirm']),
  form: z.enum(FORMS),
});
export type ChangeData = z.infer<typeof changeData>;
export const cancelData = z.strictObject({ ...seen.shape, changeId: id });

const session = z.strictObject({ date, from: time, to: time });
/** A change as staff asked for it, kept while they look at what it does. */
export const checkData = z.strictObject({
  ...seen.shape,
  changeId: id,
  act: z.enum(['move', 'confirm']),
  reason: z.string().max(REASON_MAX).nullable(),
  when: z.strictObject({
    sessions: z.array(session).min(1).max(MOST_SESSIONS),
    signUp: z.strictObject({ date, time }),
    place: z.string().max(PLACE_MAX).nullable(),
    link: z.string().max(PLACE_MAX).nullable(),
  }),
});
export type CheckData = z.infer<typeof checkData>;
export const KIND_KEYS = KINDS;

/** A page of an event's people; with a date: of who was there on it. */
export const peopleCodec = codec(z.strictObject({ eventId: id, from: z.int().min(0) }));
export const dayValue = z.strictObject({ eventId: id, date, from: z.int().min(0) });
export type DayValue = z.infer<typeof dayValue>;
export const dayCodec = codec(dayValue);
/**
 * The page that is shown, with the people on it and how they were marked. `formId` is new with every showing and part of
 * the fields' names: Slack keeps what is ticked in a field as long as its name stays.
 */
export const attendanceData = z.strictObject({
  ...dayValue.shape,
  formId: id,
  shown: z.array(z.strictObject({ registrationId: id, way: z.enum(['in_room', 'online']).nullable() })).max(20),
});
export const attendanceFields = (formId: string) => ({
  ...{ here: `here_${formId}`, hereMore: `here_more_${formId}` },
  ...{ online: `online_${formId}`, onlineMore: `online_more_${formId}` },
});
/** A page of what people need. */
export const needsListCodec = codec(z.strictObject({ eventId: id, needsFrom: z.int().min(0) }));

export const eventCodec = codec(z.strictObject({ eventId: id }));
export const eventData = z.strictObject({ eventId: id });
export const invitationCodec = codec(z.strictObject({ invitationId: id }));
export const invitationData = z.strictObject({ invitationId: id });
export const registrationCodec = codec(z.strictObject({ registrationId: id }));
/** Whose needs or certificates: an organisation's, or one's own. */
export const whoseValue = z.union([invitationData, z.strictObject({ eventId: id, mine: z.literal(true) })]);
export type WhoseValue = z.infer<typeof whoseValue>;
export const whoseCodec = codec(whoseValue);
