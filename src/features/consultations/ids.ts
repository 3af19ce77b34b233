import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** Opens the free times of an organisation's expert; and the form that chooses one of several, with its search. */
  book: 'consultations_book',
  pick: 'consultations_pick',
  expert: 'consultations_expert',
  /** The form of times, and the form of the time that is held. */
  times: 'consultations_times',
  details: 'consultations_details',
  /** The list of a place's, or of one's own, consultations, and its other pages. */
  list: 'consultations_list',
  listPrevious: 'consultations_list_previous',
  listNext: 'consultations_list_next',
  approve: 'consultations_approve',
  refuse: 'consultations_refuse',
  move: 'consultations_move',
  cancel: 'consultations_cancel',
  /** The queue. */
  join: 'consultations_join',
  claim: 'consultations_claim',
  leave: 'consultations_leave',
  /** A question to anyone who knows a field. */
  ask: 'consultations_ask',
  take: 'consultations_take',
} as const;

/** Opens the free times for an organisation's place, whose id is the button's value; for the surfaces of other features. */
export const BOOK = IDS.book;

export const NOTICES = {
  time: 'consultations.time',
  moved: 'consultations.moved',
  ended: 'consultations.ended',
  away: 'consultations.away',
  offered: 'consultations.offered',
  wish: 'consultations.wish',
  question: 'consultations.question',
  taken: 'consultations.taken',
} as const;

const id = z.uuid();
const instant = z.iso.datetime();

/** A button's value: one id. */
export const oneId = { decode: (raw: string | null) => id.safeParse(raw).data ?? null };

/** An organisation's place and the expert chosen. */
export const choiceData = z.strictObject({ participationId: id, expertId: id });
/** The form that chooses an expert. */
export const pickData = z.strictObject({ participationId: id });

/** The held time behind a form; `start` is what was chosen, for the case that the hold has run out meanwhile. */
export const heldData = z.strictObject({ consultationId: id, participationId: id, expertId: id, start: instant });

/** The forms about one consultation. */
export const oneConsultation = z.strictObject({ consultationId: id });

/** Whose consultations are listed, and which page of them; the first without. */
const page = z.int().min(1).optional();
const listValue = z.union([
  z.strictObject({ participationId: id, page }),
  z.strictObject({ own: z.literal(true), page }),
]);
export type ListValue = z.infer<typeof listValue>;
export const listCodec = codec(listValue);

export const TOPIC_MAX = 300;
/** The form of a question; its id is made when it opens. */
export const askData = z.strictObject({ participationId: id, questionId: id });
export const QUESTION_MAX = 1500;

export const REASON_MAX = 300;
