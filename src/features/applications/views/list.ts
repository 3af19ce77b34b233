import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { VOIVODESHIPS } from '../../../core/voivodeships.ts';
import { actions, button, context, divider, header, section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { type ListPlace, placeCodec, REVIEW_IDS, seenCodec } from '../ids/decisions.ts';
import type { ListPage, ListRow } from '../queries/review.ts';
import { GROUPS, type Group } from '../rules/groups.ts';
import { type DecisionTexts, decisionTexts, releaseTexts } from '../texts/decisions.ts';
import { menu, nameOf, numberOf, standingWords, townOf } from './parts.ts';

export type ListView = {
  readonly call: {
    readonly stage: number;
    readonly closesAt: Date;
    readonly releasedAt: Date | null;
    readonly cohort: { readonly name: string; readonly places: number };
  };
  readonly isClosed: boolean;
  /** How many calls the cohort has: the stage is named when there is a choice. */
  readonly stages: number;
  readonly place: ListPlace;
  readonly found: ListPage;
  /** Results that nobody has told yet to people outside Slack. */
  readonly byHand: number;
  readonly undelivered: number;
};

const isFiltered = (place: ListPlace): boolean => place.todo || place.group !== null || place.voivodeship !== null;

/** The applications of a call as staff see them: counts, filters, one page, and the way to the results. */
export function listModal(view: ListView, locale: Locale): Modal {
  const words = decisionTexts(locale);
  const { call, found, stages } = view;
  const stage = stages > 1 ? `, ${words.choose.stage(call.stage)}` : '';
  const nothing = isFiltered(view.place) ? words.list.noneFiltered : words.list.none;
  return {
    callbackId: REVIEW_IDS.list,
    title: words.list.title,
    blocks: [
      header(`${call.cohort.name}${stage}`),
      section(overview(view, locale, words)),
      ...(view.undelivered > 0 ? [section(words.list.undelivered(view.undelivered))] : []),
      filters(view.place, locale, words),
      divider(),
      ...(found.rows.length > 0 ? found.rows.map((row) => rowBlock(row, view, locale, words)) : [section(nothing)]),
      ...paging(view, words),
      divider(),
      ending(view, locale, words),
    ],
  };
}

function overview(view: ListView, locale: Locale, words: DecisionTexts): string {
  const { call, found } = view;
  const { callOpen, callClosed, released, counts, hidden } = words.list;
  const closing = formatMoment(call.closesAt, locale);
  const timing = view.isClosed ? callClosed(closing) : callOpen(closing);
  const first = call.releasedAt ? released(formatMoment(call.releasedAt, locale)) : timing;
  const lines = GROUPS.filter((group) => found.counts[group] > 0).map((group) => {
    const n = found.counts[group];
    return `• ${group === 'admitted' ? counts.admitted(n, call.cohort.places) : counts[group](n)}`;
  });
  const prepared = found.counts.admitted + found.counts.reserve + found.counts.refused > 0;
  const secret = prepared && !call.releasedAt ? [`_${hidden}_`] : [];
  return [first, ...lines, ...secret].join('\n');
}

function filters(place: ListPlace, locale: Locale, words: DecisionTexts): AnyBlock {
  const at = (change: Partial<ListPlace>) => placeCodec.encode({ ...place, page: 1, ...change });
  const inGroup = (group: Group | null) => ({
    value: at({ group }),
    text: group ? words.groups[group] : words.list.anyGroup,
  });
  const anywhere = { value: at({ voivodeship: null }), text: words.list.anyVoivodeship };
  const places = VOIVODESHIPS.map((one) => ({ value: at({ voivodeship: one.key }), text: one[locale] }));
  const toggle = place.todo ? words.list.everything : words.list.todo;
  return actions([
    menu(REVIEW_IDS.filterGroup, words.list.filterGroup, [null, ...GROUPS].map(inGroup), at({})),
    menu(REVIEW_IDS.filterVoivodeship, words.list.filterVoivodeship, [anywhere, ...places], at({})),
    button(REVIEW_IDS.filterTodo, toggle, { value: at({ todo: !place.todo }) }),
  ]);
}

function rowBlock(row: ListRow, view: ListView, locale: Locale, words: DecisionTexts): AnyBlock {
  const name = nameOf(row);
  const town = townOf(row);
  const received = row.receivedAt ? words.list.received(formatMoment(row.receivedAt, locale)) : '';
  const title = `*${numberOf(row.number, words)} · ${typed(name)}*${town ? ` (${typed(town)})` : ''}`;
  const from = { ...view.place, page: view.found.page };
  const open = button(REVIEW_IDS.open, words.list.open, {
    value: seenCodec.encode({ id: row.id, from, page: 1 }),
    label: `${words.list.open}: ${name}`,
  });
  return section([title, received, standingWords(row, words)].filter((line) => line !== '').join('\n'), open);
}

function paging(view: ListView, words: DecisionTexts): AnyBlock[] {
  const { page, pages } = view.found;
  if (pages === 1) return [];
  const to = (target: number) => ({ value: placeCodec.encode({ ...view.place, page: target }) });
  const buttons = [
    ...(page > 1 ? [button(REVIEW_IDS.previousPage, words.list.previous, to(page - 1))] : []),
    ...(page < pages ? [button(REVIEW_IDS.nextPage, words.list.next, to(page + 1))] : []),
  ];
  return [context(words.list.page(page, pages)), actions(buttons)];
}

function ending(view: ListView, locale: Locale, words: DecisionTexts): AnyBlock {
  const { call, isClosed, byHand, place } = view;
  const value = placeCodec.encode({ ...place, page: 1 });
  const canRelease = isClosed && !call.releasedAt;
  return actions([
    ...(canRelease ? [button(REVIEW_IDS.release, words.list.release, { value, style: 'primary' })] : []),
    ...(byHand > 0 ? [button(REVIEW_IDS.byHand, releaseTexts(locale).byHandButton(byHand), { value })] : []),
    button(REVIEW_IDS.cohorts, words.choose.other),
  ]);
}
