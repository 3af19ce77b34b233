import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, fields, section } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { actionCodec, IDS } from '../ids.ts';
import { texts } from '../texts.ts';
import { type ActionFacts, type DateFacts, dateStateText, longWords, shortName, whenOf } from './names.ts';
import { answerButtons, type ChangeLine, type Where, whereText } from './page.ts';

const openButton = (actionId: string, text: string) =>
  button(IDS.page, text, { value: actionCodec.encode({ actionId }) });

/** In the organisation's channel, once: what is planned; it always shows the dates that hold. */
export function plannedMessage(facts: ActionFacts, locale: Locale): Message {
  const words = texts(locale);
  const lines = facts.dates.map((date) => {
    const when = whenOf(date, locale);
    return date.state === 'planned' && !date.isOver ? `• ${when}` : `• ${when} – ${dateStateText(date, locale)}`;
  });
  return {
    text: words.planned.text(shortName(facts.title)),
    blocks: [
      section([words.planned.body(shortName(facts.title)), ...lines].join('\n')),
      ...(facts.state === 'planned' ? [context(words.planned.after)] : []),
      actions([openButton(facts.actionId, words.card.open)]),
    ],
  };
}

export type ChangedFacts = ChangeLine & {
  /** What else was called off by the same act. */
  readonly also: readonly Where[];
  readonly actionId: string;
  readonly organisation: string;
  readonly title: string;
  readonly reason: string | null;
  readonly reader: 'organisation' | 'expert' | 'staff';
  readonly isShort: boolean;
  /** Nothing of the action is ahead, and nothing was held. */
  readonly isOff: boolean;
};

/** A step in the history of an action's dates, said once to each whom it concerns (T8, 29). */
export function changedMessage(facts: ChangedFacts, locale: Locale): Message {
  const words = texts(locale);
  const { changed, card } = words;
  const { act, from, to, also, reason, reader } = facts;
  const isMany = also.length > 0;
  const all = [...(from ? [from] : []), ...also].map((one) => `• ${whereText(one, locale)}`);
  const pairs = [
    ...(from && !isMany ? [[changed.from, whereText(from, locale)] as const] : []),
    ...(to ? [[changed.to, whereText(to, locale)] as const] : []),
    ...(reason === null ? [] : [[changed.reason, longWords(reason, 1000)] as const]),
  ];
  const notes = [
    ...(facts.isShort && reader === 'staff' ? [changed.short] : []),
    ...(facts.isOff && reader === 'staff' ? [changed.off] : []),
  ];
  const text = isMany ? changed.many : changed.text[act];
  return {
    text,
    blocks: [
      section(`*${text}*\n${changed.body(shortName(facts.organisation), shortName(facts.title))}`),
      ...(isMany ? [section(all.join('\n'))] : []),
      ...(pairs.length > 0 ? [fields(pairs)] : []),
      ...(notes.length > 0 ? [context(...notes)] : []),
      actions([openButton(facts.actionId, card.open)]),
    ],
  };
}

export type AskedFacts = {
  readonly actionId: string;
  readonly title: string;
  readonly date: DateFacts;
  /** Another time holds since it was asked. */
  readonly isMoved: boolean;
  readonly isOpen: boolean;
  /** The action took place, and nobody reported of it yet. */
  readonly needsReport: boolean;
};

/** The day after, in the organisation's channel: did it take place? One click (OR-7). Then what was said. */
export function askedMessage(facts: AskedFacts, locale: Locale): Message {
  const { asked, report } = texts(locale);
  const { actionId, title, date, isMoved, isOpen, needsReport } = facts;
  const body = section(asked.body(shortName(title), whenOf(date, locale)));
  if (isMoved) return { text: asked.text, blocks: [body, context(asked.moved)] };
  if (date.state === 'planned')
    return { text: asked.text, blocks: [body, actions([...answerButtons(date, false, locale)])] };
  const value = actionCodec.encode({ actionId });
  const buttons = [
    ...(needsReport ? [button(IDS.report, report.button, { value, style: 'primary' as const })] : []),
    ...(isOpen ? [openButton(actionId, asked.correct)] : []),
  ];
  const said = asked.said(dateStateText(date, locale));
  return {
    text: asked.text,
    blocks: [
      body,
      context(said, ...(needsReport ? [asked.last] : [])),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ],
  };
}
