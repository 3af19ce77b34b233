import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, type ListValue, listCodec } from '../ids.ts';
import { type ConsultationsTexts, type Span, texts, timeText, untilText } from '../texts.ts';
import { shortName } from './facts.ts';

export type Row = {
  readonly id: string;
  readonly state: string;
  readonly time: Span;
  readonly organisation: string;
  readonly expert: string;
  readonly openUntil: Date | null;
  /** Who looks: their own side is not named. */
  readonly side: 'organisation' | 'expert' | 'staff';
};

/** So many on a page of the list (SY-4). */
export const PAGE = 8;
const HOME_ROWS = 5;

function rowBlocks(row: Row, reader: string, words: ConsultationsTexts, locale: Locale): readonly AnyBlock[] {
  const { list, buttons } = words;
  const isAsked = row.state === 'requested' && row.openUntil;
  const state = isAsked && row.openUntil ? list.requested(untilText(row.openUntil, locale, reader)) : list.booked;
  const [organisation, expert] = [shortName(row.organisation), shortName(row.expert)];
  const other = row.side === 'expert' ? organisation : expert;
  const who = row.side === 'staff' ? list.both(organisation, expert) : other;
  const { id: value } = row;
  const move = button(IDS.move, buttons.move, { value });
  const cancel = button(IDS.cancel, buttons.cancel, { value });
  const answer = [
    button(IDS.approve, buttons.approve, { value, style: 'primary' }),
    button(IDS.refuse, buttons.refuse, { value }),
  ];
  const own = isAsked && row.side === 'expert' ? answer : [move, cancel];
  return [section(list.row(timeText(row.time, locale, reader), who, state)), actions(own)];
}

type List = {
  /** Those of the page at hand. */
  readonly rows: readonly Row[];
  readonly of: ListValue;
  readonly page: number;
  readonly pages: number;
  readonly reader: string;
  /** Minutes used of the organisation's hours; null: there is no limit, or it is not one organisation's list. */
  readonly quota: { readonly used: number; readonly hours: number } | null;
  /** The organisation's place, for the button that books. */
  readonly participationId: string | null;
};

function paging({ of, page, pages }: List, { list }: ConsultationsTexts): readonly AnyBlock[] {
  if (pages === 1) return [];
  const to = (target: number) => ({ value: listCodec.encode({ ...of, page: target }) });
  const buttons = [
    ...(page > 1 ? [button(IDS.listPrevious, list.previous, to(page - 1))] : []),
    ...(page < pages ? [button(IDS.listNext, list.next, to(page + 1))] : []),
  ];
  return [context(list.page(page, pages)), actions(buttons)];
}

/** What is booked and asked for, page by page, with what can be done. */
export function listModal(data: List, locale: Locale): Modal {
  const words = texts(locale);
  const { list, buttons } = words;
  const { rows, reader, quota, participationId } = data;
  return {
    callbackId: IDS.list,
    title: list.title,
    blocks: [
      ...(rows.length === 0 ? [section(list.none)] : []),
      ...rows.flatMap((row) => rowBlocks(row, reader, words, locale)),
      ...paging(data, words),
      ...(quota ? [context(list.quota(list.minutes(quota.used), list.hours(quota.hours)))] : []),
      ...(participationId ? [actions([button(IDS.book, buttons.book, { value: participationId })])] : []),
    ],
  };
}

/** The next ones in App Home, and the way to all of them; `total` says how many there are. */
export function homeBlocks(
  { rows, total }: { readonly rows: readonly Row[]; readonly total: number },
  reader: string,
  locale: Locale,
): readonly AnyBlock[] {
  const words = texts(locale);
  const all = button(IDS.list, words.buttons.list, { value: listCodec.encode({ own: true }) });
  return [
    section(words.list.home, all),
    ...rows.slice(0, HOME_ROWS).flatMap((row) => rowBlocks(row, reader, words, locale)),
    ...(total > HOME_ROWS ? [context(words.list.more(total - HOME_ROWS))] : []),
  ];
}
