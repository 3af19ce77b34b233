import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import type { MatterWords } from '../../platform/feature.ts';
import { actions, context, header, section } from '../../platform/slack/blocks.ts';
import { texts } from './texts.ts';

export type Shown = { readonly due: Date | null; readonly words: MatterWords };

const SHOWN = 8;

function lines({ due, words }: Shown, now: Date, locale: Locale): AnyBlock[] {
  const say = texts(locale);
  const until = due ? [due < now ? say.overdue(formatMoment(due, locale)) : say.due(formatMoment(due, locale))] : [];
  const text = [`*${words.what}*`, ...(words.why ? [words.why] : []), ...until].join('\n');
  const [first, ...more] = words.buttons ?? [];
  return more.length > 0 && first ? [section(text), actions([first, ...more])] : [section(text, first)];
}

/** The matters, nearest first, each with its date and its button; at most eight, the others counted. */
export function matterBlocks(matters: readonly Shown[], now: Date, locale: Locale): readonly AnyBlock[] {
  const rest = matters.length - SHOWN;
  const more = rest > 0 ? [context(texts(locale).more(rest))] : [];
  return [...matters.slice(0, SHOWN).flatMap((matter) => lines(matter, now, locale)), ...more];
}

/** What is next for a person: a heading and the list, or the kind word that nothing is. */
export function nextBlocks(matters: readonly Shown[], now: Date, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const list = matters.length > 0 ? matterBlocks(matters, now, locale) : [section(words.none)];
  return [header(words.heading), ...list];
}
