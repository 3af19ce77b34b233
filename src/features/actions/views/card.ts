import type { AnyBlock, Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { actionCodec, IDS, listCodec, placeCodec } from '../ids.ts';
import { texts } from '../texts.ts';
import { type ActionFacts, shortName, whenOf } from './names.ts';

const SHOWN = 3;

/** An organisation's place with its action, or none yet. */
export type PlaceFacts = {
  readonly participationId: string;
  readonly organisation: string;
  readonly action: ActionFacts | null;
  readonly needsReport: boolean;
  readonly isUnobserved: boolean;
};

/** The action in a few lines: its name and state, then the dates that are ahead, or those there were. */
export function summaryText(action: ActionFacts | null, locale: Locale): string {
  const words = texts(locale);
  if (!action) return words.card.none;
  const ahead = action.dates.filter(({ state, isOver }) => state === 'planned' && !isOver);
  const shown = (ahead.length > 0 ? ahead : action.dates).slice(0, SHOWN);
  const more = (ahead.length > 0 ? ahead : action.dates).length - shown.length;
  return [
    words.card.line(shortName(action.title), words.states[action.state]),
    ...shown.map((date) => `• ${whenOf(date, locale)}`),
    ...(more > 0 ? [words.card.more(more)] : []),
  ].join('\n');
}

/** The way to an action: its page, or the form that writes it down. */
export function placeButton({ participationId, action }: PlaceFacts, locale: Locale): Button {
  const { card } = texts(locale);
  if (action) return button(IDS.page, card.open, { value: actionCodec.encode({ actionId: action.actionId }) });
  return button(IDS.plan, card.plan, { value: placeCodec.encode({ participationId }) });
}

function rowBlock(facts: PlaceFacts, mayPlan: boolean, locale: Locale): AnyBlock {
  const { list } = texts(locale);
  const notes = [...(facts.isUnobserved ? [list.unobserved] : []), ...(facts.needsReport ? [list.noReport] : [])];
  const lines = [summaryText(facts.action, locale), ...notes.map((one) => `_${one}_`)].join('\n');
  const said = list.row(shortName(facts.organisation), lines);
  return facts.action || mayPlan ? section(said, placeButton(facts, locale)) : section(said);
}

export const PAGE = 8;

export type ListFacts = {
  /** Null: the reader's own. */
  readonly cohort: { readonly id: string; readonly name: string } | null;
  readonly from: number;
  readonly total: number;
  readonly rows: readonly PlaceFacts[];
  readonly mayPlan: boolean;
};

/** The actions of a cohort for its staff, eight on a page; or the reader's own. */
export function listModal({ cohort, from, total, rows, mayPlan }: ListFacts, locale: Locale): Modal {
  const { list } = texts(locale);
  const turn = (start: number) => ({ value: listCodec.encode({ cohortId: cohort?.id ?? '', from: start }) });
  const pages = [
    ...(cohort && from > 0 ? [button(IDS.previous, list.previous, turn(Math.max(0, from - PAGE)))] : []),
    ...(cohort && from + PAGE < total ? [button(IDS.next, list.next, turn(from + PAGE))] : []),
  ];
  return {
    callbackId: IDS.list,
    title: list.title,
    blocks: [
      section(cohort ? list.intro(shortName(cohort.name)) : list.own),
      ...(rows.length === 0 ? [section(list.none)] : rows.map((row) => rowBlock(row, mayPlan, locale))),
      ...(pages.length > 0 ? [context(list.page(from + 1, Math.min(from + PAGE, total), total)), actions(pages)] : []),
    ],
  };
}

/** The reader's actions in App Home. */
export function homeBlocks(rows: readonly PlaceFacts[], mayPlan: boolean, locale: Locale): readonly AnyBlock[] {
  const { list } = texts(locale);
  return [section(`*${list.title}*`), ...rows.slice(0, SHOWN).map((row) => rowBlock(row, mayPlan, locale))];
}
