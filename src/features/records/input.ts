import { z } from 'zod';
import { isValidDate, isValidTime } from '../../core/calendar/index.ts';
import { collapse, tidyLines } from '../../core/text.ts';
import { AREA_MAX, COMMENT_MAX, LINKS_MAX, PEOPLE_MAX, TEXT_MAX } from './ids.ts';
import { KINDS, parseLinks } from './rules/index.ts';

const lines = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? ''))
    .refine((text) => text.length <= max, 'long');
const line = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => collapse(text ?? ''))
    .refine((text) => text.length <= max, 'long');
const choice = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const fields = {
  date: choice,
  from: choice,
  to: choice,
  minutes: choice,
  kind: choice,
  people: line(PEOPLE_MAX),
  area: line(AREA_MAX),
  agreed: lines(TEXT_MAX),
  steps: lines(TEXT_MAX),
  documents: lines(LINKS_MAX),
};

/** The form as it is kept while it is a draft: whatever was typed. */
const draft = z.object(fields);
export type CardDraft = Readonly<z.infer<typeof draft>>;

/** A draft as it was stored; null when there is none that fits. */
export const readDraft = (stored: unknown): CardDraft | null => draft.safeParse(stored).data ?? null;

const isKind = (kind: string): boolean => KINDS.some((one) => one === kind);

/** What a card that is sent needs beyond a draft, by field. */
function missing(form: CardDraft): readonly (readonly [field: keyof CardDraft, reason: string])[] {
  const faults: readonly (readonly [boolean, keyof CardDraft, string])[] = [
    [!isValidDate(form.date), 'date', 'date_missing'],
    [!isValidTime(form.from), 'from', 'time_missing'],
    [!isValidTime(form.to), 'to', 'time_missing'],
    [isValidTime(form.from) && isValidTime(form.to) && form.to <= form.from, 'to', 'to_before_from'],
    [form.minutes !== '' && !/^\d{1,4}$/.test(form.minutes), 'minutes', 'minutes_wrong'],
    [Number(form.minutes) > 1440, 'minutes', 'minutes_wrong'],
    [!isKind(form.kind), 'kind', 'choose_kind'],
    [form.people === '', 'people', 'people_missing'],
    [form.agreed === '', 'agreed', 'agreed_missing'],
    [parseLinks(form.documents) === null, 'documents', 'not_links'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, field, reason]) => [field, reason] as const);
}

/** The card's form: a draft may be unfinished, what is sent to the organisation may not. */
export const cardForm = z
  .object({ ...fields, send: z.enum(['now', 'later'], { error: 'choose_send' }) })
  .superRefine((form, check) => {
    if (form.send === 'later') return;
    for (const [field, message] of missing(form)) check.addIssue({ code: 'custom', path: [field], message });
  });
export type CardForm = Readonly<z.infer<typeof cardForm>>;

export const commentForm = z.object({
  comment: lines(COMMENT_MAX).refine((text) => text !== '', 'comment_missing'),
});
