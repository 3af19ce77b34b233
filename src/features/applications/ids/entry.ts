import { z } from 'zod';
import { codec } from '../../../platform/slack/codec.ts';

/** Words of Slack for the intake half: buttons, forms and the shortcut. */
export const IDS = {
  apply: 'applications_apply',
  step: 'applications_step',
  back: 'applications_back',
  check: 'applications_check',
  edit: 'applications_edit',
  answers: 'applications_answers',
  answersShown: 'applications_answers_shown',
  pullBack: 'applications_pull_back',
  withdraw: 'applications_withdraw',
  withdrawForm: 'applications_withdraw_form',
  behalfForm: 'applications_behalf_form',
  behalf: 'applications_behalf',
  resume: 'applications_resume',
  behalfConfirm: 'applications_behalf_confirm',
  behalfDecline: 'applications_behalf_decline',
  mine: 'applications_mine',
} as const;

/** A call's id, or nothing: then the open call is looked for. */
export const callValue = {
  decode: (raw: string | null): { readonly callId: string | null } | null => {
    if (!raw) return { callId: null };
    const id = z.uuid().safeParse(raw);
    return id.success ? { callId: id.data } : null;
  },
};

export const applicationValue = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };

/** Which step of which application's form; steps count from 1. */
export const stepMetadata = z.object({
  applicationId: z.uuid(),
  step: z.int().min(1).max(9),
  /** The version of the draft on the screen, to notice that somebody else wrote meanwhile (APP-2). */
  version: z.int(),
});
/** A button that goes to a step, with the step whose fields are on the screen. */
export const stepCodec = codec(
  z.object({ id: z.uuid(), to: z.int().min(1).max(9), from: z.int().min(1).max(9) }).strict(),
);

export const applicationMetadata = z.object({ applicationId: z.uuid() });

/** The last look before sending: which submit it is (R3) and which version was on the screen (R4). */
export const submitMetadata = z.object({ applicationId: z.uuid(), sequence: z.int().min(1), version: z.int() });

/** The id that an application on behalf will have, made when its first form opens. */
export const behalfMetadata = z.object({ applicationId: z.uuid() });
