import { z } from 'zod';
import { codec } from '../../../platform/slack/codec.ts';

/** Words of Slack for the applicant's half of the feature: action, callback and block ids. */
export const INTAKE_IDS = {
  apply: 'applications_apply',
  another: 'applications_another',
  step: 'applications_step',
  back: 'applications_back',
  submit: 'applications_submit',
  mine: 'applications_mine',
  show: 'applications_show',
  resume: 'applications_resume',
  pullBack: 'applications_pull_back',
  withdraw: 'applications_withdraw',
  withdrawForm: 'applications_withdraw_form',
  behalf: 'applications_behalf',
  behalfForm: 'applications_behalf_form',
  confirm: 'applications_confirm',
  decline: 'applications_decline',
} as const;

/** Fields of the form in which staff say how an application arrived. */
export const RECEIPT_FIELDS = {
  date: 'receipt_date',
  time: 'receipt_time',
  way: 'receipt_way',
  evidence: 'receipt_evidence',
  reason: 'receipt_reason',
} as const;

/** The call of a button; empty where the call is to be chosen. */
export const callCodec = {
  encode: (callId: string): string => callId,
  decode: (raw: string | null): string | null => (raw === null || raw === '' ? '' : (z.uuid().safeParse(raw).data ?? null)),
};

/** An application of a button: its id. */
export const idCodec = {
  encode: (id: string): string => id,
  decode: (raw: string | null): string | null => z.uuid().safeParse(raw).data ?? null,
};

/** An application's answers, page by page. */
export const pageSchema = z.object({ id: z.uuid(), page: z.int().min(1).max(99) });
export const pageCodec = codec(pageSchema);

/** A page of somebody's applications. */
export const minePage = codec(z.object({ from: z.int().min(0).max(10_000) }));

/** Where somebody is in the form: which call and draft (none before the first step is saved), and which step from 0. */
export const stepPlace = z.object({
  callId: z.uuid(),
  applicationId: z.uuid().nullable(),
  step: z.int().min(0).max(9),
  behalf: z.boolean(),
  /** The version of the draft that the person saw (R4). */
  version: z.int().nullable(),
});
export type StepPlace = z.infer<typeof stepPlace>;
export const stepCodec = codec(stepPlace);

/** The last look before the submit; `sequence` tells one submit from the next, so that a repeated delivery is known (R3). */
export const submitPlace = z.object({ applicationId: z.uuid(), sequence: z.int().min(1), version: z.int() });
export type SubmitPlace = z.infer<typeof submitPlace>;

export const withdrawPlace = z.object({ applicationId: z.uuid(), version: z.int() });

/** The new application that the receipt form makes; the id is made when the form opens, so a repeated delivery makes one. */
export const behalfPlace = z.object({ callId: z.uuid(), applicationId: z.uuid() });
