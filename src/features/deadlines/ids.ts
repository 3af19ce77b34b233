import { z } from 'zod';
import { isValidDate, isValidTime } from '../../core/calendar/index.ts';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** Opens a list: of a cohort for staff, of a place, or one's own. */
  list: 'deadlines_list',
  previous: 'deadlines_previous',
  next: 'deadlines_next',
  /** Staff: the buttons of a line, the form behind them, and the check before a move. */
  put: 'deadlines_put',
  finish: 'deadlines_finish',
  reopen: 'deadlines_reopen',
  remove: 'deadlines_remove',
  check: 'deadlines_check',
  /** Whom it concerns, searched while typing: field name and handler in one. */
  places: 'deadlines_places',
  history: 'deadlines_history',
  lastDay: 'deadlines_last_day',
  closing: 'deadlines_closing',
  closingCheck: 'deadlines_closing_check',
  /** Whoever owes it. */
  done: 'deadlines_done',
  ask: 'deadlines_ask',
  withdraw: 'deadlines_withdraw',
  /** Staff's answer. */
  approve: 'deadlines_approve',
  refuse: 'deadlines_refuse',
} as const;

export const NOTICES = {
  moved: 'deadlines.moved',
  asked: 'deadlines.asked',
  answered: 'deadlines.answered',
  closing: 'deadlines.closing',
} as const;

const date = z.string().refine(isValidDate);
const time = z.string().refine(isValidTime);
const id = z.uuid();

/** A page of a list. */
export const listValue = z.union([
  z.strictObject({ cohortId: id, from: z.int().min(0) }),
  z.strictObject({ participationId: id, from: z.int().min(0) }),
  z.strictObject({ own: z.literal(true), from: z.int().min(0) }),
]);
export type ListValue = z.infer<typeof listValue>;
export const listCodec = codec(listValue);

const group = z.strictObject({
  kind: z.string().max(40),
  state: z.enum(['open', 'done', 'none']),
  date: date.nullable(),
  time: time.nullable(),
});

/** What staff act on: a line of a list, in a cohort or at one place. */
const target = z.strictObject({ cohortId: id, participationId: id.nullable(), group });
export type Target = z.infer<typeof target>;
export const targetCodec = codec(target);

/** The form's own data: `moveId` is made when it opens, so that a form sent twice is one move (R3). */
export const formData = z.strictObject({ target, moveId: id });

/** Room for chosen places in a modal's data (Slack contract 5.2). */
export const MOST_CHOSEN = 40;
export const REASON_MAX = 300;

export const scope = z.union([
  z.strictObject({ of: z.enum(['row', 'all']) }),
  z.strictObject({ of: z.literal('places'), ids: z.array(id).min(1).max(MOST_CHOSEN) }),
]);
export type Scope = z.infer<typeof scope>;

/** A move as staff asked for it; `seen` names what they were shown. */
export const checkData = z.strictObject({
  target,
  moveId: id,
  scope,
  date,
  time,
  reason: z.string().max(REASON_MAX).nullable(),
  seen: z.string(),
});
export type CheckData = z.infer<typeof checkData>;

export const closingData = z.strictObject({ callId: id, moveId: id });
export const closingCheckData = z.strictObject({
  callId: id,
  moveId: id,
  version: z.int(),
  date,
  time,
  reason: z.string().max(REASON_MAX),
});

export const cohortData = z.strictObject({ cohortId: id });

/** A button of one deadline; `list` is the page of the list in which it stands, null in a message or App Home. */
const one = z.strictObject({ deadlineId: id, list: listValue.nullable() });
export const oneCodec = codec(one);
export const askData = z.strictObject({ deadlineId: id, requestId: id, list: listValue.nullable() });

const request = z.strictObject({ requestId: id, list: listValue.nullable() });
export const requestCodec = codec(request);
export const requestData = request;

/** Whose steps are shown. */
export const historyCodec = codec(z.union([z.strictObject({ deadlineId: id }), z.strictObject({ callId: id })]));

/** A button's value: one id. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };
