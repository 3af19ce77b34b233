import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { context, section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import type { Moment } from '../rules/index.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { shortName } from './names.ts';

const SHOWN = 30;

/** One step: from, to, who, when, why (T8). */
export type HistoryStep = {
  readonly act: 'set' | 'moved' | 'removed' | 'done' | 'reopened';
  readonly from: Moment | null;
  readonly to: Moment | null;
  readonly origin: 'chosen' | 'rule' | 'policy';
  readonly person: string | null;
  readonly reason: string | null;
  readonly at: Date;
};

function what({ act, from, to }: HistoryStep, words: DeadlinesTexts, locale: Locale): string {
  const text = (moment: Moment | null) => (moment ? momentText(moment, locale) : words.list.none);
  if (act === 'moved') return words.history.moved(text(from), text(to));
  if (act === 'removed') return words.history.removed(text(from));
  return act === 'done' ? words.history.done : words.history[act](text(to));
}

function stepBlock(step: HistoryStep, words: DeadlinesTexts, locale: Locale): AnyBlock {
  const { by, bot, why } = words.history;
  const who = step.origin === 'chosen' ? by.chosen(step.person ? shortName(step.person) : bot) : by[step.origin];
  const head = `*${formatMoment(step.at, locale)}*, ${who}`;
  const reason = step.reason ? [why(typed(step.reason))] : [];
  return section([head, what(step, words, locale), ...reason].join('\n'));
}

/** Everything that happened to a date, the newest first. Former dates stand here and nowhere else (N8). */
export function historyModal(label: string, steps: readonly HistoryStep[], locale: Locale): Modal {
  const words = texts(locale);
  const rest = steps.length - SHOWN;
  const shown = steps.slice(0, SHOWN).map((step) => stepBlock(step, words, locale));
  return {
    callbackId: IDS.history,
    title: words.history.title,
    blocks: [
      section(`*${shortName(label)}*`),
      ...(shown.length > 0 ? shown : [section(words.history.none)]),
      ...(rest > 0 ? [context(words.history.more(rest))] : []),
    ],
  };
}
