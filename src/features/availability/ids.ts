import { z } from 'zod';
import { isValidDate } from '../../core/calendar/index.ts';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** Opens the expert's own hours; also the name of their list. */
  hours: 'availability_hours',
  previous: 'availability_previous',
  next: 'availability_next',
  /** Back to the list, from a form in its place. */
  back: 'availability_back',
  terms: 'availability_terms',
  weekly: 'availability_weekly',
  exception: 'availability_exception',
  /** Lines of the list, changed: an action id stands once in a block, so each kind has its own. */
  editWeekly: 'availability_weekly_edit',
  editException: 'availability_exception_edit',
  remove: 'availability_remove',
  /** Searched while typing: field name and handler in one. */
  zone: 'availability_zone',
  /** Absences: the list, a new one, the check before it is written, and the end of one. */
  absences: 'availability_absences',
  absencesBack: 'availability_absences_back',
  away: 'availability_away',
  awayCheck: 'availability_away_check',
  endAbsence: 'availability_away_end',
  expert: 'availability_expert',
  substitute: 'availability_substitute',
} as const;

export const NOTICES = { away: 'availability.away', standsIn: 'availability.stands_in' } as const;

const id = z.uuid();
const date = z.string().refine(isValidDate);
const version = z.int().min(0);

export const pageCodec = codec(z.strictObject({ from: z.int().min(0) }));

/** A form of hours: the version that was seen, and the line that is changed; null for a new one. */
export const entryData = z.strictObject({ id: id.nullable(), version });
export type EntryData = z.infer<typeof entryData>;
export const entryCodec = codec(z.strictObject({ id, version }));
export const termsData = z.strictObject({ version });

/** Whose absences: one expert's, or everybody's for staff. */
export const scopeCodec = codec(z.strictObject({ own: z.boolean() }));
/** The form of an absence: whose, or null when the form asks. */
export const awayData = z.strictObject({ own: z.boolean(), absenceId: id });
export type AwayData = z.infer<typeof awayData>;
export const checkData = z.strictObject({ own: z.boolean(), absenceId: id, expertId: id, from: date, last: date });
export type CheckData = z.infer<typeof checkData>;
export const endCodec = codec(z.strictObject({ own: z.boolean(), id }));

/** A button's value: one id. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };
