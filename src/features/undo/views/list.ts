import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, divider, header, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, pageCodec } from '../ids.ts';
import type { ShownAct } from '../operations/show.ts';
import { texts, type UndoTexts } from '../texts.ts';
import { cutName, refusalOf, waitingBlocks, whatOf } from './parts.ts';

export type ActList = {
  /** How many wait, on all pages. */
  readonly waiting: number;
  readonly page: number;
  readonly pages: number;
  readonly acts: readonly ShownAct[];
};

function endedBlocks(act: ShownAct, words: UndoTexts, locale: Locale): readonly AnyBlock[] {
  const { list } = words;
  const what = whatOf(act);
  const ended = act.endedAt ? formatMoment(act.endedAt, locale) : '';
  const by = list.at(ended, cutName(act.by));
  const how = act.state === 'waiting' ? 'done' : act.state;
  const at = context(act.endedBy === null ? by : `${by}. ${list.atBy[how](cutName(act.endedBy))}`);
  if (act.state === 'undone') return [section(list.undone(what)), at];
  if (act.state === 'refused') return [section(`${list.refused(what)}\n${list.because(refusalOf(act, words))}`), at];
  return [section(list.done(what), button(IDS.correct, words.correct, { value: act.id })), at];
}

function paging({ page, pages }: ActList, words: UndoTexts): readonly AnyBlock[] {
  if (pages === 1) return [];
  const to = (target: number) => ({ value: pageCodec.encode({ page: target }) });
  return [
    context(words.list.page(page, pages)),
    actions([
      ...(page > 1 ? [button(IDS.previous, words.list.previous, to(page - 1))] : []),
      ...(page < pages ? [button(IDS.next, words.list.next, to(page + 1))] : []),
    ]),
  ];
}

/** What waits and what ended within a day, with what can be done about it; `banner` says what came of a click. */
export function listModal(shown: ActList, banner: string | null, locale: Locale): Modal {
  const words = texts(locale);
  const waiting = shown.acts.filter(({ state }) => state === 'waiting');
  const ended = shown.acts.filter(({ state }) => state !== 'waiting');
  return {
    callbackId: IDS.list,
    title: words.list.title,
    blocks: [
      ...(banner ? [section(banner), divider()] : []),
      header(words.list.heading(shown.waiting)),
      ...waiting.flatMap((act) => waitingBlocks(act, words)),
      ...(waiting.length > 0 && ended.length > 0 ? [divider()] : []),
      ...ended.flatMap((act) => endedBlocks(act, words, locale)),
      ...(shown.acts.length === 0 ? [section(words.list.none)] : []),
      ...paging(shown, words),
    ],
  };
}
