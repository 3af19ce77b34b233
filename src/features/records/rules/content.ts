import { z } from 'zod';
import { type CivilMoment, isValidDate, isValidTime, toInstant } from '../../../core/calendar/index.ts';
import { collapse } from '../../../core/text.ts';

export const KINDS = ['on_site', 'phone', 'online'] as const;
export type Kind = (typeof KINDS)[number];

/** What is to be done next, by whom and until when, as far as it was written so. */
export type NextStep = { readonly what: string; readonly who: string | null; readonly until: string | null };

const text = z.string();
const step = z.object({ what: text, who: text.nullable(), until: text.nullable() });

/** A card as it was sent. Times are those of the clocks where the meeting was. */
export const cardContent = z.object({
  date: z.string().refine(isValidDate),
  from: z.string().refine(isValidTime),
  to: z.string().refine(isValidTime),
  zone: text,
  minutes: z.int().min(0).max(1440),
  kind: z.enum(KINDS),
  people: text,
  area: text,
  agreed: text,
  steps: z.array(step),
  documents: z.array(text),
});
export type CardContent = Readonly<z.infer<typeof cardContent>>;

const MINUTE = 60_000;

/** Minutes that passed between two clock times of one day, whatever the clocks did meanwhile (T7); below 1: none. */
export function elapsedMinutes(from: CivilMoment, to: string): number {
  const [start, end] = [toInstant(from).instant, toInstant({ ...from, time: to }).instant];
  return Math.round((end.getTime() - start.getTime()) / MINUTE);
}

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*r\.?)?$/;

/** A day as people write it, `10.06.2026` or `2026-06-10`; null for other words. */
function dayIn(words: string): string | null {
  const [, day, month, year] = DOTTED.exec(words) ?? [];
  const date = day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : words;
  return isValidDate(date) ? date : null;
}

/** `what | who | until` in a line; who and until may be left out, and what is no day belongs to the rest. */
function stepIn(line: string): NextStep {
  const parts = line.split(/[|;]/).map(collapse).filter(Boolean);
  const until = parts.length > 1 ? dayIn(parts.at(-1) ?? '') : null;
  const [what = '', ...rest] = until === null ? parts : parts.slice(0, -1);
  return { what, who: rest.join(', ') || null, until };
}

const linesOf = (words: string): readonly string[] => words.split('\n').map(collapse).filter(Boolean);

/** The next steps, one in a line. */
export const parseSteps = (words: string): readonly NextStep[] =>
  linesOf(words)
    .map(stepIn)
    .filter(({ what }) => what !== '');

/** The steps as lines that are read the same again. */
export const stepLines = (steps: readonly NextStep[]): string =>
  steps.map(({ what, who, until }) => [what, who, until].filter((part) => part !== null).join(' | ')).join('\n');

const isLink = (line: string): boolean => /^https?:\/\/[^\s<>|]+$/i.test(line) && URL.canParse(line);

/** Links, one in a line; null when a line is none. */
export function parseLinks(words: string): readonly string[] | null {
  const lines = linesOf(words);
  return lines.every(isLink) ? lines : null;
}

/** The card of a meeting that an organisation missed: it counts no minutes. */
export const missedCard = (facts: Pick<CardContent, 'date' | 'from' | 'to' | 'zone' | 'kind'>): CardContent => ({
  ...facts,
  ...{ minutes: 0, people: '', area: '', agreed: '', steps: [], documents: [] },
});
