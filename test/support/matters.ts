import { expect } from 'vitest';
import { definitionNamed } from './applications.ts';

/** A matter as its words name it: its kind, and the organisation it is about. */
export type Named = { readonly kind: string; readonly name: string };

type Line = Named | { readonly kind: string; readonly count: number };
/** What a surface shows: single matters, many of a kind in one line, and how many it only counts. */
export type Read = { readonly lines: readonly Line[]; readonly rest: number };

const KINDS = definitionNamed('debiuty-2023').deadlines;
const SINGLE: readonly (readonly [string, RegExp])[] = [
  ['applications.send', /^Dokończ i wyślij zgłoszenie: (.+)$/],
  ['applications.check', /^Oceń formalnie zgłoszenie nr \d+: (.+)$/],
  ['applications.decide', /^Przygotuj decyzję w sprawie zgłoszenia nr \d+: (.+)$/],
  ['assignments.answer', /^Odpowiedz, czy poprowadzisz organizację (.+) \(.+\)$/],
  ['assignments.find', /^Znajdź eksperta lub ekspertkę dla organizacji (.+)$/],
];
const MANY: readonly (readonly [string, RegExp])[] = [
  ['applications.check', /^Oceń formalnie: (\d+)/],
  ['applications.decide', /^Przygotuj decyzje: (\d+)/],
  ['assignments.find', /^Znajdź ekspertów lub ekspertki: \S+ (\d+)/],
  ['deadlines.request', /^Odpowiedz na prośby o więcej czasu: \S+ (\d+)/],
];
/** What an organisation owes, in words that do not name it. */
const OWN: readonly (readonly [string, string])[] = [['actions.plan', 'Zapiszcie działanie: nazwa, termin i miejsce']];
const REQUEST = /^Odpowiedz na prośbę o więcej czasu: (.+), ([^,]+)$/;

/** A line about a deadline: the organisation is named, or it is the reader (`own`). */
function deadlineLine(text: string, own: string | null): Line | null {
  for (const { key, what, label } of KINDS) {
    const kind = `deadlines.${key}`;
    if (text === what.pl && own !== null) return { kind, name: own };
    if (text.startsWith(`${what.pl}: `)) return { kind, name: text.slice(what.pl.length + 2) };
    const many = text.startsWith(`${label.pl}: `) ? /: (\d+) organizac/.exec(text) : null;
    if (many) return { kind, count: Number(many[1]) };
  }
  return null;
}

/** What a line speaks of; null: it is no matter. `own`: the organisation whose words these are. */
export function lineOf(text: string, own: string | null = null): Line | null {
  const request = REQUEST.exec(text);
  const asked = request && KINDS.find(({ label }) => label.pl === request[2]);
  if (request && asked) return { kind: `deadlines.request ${asked.key}`, name: request[1] ?? '' };
  for (const [kind, pattern] of SINGLE) {
    const found = pattern.exec(text);
    if (found) return { kind, name: found[1] ?? '' };
  }
  for (const [kind, pattern] of MANY) {
    const found = pattern.exec(text);
    if (found) return { kind, count: Number(found[1]) };
  }
  const [kind] = OWN.find(([, words]) => own !== null && text === words) ?? [];
  return kind && own !== null ? { kind, name: own } : deadlineLine(text, own);
}

/** The words of blocks as people read them, without the marks that keep names apart. */
export const textsOf = (blocks: unknown): readonly string[] =>
  (Array.isArray(blocks) ? blocks : []).flatMap((block: { text?: { text?: string }; elements?: unknown[] }) => {
    const own = block.text?.text === undefined ? [] : [block.text.text];
    const inner = (block.elements ?? []).flatMap((one) => {
      const { text } = one as { text?: unknown };
      return typeof text === 'string' ? [text] : [];
    });
    return [...own, ...inner].map((text) => text.replaceAll(/[\u2068\u2069\u2060]/g, ''));
  });

/** The matters in a list of blocks: paragraphs whose first line is bold, and "and so many more". */
export function readMatters(blocks: unknown, own: string | null = null): Read {
  const texts = textsOf(blocks);
  const lines = texts.flatMap((text) => {
    const first = /^\*(.+)\*$/.exec(text.split('\n')[0] ?? '');
    if (!first?.[1]) return [];
    // Where matters of others stand, whose they are comes first.
    const [, who = '', what = ''] = /^(.+?): (.+)$/.exec(first[1]) ?? [];
    return lineOf(first[1], own) ?? lineOf(what, who) ?? [];
  });
  return { lines, rest: restOf(texts) };
}

export const restOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Number(/^I jeszcze (\d+) spraw/.exec(text)?.[1] ?? 0), 0);

const nameOf = ({ kind, name }: Named): string => `${kind}: ${name}`;
/** Lines that a list shows at most. */
const MOST = 8;

/** Fails unless a surface shows exactly these matters: each once, those it does not show counted. */
export function expectSame(surface: string, { lines, rest }: Read, expected: readonly Named[]): void {
  const left = expected.map(nameOf).sort();
  const take = (name: string): void => {
    const index = left.indexOf(name);
    expect(index, `${surface} shows "${name}", which nobody owes there; left: ${left.join('; ')}`).toBeGreaterThan(-1);
    left.splice(index, 1);
  };
  for (const line of lines) if ('name' in line) take(nameOf(line));
  for (const line of lines) {
    if ('name' in line) continue;
    const of = left.filter((name) => name.startsWith(`${line.kind}: `) || name.startsWith(`${line.kind} `));
    expect(of.length, `${surface} joins ${line.count} of ${line.kind}`).toBe(line.count);
    of.forEach(take);
  }
  expect(rest === 0 || lines.length === MOST, `${surface} counts ${rest} while it has room`).toBe(true);
  expect(left.length, `${surface} does not show: ${left.join('; ')}`).toBe(rest);
}
