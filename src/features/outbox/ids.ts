import { z } from 'zod';
import { isValidDate } from '../../core/calendar/index.ts';
import { codec } from '../../platform/slack/codec.ts';

export const IDS = {
  list: 'outbox_list',
  show: 'outbox_show',
  back: 'outbox_back',
  previous: 'outbox_page_previous',
  next: 'outbox_page_next',
  hold: 'outbox_hold',
  resume: 'outbox_resume',
  cancel: 'outbox_cancel',
  hurry: 'outbox_hurry',
  reword: 'outbox_reword',
  words: 'outbox_words',
  rehearse: 'outbox_rehearse',
  rehearsal: 'outbox_rehearsal',
  rehearsed: 'outbox_rehearsed',
} as const;

/** The fields of the forms. */
export const FIELDS = { words: 'words', places: 'places', experts: 'experts', start: 'start' } as const;
/** The field for a kind of deadline: `date_plan`. */
export const DATE = 'date_';

const page = z.number().int().min(1).max(100_000);
const inCohort = { cohortId: z.uuid(), page };
/** Which page of whose outbox is shown. */
export const pageCodec = codec(z.strictObject(inCohort));
/** Without a cohort: the one of the channel, or one to choose. */
export const maybeCohort = codec(z.strictObject({ cohortId: z.uuid().nullable() }));

/** What is written down already, as it was seen; or what the planner foresees: to whom, when, and what it says. */
const row = z.union([
  z.strictObject({ id: z.uuid(), version: z.number().int().min(0) }),
  z.strictObject({ to: z.string().max(60), at: z.iso.datetime(), print: z.string().max(30) }),
]);
export type RowRef = z.infer<typeof row>;

export const rowData = z.strictObject({ ...inCohort, row });
export type RowData = z.infer<typeof rowData>;
export const rowCodec = codec(rowData);

export const cohortData = z.strictObject({ cohortId: z.uuid() });
export const date = z.string().refine(isValidDate, 'date_missing');
