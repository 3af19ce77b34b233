import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  form: 'experts_form',
  list: 'experts_list',
  previous: 'experts_list_previous',
  next: 'experts_list_next',
  open: 'experts_open',
  tie: 'experts_tie',
  endTie: 'experts_tie_end',
  /** Fields that are searched while typing: field name and handler in one. */
  expert: 'experts_expert',
  organisation: 'experts_organisation',
} as const;

/** A button's value: one id. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };

export const pageCodec = codec(z.strictObject({ page: z.int().min(0) }));

/** What the profile's form carries: whose profile, which role it gives, and the version that was seen. */
export const formMetadata = z.object({
  slackUserId: z.string().nullable(),
  /** Null: an edit, no role is given. */
  grant: z.object({ cohortId: z.uuid().nullable() }).nullable(),
  version: z.int().nullable(),
});
export type FormMetadata = z.infer<typeof formMetadata>;

/** What the tie's form carries: the expert, unless staff choose one. */
export const tieMetadata = z.object({ expertId: z.uuid().nullable() });
