import type { AnyBlock, Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { createCodec, eventCodec, IDS, type ListValue, listCodec } from '../ids.ts';
import type { ShownEvent } from '../queries/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { factLines, headBlock, kindName, shortName, whenText } from './facts.ts';
import { type Own, ownButtons } from './messages.ts';
import { turnBlocks } from './turn.ts';

export const PAGE = 8;

export type StaffPage = {
  readonly list: ListValue & { readonly cohortId: string };
  readonly events: readonly ShownEvent[];
  readonly total: number;
};

const pager = (list: ListValue, total: number, locale: Locale): readonly AnyBlock[] =>
  turnBlocks({ from: list.from, total, each: PAGE, at: (from) => listCodec.encode({ ...list, from }) }, locale);

const openButton = (eventId: string, locale: Locale): Button =>
  button(IDS.open, staffTexts(locale).list.open, { value: eventCodec.encode({ eventId }) });

function staffRow(shown: ShownEvent, locale: Locale): AnyBlock {
  const words = staffTexts(locale).list;
  const { facts, states } = texts(locale);
  const head = words.row(shortName(shown.title), kindName(shown, locale), states[shown.state]);
  const lines = [head, facts.when(whenText(shown.sessions, locale)), words.counts(shown.going, shown.waiting)];
  return section(lines.join('\n'), openButton(shown.id, locale));
}

/** The events of a cohort for its staff, eight on a page. `note` is said on top. */
export function staffListModal({ list, events, total }: StaffPage, note: string | null, locale: Locale): Modal {
  const words = texts(locale).list;
  const create = button(IDS.create, staffTexts(locale).list.create, {
    value: createCodec.encode({ cohortId: list.cohortId }),
    style: 'primary',
  });
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [
      ...(note ? [section(note)] : []),
      actions([create]),
      ...(events.length === 0 ? [section(words.none)] : events.map((one) => staffRow(one, locale))),
      ...pager(list, total, locale),
    ],
  };
}

/** An event with how the reader stands with it, and what they can do about it. */
export type OwnRow = { readonly shown: ShownEvent; readonly own: Own | null; readonly buttons: readonly Button[] };

export function ownRowBlocks({ shown, own, buttons }: OwnRow, locale: Locale): readonly AnyBlock[] {
  const { card, self, registration } = texts(locale);
  const mine = own ? [self.mine(registration[own.state])] : [];
  const all = buttons.length > 0 ? buttons : ownButtons(shown, own, locale);
  return [
    headBlock(card.head(kindName(shown, locale), shortName(shown.title)), [...factLines(shown, locale), ...mine]),
    ...(all.length > 0 ? [actions([...all])] : []),
  ];
}

/** The events that concern the reader. */
export function ownListModal(
  page: { readonly list: ListValue; readonly rows: readonly OwnRow[]; readonly total: number },
  locale: Locale,
): Modal {
  const words = texts(locale).list;
  const { list, rows, total } = page;
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [
      ...(rows.length === 0 ? [section(words.none)] : rows.flatMap((one) => ownRowBlocks(one, locale))),
      ...pager(list, total, locale),
    ],
  };
}

/** The cohorts of staff who are in none of their channels. */
export function chooseModal(cohorts: readonly { readonly id: string; readonly name: string }[], locale: Locale): Modal {
  const words = texts(locale).list;
  const open = (cohortId: string) => button(IDS.list, words.show, { value: listCodec.encode({ cohortId, from: 0 }) });
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [section(words.choose), ...cohorts.map(({ id, name }) => section(`*${shortName(name)}*`, open(id)))],
  };
}

/** App Home: what comes for the reader, and for staff the way to the lists of their cohorts. */
export function homeBlocks(
  of: {
    readonly cohorts: readonly { readonly id: string; readonly name: string; readonly open: number }[];
    readonly rows: readonly OwnRow[];
    readonly hasMore: boolean;
  },
  locale: Locale,
): readonly AnyBlock[] {
  const words = texts(locale).list;
  const show = (cohortId: string) => button(IDS.list, words.show, { value: listCodec.encode({ cohortId, from: 0 }) });
  const all = button(IDS.list, words.all, { value: listCodec.encode({ own: true, from: 0 }) });
  return [
    ...of.cohorts.map(({ id, name, open }) => section(`${words.homeStaff(open)}: ${shortName(name)}`, show(id))),
    ...(of.rows.length > 0 ? [section(words.home)] : []),
    ...of.rows.flatMap((one) => ownRowBlocks(one, locale)),
    ...(of.hasMore ? [actions([all])] : []),
  ];
}
