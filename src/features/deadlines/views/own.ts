import type { AnyBlock, Button } from '@slack/types';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm, context, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { historyCodec, IDS, type ListValue, listCodec, oneCodec, requestCodec } from '../ids.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { PAGE } from './list.ts';
import { shortName } from './names.ts';

/** A deadline as those see it whom it concerns. */
export type OwnRow = {
  readonly deadlineId: string;
  readonly what: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly date: string;
  readonly time: string;
  readonly isDone: boolean;
  readonly isOverdue: boolean;
  /** The reader owes it; otherwise `owes` says who does. */
  readonly isMine: boolean;
  readonly owes: 'organisation' | 'expert' | 'staff';
  /** The wish for more time that waits for an answer. */
  readonly request: { readonly id: string; readonly until: string } | null;
};

/** Done; and to ask for more time, or to take the wish back. The same in messages, App Home and lists. */
export function ownerButtons(
  of: { readonly deadlineId: string; readonly requestId: string | null },
  list: ListValue | null,
  locale: Locale,
): readonly Button[] {
  const words = texts(locale).own;
  const { deadlineId, requestId } = of;
  const value = oneCodec.encode({ deadlineId, list });
  const sure = confirm({ title: words.doneTitle, text: words.doneText, yes: words.doneYes, no: words.doneNo });
  return [
    button(IDS.done, words.done, { value, style: 'primary', confirm: sure }),
    requestId === null
      ? button(IDS.ask, words.ask, { value })
      : button(IDS.withdraw, words.withdraw, { value: requestCodec.encode({ requestId, list }) }),
  ];
}

function rowBlocks(row: OwnRow, list: ListValue, words: DeadlinesTexts, locale: Locale): readonly AnyBlock[] {
  const { deadlineId, request, isMine, isDone } = row;
  const what = shortName(row.what);
  const whose = `${shortName(row.organisation)} (${shortName(row.cohort)})`;
  const moment = momentText(row, locale);
  const due = row.isOverdue ? `${moment} (${words.list.overdue})` : moment;
  const waits = request ? [words.own.waits(formatDate(request.until, locale))] : [];
  const others = isMine || isDone ? [] : [words.own.rowOther(words.own.owes[row.owes])];
  const text = isDone ? words.own.rowDone(what, whose) : words.own.row(what, whose, due);
  const steps = button(IDS.history, words.list.history, { value: historyCodec.encode({ deadlineId }) });
  const own = isMine && !isDone ? ownerButtons({ deadlineId, requestId: request?.id ?? null }, list, locale) : [];
  return [section([text, ...others, ...waits].join('\n')), actions([...own, steps])];
}

/** The deadlines of the reader: open ones by date, then what is done; eight on a page. `note` is said on top. */
export function ownModal(
  page: { readonly list: ListValue; readonly rows: readonly OwnRow[]; readonly total: number },
  note: string | null,
  locale: Locale,
): Modal {
  const words = texts(locale);
  const { list, rows, total } = page;
  const { from } = list;
  const at = (start: number) => ({ value: listCodec.encode({ ...list, from: start }) });
  const turn = [
    ...(from > 0 ? [button(IDS.previous, words.list.previous, at(Math.max(0, from - PAGE)))] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.list.next, at(from + PAGE))] : []),
  ];
  const shown = context(words.list.page(from + 1, Math.min(from + PAGE, total), total));
  return {
    callbackId: IDS.list,
    title: words.list.title,
    blocks: [
      ...(note ? [section(note)] : []),
      ...(rows.length === 0 ? [section(words.own.none)] : rows.flatMap((row) => rowBlocks(row, list, words, locale))),
      ...(turn.length > 0 ? [shown, actions(turn)] : []),
    ],
  };
}
