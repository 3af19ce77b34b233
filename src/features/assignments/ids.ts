import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** The button on a card: the participation is known. */
  assign: 'assignments_assign',
  /** The button elsewhere, and the modal that asks for the organisation. */
  pick: 'assignments_pick',
  /** The field that is searched while typing: field name and handler in one. */
  place: 'assignments_place',
  situation: 'assignments_situation',
  propose: 'assignments_propose',
  override: 'assignments_override',
  previous: 'assignments_previous',
  next: 'assignments_next',
  withdraw: 'assignments_withdraw',
  accept: 'assignments_accept',
  decline: 'assignments_decline',
  /** The button where the organisation is known, and the form of a hand-over. */
  handOver: 'assignments_hand_over',
  /** The button elsewhere, and the modal that asks for the organisation. */
  handOverPick: 'assignments_hand_over_pick',
  /** The field that is searched while typing: organisations that somebody leads. */
  led: 'assignments_led',
  stop: 'assignments_stop',
} as const;

export const NOTICES = {
  proposed: 'assignments.proposed',
  withdrawn: 'assignments.withdrawn',
  accepted: 'assignments.accepted',
  answered: 'assignments.answered',
  waiting: 'assignments.waiting',
  handingOver: 'assignments.handing_over',
  left: 'assignments.left',
  parting: 'assignments.parting',
  brief: 'assignments.brief',
  stays: 'assignments.stays',
  planApplied: 'assignments.plan_applied',
} as const;

/** The key of the notice by which an expert is asked. */
export const proposedKey = (assignmentId: string): string => `${NOTICES.proposed}:${assignmentId}`;

/** What is asked of the expert of a place, or taken back, waits as one: the second waits for the first. */
export const assignKey = (participationId: string): string => `assign:${participationId}`;
/** A cohort's plan is applied by one act at a time. */
export const planKey = (cohortId: string): string => `plan:${cohortId}`;

/** A button's value: one id. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };

/** The pick button's value: the cohort it is about; without one, all cohorts of the person. */
export const maybeCohort = codec(z.strictObject({ cohortId: z.uuid().nullable() }));
export const pickMetadata = z.object({ cohortId: z.uuid().nullable() });

const pair = z.strictObject({ participationId: z.uuid(), expertId: z.uuid() });
export const pairCodec = codec(pair);
export const overrideMetadata = pair;

export const pageCodec = codec(z.strictObject({ participationId: z.uuid(), page: z.int().min(0) }));
export const declineMetadata = z.object({ assignmentId: z.uuid() });

/** What the form of a hand-over carries: the place, and the assignment that was seen when it was opened. */
export const handOverMetadata = z.object({ participationId: z.uuid(), assignmentId: z.uuid() });

/** Words of Slack for plans of a whole cohort. */
export const PLAN = {
  open: 'assignments_plan',
  /** The form: goal and time; also the button that opens it in place of a plan. */
  start: 'assignments_plan_start',
  table: 'assignments_plan_table',
  cancel: 'assignments_plan_cancel',
  back: 'assignments_plan_back',
  previous: 'assignments_plan_previous',
  next: 'assignments_plan_next',
  again: 'assignments_plan_again',
  loads: 'assignments_plan_loads',
  apply: 'assignments_plan_apply',
  why: 'assignments_plan_why',
  pin: 'assignments_plan_pin',
  change: 'assignments_plan_change',
  pair: 'assignments_plan_pair',
  needs: 'assignments_plan_needs',
  take: 'assignments_plan_take',
  /** Fields that are searched while typing: field name and handler in one. */
  expert: 'assignments_plan_expert',
  chosen: 'assignments_plan_chosen',
} as const;

const cohortId = z.uuid();
const participationId = z.uuid();
const seen = { planId: z.uuid(), version: z.int() };

export const planPage = codec(z.strictObject({ cohortId, page: z.int().min(0) }));
export const planPlace = codec(z.strictObject({ cohortId, participationId }));
export const seenPlan = codec(z.strictObject({ cohortId, ...seen }));
export const planPin = codec(z.strictObject({ cohortId, ...seen, participationId, expertId: z.uuid().nullable() }));
export const planPair = codec(z.strictObject({ cohortId, participationId, expertId: z.uuid() }));
export const planTake = codec(z.strictObject({ cohortId, ...seen, option: z.int().min(0) }));

export const startMetadata = z.object({ cohortId, seen: z.object(seen).nullable() });
export const changeMetadata = z.object({ cohortId, ...seen, participationId });
const moment = z.iso.datetime().nullable();
/** What stood in the form about a pair when it was opened: the open tie, the last finding and the note about the pair. */
const seenPair = z.object({ tieId: z.uuid().nullable(), reviewedAt: moment, keptAt: moment });
export type SeenPair = z.infer<typeof seenPair>;
export const planPairMetadata = z.object({ cohortId, participationId, expertId: z.uuid(), seen: seenPair });
export const needsMetadata = z.object({ cohortId, participationId, keptAt: moment });
export const applyMetadata = z.object({ cohortId, ...seen });
export const loadsMetadata = z.object({ cohortId });
