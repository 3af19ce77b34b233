import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  list: 'undo_list',
  undo: 'undo_undo',
  now: 'undo_now',
  correct: 'undo_correct',
  /** The field that is searched while typing: field name and handler in one. */
  to: 'undo_to',
  previous: 'undo_previous',
  next: 'undo_next',
} as const;

export const NOTICES = { refused: 'undo.refused', correction: 'undo.correction' } as const;

/** A button's value: the act. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };
export const pageCodec = codec(z.strictObject({ page: z.int().min(1).max(10_000) }));
export const correctionMetadata = z.object({ actId: z.uuid() });

/** The choice of everybody who was told. */
export const EVERYBODY = 'all';
