import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import {
  actions,
  button,
  confirm,
  context,
  divider,
  header,
  section,
  typed,
  typedShort,
} from '../../platform/slack/blocks.ts';
import type { Message, Modal } from '../../platform/slack/message.ts';
import { bare } from '../../platform/slack/words.ts';
import { IDS, pageCodec, retryAllCodec, retryCodec } from './ids.ts';
import type { Undelivered } from './queries.ts';
import type { Reason } from './rules/index.ts';
import { type NoticesTexts, texts } from './texts.ts';

type Row = Undelivered['rows'][number];

/** What the message says is shown so far. */
const SAID = 200;
const NAME = 150;

function recipient(row: Row, words: NoticesTexts): string {
  if (row.targetKind === 'person') return words.to(typedShort(row.personName ?? '?', NAME));
  return row.targetKind === 'channel' ? words.toChannel(row.target) : words.toStaff;
}

function whyOf(row: Row, words: NoticesTexts): string {
  return row.reason === 'other' ? words.otherFailure(typed(row.failure ?? '?')) : words.reasons[row.reason].why;
}

/** A reason, how many failed for it, what can be done, and the button that sends them all again. */
function reasonBlock([reason, count]: Undelivered['reasons'][number], page: number, words: NoticesTexts): AnyBlock {
  const { why, todo } = words.reasons[reason];
  const value = retryAllCodec.encode({ reason, page });
  const asked = confirm({ ...words.askAll(count), yes: words.retry, no: words.no });
  const all = button(IDS.retryAll, words.retryAll(count), { value, ...(count > 1 ? { confirm: asked } : {}) });
  return section(`*${words.ofReason(count)}* – ${why}\n${todo}`, all);
}

function rowBlocks(row: Row, page: number, words: NoticesTexts, locale: Locale): AnyBlock[] {
  const says = row.says ? [`„${typedShort(bare(row.says), SAID)}”`] : [];
  const value = retryCodec.encode({ id: row.id, page });
  const lines = [`*${recipient(row, words)}*`, ...says, words.because(whyOf(row, words))].join('\n');
  return [
    section(lines, button(IDS.retry, words.retry, { value })),
    context(words.written(formatMoment(row.createdAt, locale))),
  ];
}

function paging({ page, pages }: Undelivered, words: NoticesTexts): AnyBlock[] {
  if (pages === 1) return [];
  const to = (target: number) => ({ value: pageCodec.encode({ page: target }) });
  return [
    context(words.page(page, pages)),
    actions([
      ...(page > 1 ? [button(IDS.previous, words.previous, to(page - 1))] : []),
      ...(page < pages ? [button(IDS.next, words.next, to(page + 1))] : []),
    ]),
  ];
}

/** What came of a click in the list. */
export type Said = { readonly retried: number } | { readonly refused: 'not_failed' } | null;

const outcome = (said: NonNullable<Said>, words: NoticesTexts): string =>
  'retried' in said ? words.retried(said.retried) : words.refusals[said.refused];

/** Messages that did not arrive: why and what to do, to whom, when, and the buttons that try again. */
export function undeliveredModal(list: Undelivered, said: Said, locale: Locale): Modal {
  const words = texts(locale);
  const reasons = list.reasons.map((reason) => reasonBlock(reason, list.page, words));
  const rows = list.rows.flatMap((row) => rowBlocks(row, list.page, words, locale));
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [
      ...(said ? [section(`:information_source: ${outcome(said, words)}`)] : []),
      header(words.heading(list.total)),
      ...(list.total > 0 ? [...reasons, divider(), ...rows, ...paging(list, words)] : [section(words.none)]),
    ],
  };
}

/** What staff are told once a day for each reason. */
export function undeliveredNote(reason: Reason, locale: Locale): Message {
  const words = texts(locale);
  const { why, todo } = words.reasons[reason];
  const told = section(`:warning: *${words.someFailed}*\n${words.because(why)}\n${todo}`);
  return { text: words.someFailed, blocks: [told, actions([button(IDS.show, words.show)])] };
}
