import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, type ListValue, listCodec } from '../ids.ts';
import type { Side } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { openButton } from './messages.ts';
import { type OpinionFacts, shortName } from './names.ts';
import { stateText } from './page.ts';

export const PAGE = 8;

export type ListRow = Pick<OpinionFacts, 'opinionId' | 'organisation' | 'writer' | 'state' | 'number' | 'due'> & {
  readonly side: Side;
};

/** Opinions of a cohort, or one's own: how each stands, and the way to it. */
export function listModal(
  { list, rows, total }: { readonly list: ListValue; readonly rows: readonly ListRow[]; readonly total: number },
  locale: Locale,
): Modal {
  const words = texts(locale);
  const line = (row: ListRow): AnyBlock => {
    const writer = row.side === 'organisation' ? null : row.writer && shortName(row.writer);
    const said = words.list.line(shortName(row.organisation), stateText(row, row.side, locale), writer);
    return section(said, openButton(row.opinionId, words.list.open));
  };
  const to = (from: number) => ({ value: listCodec.encode({ ...list, from }) });
  const turns = [
    ...(list.from > 0 ? [button(IDS.previous, words.list.previous, to(Math.max(0, list.from - PAGE)))] : []),
    ...(list.from + PAGE < total ? [button(IDS.next, words.list.next, to(list.from + PAGE))] : []),
  ];
  return {
    callbackId: IDS.page,
    title: words.list.title,
    blocks: [
      section(total === 0 ? words.list.none : words.list.count(total)),
      ...rows.map(line),
      ...(turns.length > 0 ? [actions(turns)] : []),
    ],
  };
}

/** App Home: the way to the list. */
export const homeBlocks = (list: ListValue, count: number, locale: Locale): readonly AnyBlock[] => {
  const words = texts(locale).list;
  return [section(words.home(count), button(IDS.list, words.button, { value: listCodec.encode(list) }))];
};
