import { z } from 'zod';
import { isValidDate, isValidTime, minutesOf } from '../../core/calendar/index.ts';
import { collapse } from '../../core/text.ts';
import { IDS } from './ids.ts';
import { isZone } from './operations/index.ts';
import { KINDS } from './rules/index.ts';

const END_OF_DAY = 1440;
const WORDS_MAX = 300;

const time = z.string({ error: 'time_missing' }).refine(isValidTime, 'time_missing');
const date = z.string({ error: 'date_missing' }).refine(isValidDate, 'date_missing');
const kinds = z
  .array(z.enum(KINDS))
  .nullish()
  .transform((chosen) => chosen ?? []);

/** The end of a part of a day: its 00:00 is that of the next. */
const endOf = (clock: string): number => minutesOf(clock) || END_OF_DAY;

/** Hours across midnight are two parts of two days, and are not taken as one (T7). */
function checkPart(from: string, to: string, check: z.RefinementCtx): void {
  if (minutesOf(from) < endOf(to)) return;
  const message = from === to ? 'no_time' : 'across_midnight';
  check.addIssue({ code: 'custom', path: ['to'], message });
}

const weekday = z
  .string()
  .regex(/^[1-7]$/)
  .transform(Number);

/** Hours of every week, for one or more days. */
export const weeklyForm = z
  .object({ weekdays: z.array(weekday, { error: 'choose_days' }).min(1, 'choose_days'), from: time, to: time, kinds })
  .superRefine(({ from, to }, check) => checkPart(from, to, check))
  .transform(({ weekdays, from, to, kinds: ways }) =>
    [...new Set(weekdays)].map((day) => ({ weekday: day, from: minutesOf(from), to: endOf(to), kinds: ways })),
  );

const maybeTime = z.string().nullish();

/** A day, or a part of it, that differs; the whole day asks for no times. */
export const exceptionForm = z
  .object({
    date,
    what: z.enum(['closed_day', 'closed_part', 'open'], { error: 'choose_what' }),
    from: maybeTime,
    to: maybeTime,
    kinds,
  })
  .superRefine(({ what, from, to }, check) => {
    if (what === 'closed_day') return;
    const missing = [from ? null : 'from', to ? null : 'to'].filter((name) => name !== null);
    for (const name of missing) check.addIssue({ code: 'custom', path: [name], message: 'time_missing' });
    if (from && to) checkPart(from, to, check);
  })
  .transform(({ date: on, what, from, to, kinds: ways }) => {
    const isWhole = what === 'closed_day' || !from || !to;
    const part = isWhole ? { from: 0, to: END_OF_DAY } : { from: minutesOf(from), to: endOf(to) };
    return { date: on, isOpen: what === 'open', ...part, kinds: what === 'open' ? ways : [] };
  });

const words = z
  .string()
  .max(WORDS_MAX, 'long')
  .nullish()
  .transform((text) => collapse(text ?? '') || null);
const isAddress = (text: string | null): boolean => text === null || /^https?:\/\/[^\s<>|]+\.[^\s<>|]+$/.test(text);
const between = (least: number, most: number, error: string) =>
  z
    .string({ error })
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((n) => n >= least && n <= most, { error });

/** How an expert gives consultations; the bounds are those of the table. */
export const termsForm = z
  .object({
    minutes: between(15, 480, 'choose'),
    kinds: z.array(z.enum(KINDS), { error: 'choose_kind' }).min(1, 'choose_kind'),
    place: words,
    link: words.refine(isAddress, 'link'),
    before: between(0, 240, 'choose'),
    after: between(0, 240, 'choose'),
    notice: between(0, 20_160, 'choose'),
    horizon: between(1, 365, 'horizon'),
    approval: z.enum(['no', 'yes'], { error: 'choose' }),
    [IDS.zone]: z.string({ error: 'choose' }).refine(isZone, 'choose'),
  })
  .transform(({ minutes, kinds: ways, place, link, before, after, notice, horizon, approval, [IDS.zone]: zone }) => ({
    ...{ minutes, kinds: ways, place, link, zone, bufferBefore: before, bufferAfter: after },
    ...{ noticeMinutes: notice, horizonDays: horizon, needsApproval: approval === 'yes' },
  }));

/** The days of an absence, and whose it is where staff write it. */
export const awayForm = (own: boolean) =>
  z.object({
    [IDS.expert]: own ? z.undefined().optional() : z.uuid({ error: 'choose_expert' }),
    first: date,
    last: date,
  });

export const checkForm = z.object({ [IDS.substitute]: z.uuid().nullish() });
