import type { AnyBlock, Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import { IDS, type ListValue, listCodec } from '../ids.ts';
import type { Moment } from '../rules/index.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { shortName } from './names.ts';

const SHOWN = 12;

export type CardLine = {
  readonly label: string;
  readonly due: Moment;
  readonly isDone: boolean;
  readonly owes: 'organisation' | 'expert' | 'staff';
  /** More time is asked for. */
  readonly waits: boolean;
};

function line({ label, due, isDone, owes, waits }: CardLine, words: DeadlinesTexts, locale: Locale): string {
  const name = shortName(label);
  if (isDone) return words.card.done(name);
  const moment = momentText(due, locale);
  const open =
    owes === 'organisation' ? words.card.open(name, moment) : words.card.openBy(name, words.own.owes[owes], moment);
  return waits ? `${open} (${words.card.waits})` : open;
}

/** All dates of a place, on its card: what is done, what comes, and whose it is (OR-2). */
export function cardBlocks(lines: readonly CardLine[], locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const rest = lines.length - SHOWN;
  const shown = lines.slice(0, SHOWN).map((one) => line(one, words, locale));
  const more = rest > 0 ? [`• ${words.check.more(rest)}`] : [];
  return lines.length > 0 ? [section([words.card.heading, ...shown, ...more].join('\n'))] : [];
}

/** The way to the list, in which everybody sees what is theirs. */
export const listButton = (list: ListValue, locale: Locale): Button =>
  button(IDS.list, texts(locale).card.button, { value: listCodec.encode(list) });

/** App Home: the way to the lists of the cohorts one is staff of, or to one's own. */
export function homeBlocks(
  of: { readonly cohorts: readonly { readonly id: string; readonly name: string }[]; readonly isOwn: boolean },
  locale: Locale,
): readonly AnyBlock[] {
  const words = texts(locale);
  const lists = of.cohorts.map(({ id, name }) =>
    section(shortName(name), listButton({ cohortId: id, from: 0 }, locale)),
  );
  const own = of.isOwn
    ? [actions([button(IDS.list, words.home.own, { value: listCodec.encode({ own: true, from: 0 }) })])]
    : [];
  return lists.length + own.length > 0 ? [section(words.home.heading), ...lists, ...own] : [];
}
