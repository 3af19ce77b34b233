import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context } from '../../../platform/slack/blocks.ts';
import { IDS } from '../ids.ts';
import { texts } from '../texts.ts';

export type Pages = {
  readonly from: number;
  readonly total: number;
  /** So many on one. */
  readonly each: number;
  /** The value of the page that begins there. */
  readonly at: (from: number) => string;
};

/** The ways to the pages before and after, with where one is; nothing when there is one page. */
export function turnBlocks({ from, total, each, at }: Pages, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale).list;
  const turn = [
    ...(from > 0 ? [button(IDS.previous, words.previous, { value: at(Math.max(0, from - each)) })] : []),
    ...(from + each < total ? [button(IDS.next, words.next, { value: at(from + each) })] : []),
  ];
  return turn.length > 0 ? [context(words.page(from + 1, Math.min(from + each, total), total)), actions(turn)] : [];
}
