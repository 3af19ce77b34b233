import { z } from 'zod';
import { isValidDate, isValidTime } from '../../core/calendar/index.ts';
import { collapse, tidyLines } from '../../core/text.ts';
import {
  DESCRIPTION_MAX,
  IDS,
  LINKS_MAX,
  NOTE_MAX,
  PEOPLE_MAX,
  PHOTOS_MAX,
  PLACE_MAX,
  REASON_MAX,
  TITLE_MAX,
} from './ids.ts';

const line = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => collapse(text ?? ''))
    .refine((text) => text.length <= max, 'long');
const lines = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? ''))
    .refine((text) => text.length <= max, 'long');
const isThere = (text: string): boolean => text !== '';
const orNull = (text: string): string | null => text || null;
const chosen = (isValid: (text: string) => boolean, reason: string) =>
  z
    .string()
    .nullish()
    .transform((text) => text ?? '')
    .refine(isValid, reason);

const title = line(TITLE_MAX).refine(isThere, 'title_missing');
const time = chosen(isValidTime, 'time_missing');
const times = {
  ...{ date: chosen(isValidDate, 'date_missing'), from: time, to: time },
  place: line(PLACE_MAX).refine(isThere, 'place_missing'),
};
const inOrder = (form: { readonly from: string; readonly to: string }): boolean =>
  !isValidTime(form.from) || !isValidTime(form.to) || form.from < form.to;
const order = { path: ['to'], error: 'to_before_from' };

export const planForm = z.object({ title, ...times }).refine(inOrder, order);
export const titleForm = z.object({ title });
export const dateForm = z.object({ ...times, reason: lines(REASON_MAX).transform(orNull) }).refine(inOrder, order);
export const reasonForm = z.object({ reason: lines(REASON_MAX).transform(orNull) });
export const cancelForm = z.object({ reason: lines(REASON_MAX).refine(isThere, 'reason_missing') });

const isLink = (text: string): boolean => /^https?:\/\/[^\s<>|]+$/i.test(text) && URL.canParse(text);
const links = lines(LINKS_MAX)
  .transform((text) => text.split('\n').map(collapse).filter(Boolean))
  .refine((all) => all.every(isLink), 'not_links');

const count = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((text) => String(text ?? ''))
  .refine((text) => /^\d{1,7}$/.test(text) && Number(text) <= PEOPLE_MAX, 'people_missing')
  .transform(Number);

const many = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);

/** Photos come only with the consent of those in them. */
export const reportForm = z
  .object({
    people: count,
    description: lines(DESCRIPTION_MAX).refine(isThere, 'description_missing'),
    links,
    photos: many.refine((all) => all.length <= PHOTOS_MAX, 'many_photos'),
    consent: many.transform((all) => all.includes('yes')),
  })
  .refine(({ photos, consent }) => photos.length === 0 || consent, { path: ['consent'], error: 'consent_missing' });

const person = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || z.uuid().safeParse(text).success, 'expert_missing');

export const unableForm = z.object({
  reason: lines(REASON_MAX).refine(isThere, 'reason_missing'),
  [IDS.expert]: person,
});
export const observerForm = z.object({
  [IDS.expert]: z.uuid({ error: 'expert_missing' }),
});

/** Who was nowhere says why, and need note nothing; whoever was somewhere, or writes ahead, notes something. */
export const noteForm = z
  .object({ dates: many, absence: lines(REASON_MAX).transform(orNull), text: lines(NOTE_MAX) })
  .refine(({ text, absence }) => text !== '' || absence !== null, { path: ['text'], error: 'note_missing' });
