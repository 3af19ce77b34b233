import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';
import { DECISIONS, SAYS } from './rules/index.ts';

export const IDS = {
  /** Whether it took place: each answer its own button. */
  yes: 'records_yes',
  no: 'records_no',
  other_time: 'records_other_time',
  absent: 'records_absent',
  /** Staff decide: each decision its own button. */
  held: 'records_held',
  not_held: 'records_not_held',
  organisation_absent: 'records_organisation_absent',
  expert_absent: 'records_expert_absent',
  write: 'records_write',
  confirm: 'records_confirm',
  comment: 'records_comment',
  versions: 'records_versions',
  minutes: 'records_minutes',
  export: 'records_export',
} as const;

export const NOTICES = {
  asked: 'records.asked',
  disagreed: 'records.disagreed',
  missed: 'records.missed',
  ended: 'records.ended',
  card: 'records.card',
  commented: 'records.commented',
  sheet: 'records.sheet',
} as const;

const id = z.uuid();

/** A button of one consultation. */
export const meetingCodec = codec(z.strictObject({ consultationId: id }));
export const saysCodec = codec(z.strictObject({ consultationId: id, says: z.enum(SAYS) }));
export const decisionCodec = codec(z.strictObject({ consultationId: id, decision: z.enum(DECISIONS) }));

/** A version of a card: what was not the newest when it was pressed is refused. */
const version = z.strictObject({ cardId: id, number: z.int().min(1) });
export const versionCodec = codec(version);
export const commentData = version;
export const cardCodec = codec(z.strictObject({ cardId: id }));

/** `version` is that of the stored card when the form opened; 0: there was none. */
export const cardData = z.strictObject({ consultationId: id, version: z.int().min(0) });

/** Whose minutes: one's own as an expert, or those of all experts of a cohort, for its staff. */
export const sheetOf = z.union([z.strictObject({ own: z.literal(true) }), z.strictObject({ cohortId: id })]);
export type SheetOf = z.infer<typeof sheetOf>;
export const sheetCodec = codec(sheetOf);

export const TEXT_MAX = 3000;
export const PEOPLE_MAX = 500;
export const AREA_MAX = 150;
export const LINKS_MAX = 1500;
export const COMMENT_MAX = 1000;
