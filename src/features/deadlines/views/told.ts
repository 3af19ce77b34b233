import type { Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS, listCodec } from '../ids.ts';
import type { ClosingChange, Moment } from '../rules/index.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { shortName } from './names.ts';

/** A deadline that a move has changed, as it stands now: said again later, the words are still true. */
export type MovedLine = {
  readonly label: string;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly due: Moment;
};

export type Moved = {
  readonly participationId: string;
  /** All of them had no date before. */
  readonly isNew: boolean;
  /** It answers a wish for more time. */
  readonly isOnRequest: boolean;
  readonly lines: readonly MovedLine[];
  readonly reason: string | null;
};

function line({ label, state, due }: MovedLine, words: DeadlinesTexts, locale: Locale): string {
  const name = shortName(label);
  if (state === 'open') return words.moved.open(name, momentText(due, locale));
  return state === 'done' ? words.moved.done(name) : words.moved.removed(name);
}

/** New dates, for an organisation's channel. Former dates are not named: they stand in the history. */
export function movedMessage(moved: Moved, locale: Locale): Message {
  const words = texts(locale);
  const { participationId, isNew, isOnRequest, lines, reason } = moved;
  const usual = isNew ? words.moved.headSet : words.moved.head;
  const head = isOnRequest ? words.moved.onRequest : usual;
  const why = reason ? [words.moved.why(typed(reason))] : [];
  const value = listCodec.encode({ participationId, from: 0 });
  return {
    text: `${head}: ${lines.map(({ label }) => shortName(label)).join(', ')}`,
    blocks: [
      section([`*${head}*`, ...lines.map((one) => line(one, words, locale)), ...why].join('\n')),
      actions([button(IDS.list, words.card.button, { value })]),
    ],
  };
}

export type Closing = {
  readonly cohort: string;
  readonly change: ClosingChange;
  readonly due: Moment;
  readonly isOpen: boolean;
  readonly reason: string | null;
  /** For somebody with a draft: the buttons that lead to it. */
  readonly draft: readonly Button[] | null;
};

/** The new closing of a call, for those who fill a draft and for the cohort's channel (CO-2). */
export function closingMessage(closing: Closing, locale: Locale): Message {
  const words = texts(locale).closing.notice;
  const { change, cohort, due, draft, reason, isOpen } = closing;
  const head = words[change](shortName(cohort), momentText(due, locale));
  const mine = draft ? [isOpen ? words.draft : words.draftKept] : [];
  const why = reason ? [words.reason(typed(reason))] : [];
  const buttons = draft && draft.length > 0 ? [actions([...draft])] : [];
  return { text: head, blocks: [section([head, ...mine, ...why].join('\n')), ...buttons] };
}
