import type { AnyBlock } from '@slack/types';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { type CheckData, IDS } from '../ids.ts';
import type { Kept, Moment, Warning } from '../rules/index.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { shortName } from './names.ts';

const NAMES_SHOWN = 10;

export type CheckFacts = {
  readonly data: CheckData;
  readonly label: string;
  /** The organisations whose date is set or moved, with the date they have now. */
  readonly concerned: readonly { readonly name: string; readonly from: Moment | null }[];
  /** What follows by rule. */
  readonly following: readonly { readonly label: string; readonly to: Moment; readonly count: number }[];
  readonly kept: readonly { readonly label: string; readonly why: Kept['why']; readonly count: number }[];
  readonly warnings: readonly Warning[];
  /** How many channels are told. */
  readonly told: number;
};

function warningLine(warning: Warning, words: DeadlinesTexts, locale: Locale): string {
  const date = formatDate(warning.date, locale);
  switch (warning.kind) {
    case 'gap':
      return words.warnings.gap(date, warning.time, warning.becomes);
    case 'overlap':
      return words.warnings.overlap(date, warning.time);
    case 'saturday':
    case 'sunday':
    case 'holiday':
    case 'cut':
    case 'earlier':
      return words.warnings[warning.kind](date);
    default:
      return warning satisfies never;
  }
}

/** What staff should look at before they confirm, or nothing. */
export function warningBlocks(warnings: readonly Warning[], locale: Locale): readonly AnyBlock[] {
  if (warnings.length === 0) return [];
  const words = texts(locale);
  const lines = warnings.map((one) => `• ${warningLine(one, words, locale)}`);
  return [section([words.warnings.heading, ...lines].join('\n'))];
}

function concerned({ concerned: all }: CheckFacts, words: DeadlinesTexts, locale: Locale): string {
  const lines = all.slice(0, NAMES_SHOWN).map(({ name, from }) => {
    const whose = shortName(name);
    return `• ${from ? words.check.now(whose, momentText(from, locale)) : words.check.fresh(whose)}`;
  });
  const rest = all.length - NAMES_SHOWN;
  const more = rest > 0 ? [`• ${words.check.more(rest)}`] : [];
  return [words.check.concerns(all.length), ...lines, ...more].join('\n');
}

function list(heading: string, lines: readonly string[]): readonly AnyBlock[] {
  return lines.length > 0 ? [section([heading, ...lines.map((line) => `• ${line}`)].join('\n'))] : [];
}

/** Exactly what a move would do, before anything is written: whom it concerns, what follows, what stays (N8). */
export function checkModal(facts: CheckFacts, isChanged: boolean, locale: Locale): Modal {
  const words = texts(locale);
  const { data, label, following, kept, warnings, told } = facts;
  const follows = following.map((one) =>
    words.check.following(shortName(one.label), momentText(one.to, locale), one.count),
  );
  const stays = kept.map((one) => words.check.keptRow(shortName(one.label), words.check.why[one.why], one.count));
  return {
    callbackId: IDS.check,
    title: words.check.title,
    submit: words.check.confirm,
    close: words.check.back,
    metadata: data,
    blocks: [
      ...(isChanged ? [section(words.check.changed)] : []),
      section(words.check.head(shortName(label), momentText(data, locale))),
      ...warningBlocks(warnings, locale),
      section(concerned(facts, words, locale)),
      ...list(words.check.follow, follows),
      ...list(words.check.kept, stays),
      section(words.check.told(told)),
    ],
  };
}
