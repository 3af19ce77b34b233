import type { AnyBlock, Button } from '@slack/types';
import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import { formatDay, formatShort } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { collapse } from '../../../core/text.ts';
import { actions, button, confirm, context, header, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, maybeCohort, pageCodec, type RowRef, rowCodec } from '../ids.ts';
import type { Figures } from '../rules/index.ts';
import { type OutboxTexts, texts } from '../texts.ts';

export const PAGE = 8;
const NAME = 120;
const SAID = 200;
const CAUSE = 300;

/** To whom a message goes. `name` is as people typed it; null: nobody we know. */
export type Recipient =
  | { readonly kind: 'person' | 'organisation'; readonly name: string | null }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'cohort' | 'staff' };

/** A line of the outbox. `what` and `why` are plain words. */
export type OutboxRow = {
  readonly at: Date;
  readonly to: Recipient;
  readonly what: string | null;
  /** Further matters in the same message. */
  readonly more: number;
  readonly why: string;
  readonly state: 'foreseen' | 'waiting' | 'held';
  readonly isReworded: boolean;
  readonly isLate: boolean;
  readonly row: RowRef | null;
};

export type Outbox = {
  readonly cohortId: string;
  readonly cohort: string;
  readonly page: number;
  readonly total: number;
  readonly rows: readonly OutboxRow[];
  readonly figures: Pick<Figures, 'total' | 'recipients' | 'oneDayMost'>;
  readonly held: number;
};

/** What came of a click in the list. */
export type Note = keyof OutboxTexts['done'] | 'already_sent' | 'changed_meanwhile' | null;

export function recipientText(to: Recipient, locale: Locale): string {
  const words = texts(locale).to;
  if (to.kind === 'person' || to.kind === 'organisation')
    return to.name ? words[to.kind](typedShort(to.name, NAME)) : words.unknown;
  return to.kind === 'channel' ? words.channel(to.id) : words[to.kind];
}

function rowButtons(
  { row, state, at }: OutboxRow,
  { cohortId, page }: Outbox,
  words: OutboxTexts,
  locale: Locale,
): readonly AnyBlock[] {
  if (!row) return [];
  const value = rowCodec.encode({ cohortId, page, row });
  const { acts, ask } = words;
  const labelOf = (act: keyof typeof acts): string => `${acts[act]}: ${formatShort(at, locale)}`;
  const plain = (id: string, act: 'hold' | 'resume' | 'reword'): Button =>
    button(id, acts[act], { value, label: labelOf(act) });
  const asked = (id: string, act: 'hurry' | 'cancel', danger: boolean): Button =>
    button(id, acts[act], {
      value,
      label: labelOf(act),
      confirm: confirm({ ...ask[act], yes: acts[act], no: ask.no, danger }),
    });
  const first = state === 'held' ? plain(IDS.resume, 'resume') : plain(IDS.hold, 'hold');
  const rest = [asked(IDS.hurry, 'hurry', false), asked(IDS.cancel, 'cancel', true)];
  return [actions([first, plain(IDS.reword, 'reword'), ...rest])];
}

function rowBlocks(row: OutboxRow, list: Outbox, words: OutboxTexts, locale: Locale): readonly AnyBlock[] {
  const { states } = words;
  const marks = [
    ...(row.state === 'held' ? [`:double_vertical_bar: ${states.held}`] : []),
    ...(row.state !== 'held' && row.isLate ? [states.late] : []),
    ...(row.isReworded ? [states.reworded] : []),
  ];
  const what = row.what === null ? words.nothingToSay : `„${typedShort(collapse(row.what), SAID)}”`;
  const more = row.more > 0 ? ` ${words.andMore(row.more)}` : '';
  const lines = [
    `*${words.at(civilOf(row.at, WARSAW).time)}* ${recipientText(row.to, locale)}`,
    `${what}${more}`,
    words.why(typedShort(row.why, CAUSE)),
    ...marks.map((mark) => `_${mark}_`),
  ];
  return [section(lines.join('\n')), ...rowButtons(row, list, words, locale)];
}

/** The lines of a page, each day under its name. */
function dayBlocks(list: Outbox, words: OutboxTexts, locale: Locale): readonly AnyBlock[] {
  const days = Map.groupBy(list.rows, ({ at }) => civilOf(at, WARSAW).date);
  return [...days].flatMap(([day, rows]) => [
    header(formatDay(day, locale)),
    ...rows.flatMap((row) => rowBlocks(row, list, words, locale)),
  ]);
}

function foot({ cohortId, page, total }: Outbox, words: OutboxTexts): readonly AnyBlock[] {
  const from = (page - 1) * PAGE;
  const at = (target: number) => ({ value: pageCodec.encode({ cohortId, page: target }) });
  const turn = [
    ...(page > 1 ? [button(IDS.previous, words.previous, at(page - 1))] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.next, at(page + 1))] : []),
  ];
  const rehearse = button(IDS.rehearse, words.rehearse, { value: pageCodec.encode({ cohortId, page }) });
  const shown = total > PAGE ? [context(words.page(from + 1, Math.min(from + PAGE, total), total))] : [];
  return [...shown, actions([...turn, rehearse])];
}

const noteText = (note: NonNullable<Note>, words: OutboxTexts): string =>
  note === 'already_sent' || note === 'changed_meanwhile' ? words.refusals[note] : words.done[note];

/** What will be said about a cohort in the next two weeks, day by day, with what can be done about each (N6). */
export function outboxModal(list: Outbox, note: Note, locale: Locale): Modal {
  const words = texts(locale);
  const { total, recipients, oneDayMost } = list.figures;
  const counts = [words.counts(total, recipients), words.most(oneDayMost)];
  const held = list.held > 0 ? [words.held(list.held)] : [];
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [
      section(`*${typedShort(list.cohort, NAME)}*`),
      ...(note ? [section(`:information_source: ${noteText(note, words)}`)] : []),
      ...(list.total > 0
        ? [section([...counts, ...held].join('\n')), ...dayBlocks(list, words, locale)]
        : [section(words.none)]),
      ...foot(list, words),
    ],
  };
}

/** The cohorts of a member of staff who is in none of their channels. */
export function chooseModal(cohorts: readonly { readonly id: string; readonly name: string }[], locale: Locale): Modal {
  const words = texts(locale);
  const open = (cohortId: string) => button(IDS.back, words.open, { value: pageCodec.encode({ cohortId, page: 1 }) });
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [section(words.choose), ...cohorts.map(({ id, name }) => section(`*${typedShort(name, NAME)}*`, open(id)))],
  };
}

/** The way to the outbox on the Home of staff. */
export const homeBlocks = (locale: Locale): readonly AnyBlock[] => {
  const words = texts(locale);
  return [section(words.home, button(IDS.show, words.open, { value: maybeCohort.encode({ cohortId: null }) }))];
};
