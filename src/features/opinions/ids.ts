import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

export const IDS = {
  /** Opens what the person may do with it: its form, its look-over, or the opinion itself. */
  open: 'opinions_open',
  write: 'opinions_write',
  release: 'opinions_release',
  return: 'opinions_return',
  take: 'opinions_take',
  name: 'opinions_name',
  expert: 'opinions_expert',
  read: 'opinions_read',
  react: 'opinions_react',
  self: 'opinions_self',
  task: 'opinions_task',
  versions: 'opinions_versions',
  list: 'opinions_list',
  previous: 'opinions_previous',
  next: 'opinions_next',
  page: 'opinions_page',
} as const;

export const NOTICES = {
  sent: 'opinions.sent',
  returned: 'opinions.returned',
  released: 'opinions.released',
  reaction: 'opinions.reaction',
  self: 'opinions.self',
  offer: 'opinions.offer',
  named: 'opinions.named',
  relieved: 'opinions.relieved',
} as const;

export const CANVAS = 'opinions.canvas';

const id = z.uuid();

export const opinionCodec = codec(z.strictObject({ opinionId: id }));
/** What was looked at: a change since then is refused. */
export const seenData = z.strictObject({ opinionId: id, version: z.int().min(0) });
export type Seen = z.infer<typeof seenData>;
export const seenCodec = codec(seenData);
/** A released version: reading an older one than the newest is not confirmed. */
export const readCodec = codec(z.strictObject({ opinionId: id, number: z.int().min(1) }));
export const opinionData = z.strictObject({ opinionId: id });
export const taskCodec = codec(z.strictObject({ taskId: id }));

/** Whose opinions: of a cohort, for its staff, or one's own. */
export const listData = z.union([
  z.strictObject({ cohortId: id, from: z.int().min(0) }),
  z.strictObject({ own: z.literal(true), from: z.int().min(0) }),
]);
export type ListValue = z.infer<typeof listData>;
export const listCodec = codec(listData);

/** So that a whole opinion with what was said to it fits into one message. */
export const TEXT_MAX = 2500;
export const LINE_MAX = 400;
export const REASON_MAX = 500;
export const REMARKS_MAX = 2000;
export const REACTION_MAX = 1000;
export const RATE = 'rate_';
