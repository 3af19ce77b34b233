import type { Locale } from './locale.ts';

/** Word forms by number. Polish needs three (1 dzień, 2 dni, 5 dni) and `other` for fractions; English needs two. */
export type PluralForms = {
  readonly pl: { readonly one: string; readonly few: string; readonly many: string; readonly other?: string };
  readonly en: { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string };
};

const rules = { pl: new Intl.PluralRules('pl'), en: new Intl.PluralRules('en') };
const graphemes = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/** The word form for `n` things, without the number itself (R5). */
export function plural<L extends Locale>(locale: L, n: number, forms: PluralForms[L]): string {
  const all: { readonly [form in Intl.LDMLPluralRule]?: string } = forms;
  return all[rules[locale].select(n)] ?? all.other ?? all.many ?? '';
}

/** Free text made safe for Slack's mrkdwn: no mention, link or broadcast can be formed from it. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * At most `max` UTF-16 units (Slack's limits), ending with … when something was cut.
 * Never splits a surrogate pair or a letter from its accents.
 */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : cut(text, max, (piece) => piece);
}

/** Escapes for mrkdwn and then fits into `max` units; no `&amp;` is ever cut in half. */
export function escapeAndClip(text: string, max: number): string {
  const whole = escapeSlack(text);
  return whole.length <= max ? whole : cut(text, max, escapeSlack);
}

function cut(text: string, max: number, shown: (piece: string) => string): string {
  if (max < 1) return '';
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    const piece = shown(segment);
    if (kept.length + piece.length > max - 1) break;
    kept += piece;
  }
  return `${kept.trimEnd()}…`;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Keeps a right-to-left name from turning round the sentence it stands in; other names come back untouched. */
export function isolate(text: string): string {
  const bare = text.replace(BIDI_CONTROLS, '');
  return RIGHT_TO_LEFT.test(bare) ? `\u2068${bare}\u2069` : bare;
}

/** One line: control characters and text-direction overrides removed, runs of white space made one space, ends trimmed. */
export function collapse(text: string): string {
  return removeControls(text).replace(/\s+/gu, ' ').trim();
}

/** Several lines: as `collapse`, but lines stay lines, with at most one empty line between paragraphs. */
export function tidyLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/u).map(collapse);
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function removeControls(text: string): string {
  return text
    .toWellFormed()
    .replace(BIDI_CONTROLS, '')
    .replace(/[\t\n\v\f\r\u0085]/gu, ' ')
    .replace(/[\p{Cc}\uFEFF]/gu, '');
}
