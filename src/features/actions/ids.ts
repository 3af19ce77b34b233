import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

export const IDS = {
  /** The page of an action: its dates, what was said of them, the buttons. */
  page: 'actions_page',
  list: 'actions_list',
  previous: 'actions_previous',
  next: 'actions_next',
  plan: 'actions_plan',
  title: 'actions_title',
  add: 'actions_add',
  move: 'actions_move',
  remove: 'actions_remove',
  cancel: 'actions_cancel',
  /** How a date went: each answer its own button. */
  held: 'actions_held',
  partly: 'actions_partly',
  moved: 'actions_moved',
  off: 'actions_off',
  report: 'actions_report',
  /** The consent to the photos is taken back. */
  withdraw: 'actions_withdraw',
  /** The expert's answer for a date. */
  agree: 'actions_agree',
  unable: 'actions_unable',
  /** Staff name somebody else: the one proposed, or any. */
  accept: 'actions_accept',
  observer: 'actions_observer',
  note: 'actions_note',
  /** The field in which experts are searched. */
  expert: 'actions_expert',
} as const;

export const NOTICES = {
  planned: 'actions.planned',
  changed: 'actions.changed',
  attend: 'actions.attend',
  unobserved: 'actions.unobserved',
  asked: 'actions.asked',
  note: 'actions.note',
  reported: 'actions.reported',
} as const;

const id = z.uuid();

export const placeData = z.strictObject({ participationId: id });
export const placeCodec = codec(placeData);
export const actionData = z.strictObject({ actionId: id });
export const actionCodec = codec(actionData);
/** A date as it was seen: whatever has changed since is refused. */
export const dateData = z.strictObject({ dateId: id, version: z.int().min(1) });
export const dateCodec = codec(dateData);
/** The same, pressed on the page of an action, which then shows what holds. */
export const answerCodec = codec(z.strictObject({ dateId: id, version: z.int().min(1), page: z.boolean() }));
/** A question of attendance: of one time of a date; another time is asked about anew. */
export const attendData = z.strictObject({ dateId: id, sequence: z.int().min(0) });
export const attendCodec = codec(attendData);
export const listCodec = codec(z.strictObject({ cohortId: id, from: z.int().min(0) }));

/** `version` is that of the stored report or notes when the form opened; 0: there were none. */
export const writtenData = z.strictObject({ actionId: id, version: z.int().min(0) });
/** With the dates that the form offered: whatever was over later is not asked about in it. */
export const noteData = writtenData.extend({ offered: z.array(id) });

export const TITLE_MAX = 150;
export const PLACE_MAX = 200;
export const REASON_MAX = 500;
export const DESCRIPTION_MAX = 3000;
export const LINKS_MAX = 1500;
export const NOTE_MAX = 3000;
export const PEOPLE_MAX = 1_000_000;
export const PHOTOS_MAX = 10;
/** As many as one field has boxes. */
export const DATES_MAX = 10;
