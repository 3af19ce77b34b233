import { z } from 'zod';
import { isValidDate, isValidTime } from '../../core/calendar/index.ts';
import { collapse, tidyLines } from '../../core/text.ts';
import { attendanceFields, NEED_MAX, PLACE_MAX, REASON_MAX, TITLE_MAX, WORDS_MAX } from './ids.ts';
import { FORMS, KINDS, parseSessions, type Session } from './rules/index.ts';

const words = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? '') || null)
    .refine((text) => (text ?? '').length <= max, 'long');
const line = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => collapse(text ?? '') || null)
    .refine((text) => (text ?? '').length <= max, 'long');
const needed = <T>(schema: z.ZodType<T | null>, reason: string) =>
  schema.transform((value, check): T => {
    if (value !== null) return value;
    check.addIssue({ code: 'custom', message: reason });
    return z.NEVER;
  });

const date = z.string({ error: 'date_missing' }).refine(isValidDate, 'date_missing');
const time = z.string({ error: 'time_missing' }).refine(isValidTime, 'time_missing');
const several = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);
const chosen = z
  .string()
  .nullish()
  .transform((id) => id ?? null);
const count = z
  .string()
  .nullish()
  .transform((text) => (text ? Number(text) : null))
  .refine((n) => n === null || (Number.isInteger(n) && n >= 1 && n <= 5000), 'not_a_count');

const link = line(PLACE_MAX).refine((text) => text === null || /^https?:\/\/\S+$/.test(text), 'not_a_link');

/** Parts beside the first, one a line: `24.11.2023 9:00–15:00`. */
const more = words(600).transform((text, check): readonly Session[] => {
  const parsed = parseSessions(text ?? '');
  if (parsed) return parsed;
  check.addIssue({ code: 'custom', message: 'not_sessions' });
  return z.NEVER;
});

const when = { date, from: time, to: time, more, sign_up_on: date, sign_up_time: time, place: line(PLACE_MAX), link };

const about = {
  title: needed(line(TITLE_MAX), 'title_missing'),
  kind: z.enum(KINDS, { error: 'choose' }),
  form: z.enum(FORMS, { error: 'choose' }),
  agenda: words(WORDS_MAX),
  topics: several,
  rules: several,
  seats: count,
  seats_per_organisation: needed(count, 'not_a_count').refine((n) => n <= 10, 'not_a_count'),
};

export const draftForm = z.object({ ...about, ...when });
export const aboutForm = z.object(about);
export const moveForm = z.object({ ...when, reason: words(REASON_MAX) });
export type AboutInput = z.infer<typeof aboutForm>;
export type DraftInput = z.infer<typeof draftForm>;
type WhenInput = Pick<z.infer<typeof moveForm>, keyof typeof when>;

/** When and where it is, as the form says. */
export const whenOf = (input: WhenInput) => ({
  sessions: [{ date: input.date, from: input.from, to: input.to }, ...input.more],
  signUp: { date: input.sign_up_on, time: input.sign_up_time },
  place: input.place,
  link: input.link,
});

export const aboutOf = ({ title, kind, form, agenda, topics, rules, seats, seats_per_organisation }: AboutInput) => ({
  ...{ title, kind, form, agenda, topics, seats },
  ...{ isRequired: rules.includes('required'), seatsPerOrganisation: seats_per_organisation },
});

export const cancelForm = z.object({ reason: needed(words(REASON_MAX), 'give_reason') });
export const announceForm = z.object({ rules: several });
export const whoForm = z.object({ people: several });
export const declineForm = z.object({ reason: words(REASON_MAX) });
export const swapForm = z
  .object({
    seat: z.string({ error: 'choose' }),
    person: chosen,
    name: line(100),
  })
  .superRefine(({ person, name }, check) => {
    if ((person === null) === (name === null))
      check.addIssue({ code: 'custom', path: ['name'], message: 'one_of_two' });
  });
export const needsForm = z.object({
  seat: z.string({ error: 'choose' }),
  diet: words(NEED_MAX),
  access: words(NEED_MAX),
  before: several,
});
/** An organisation, or somebody who comes for none. */
export const signUpForForm = z
  .object({ organisation: chosen, person: chosen })
  .superRefine(({ organisation, person }, check) => {
    if ((organisation === null) === (person === null))
      check.addIssue({ code: 'custom', path: ['person'], message: 'one_who' });
  });
export const codeForm = z.object({ code: needed(line(20), 'code_missing') });
/** Who is ticked in the form of attendance. */
export function attendanceForm(formId: string) {
  const { here, hereMore, online, onlineMore } = attendanceFields(formId);
  return z
    .object({ [here]: several, [hereMore]: several, [online]: several, [onlineMore]: several })
    .transform((ticked) => ({
      here: [...(ticked[here] ?? []), ...(ticked[hereMore] ?? [])],
      online: [...(ticked[online] ?? []), ...(ticked[onlineMore] ?? [])],
    }));
}
export const excuseForm = z.object({
  seat: z.string({ error: 'choose' }),
  reason: needed(words(REASON_MAX), 'give_reason'),
});
