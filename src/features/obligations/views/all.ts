import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, header, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { allCodec, IDS } from '../ids.ts';
import type { Summary } from '../rules/summary.ts';
import { type ObligationsTexts, texts } from '../texts.ts';
import { matterLines, type Shown, theirWords } from './matters.ts';

/** So many matters on a page. */
export const PAGE = 8;
const NAME_SHOWN = 80;

type Part = keyof Summary<unknown>;

/** A matter in the list of everything; `who` is null for what staff owe. */
export type AllRow = Shown & { readonly part: Part; readonly who: string | null };

export type AllList = {
  readonly cohort: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly from: number;
  readonly total: number;
  readonly rows: readonly AllRow[];
};

/** Staff do their own matters here; those of others are read, for the buttons are for whoever owes them. */
function rowBlocks({ who, due, words }: AllRow, now: Date, locale: Locale): readonly AnyBlock[] {
  return matterLines({ due, words: who === null ? words : theirWords(words, who) }, now, locale);
}

function pager({ cohort, from, total }: AllList, words: ObligationsTexts): readonly AnyBlock[] {
  const at = (start: number) => ({ value: allCodec.encode({ cohortId: cohort.id, from: start }) });
  const turn = [
    ...(from > 0 ? [button(IDS.previous, words.all.previous, at(Math.max(0, from - PAGE)))] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.all.next, at(from + PAGE))] : []),
  ];
  if (turn.length === 0) return [];
  return [context(words.all.page(from + 1, Math.min(from + PAGE, total), total)), actions(turn)];
}

/** Everything that anybody owes in a cohort, part by part, eight on a page. */
export function allModal(list: AllList, locale: Locale): Modal {
  const words = texts(locale);
  const { rows, now } = list;
  const blocks = rows.flatMap((row, index) => [
    ...(rows[index - 1]?.part === row.part ? [] : [header(words.all.parts[row.part])]),
    ...rowBlocks(row, now, locale),
  ]);
  return {
    callbackId: IDS.all,
    title: words.all.title,
    blocks: [
      context(typedShort(list.cohort.name, NAME_SHOWN)),
      ...(rows.length > 0 ? blocks : [section(words.all.none)]),
      ...pager(list, words),
    ],
  };
}
