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
} as const;

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
