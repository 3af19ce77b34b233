import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import {
  actions,
  button,
  context,
  divider,
  quoted,
  section,
  typed,
  typedShort,
} from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import type { ProgrammeDefinition } from '../../programmes/public.ts';
import { type ListPlace, placeCodec, REVIEW_IDS, seenCodec } from '../ids/decisions.ts';
import type { TellByHand } from '../queries/results.ts';
import { PAGE_SIZE } from '../rules/groups.ts';
import { decisionTexts, releaseTexts } from '../texts/decisions.ts';
import { answered, nameOf, numberOf } from './parts.ts';
import { resultText } from './result.ts';

const CONTACT_SHOWN = 300;

export type HandView = {
  readonly place: ListPlace;
  readonly rows: TellByHand;
  readonly checklist: ProgrammeDefinition['checklist'];
};

/** Results to be told in person, each with the contact and a text ready to send (APP-10). For staff only. */
export function handModal(view: HandView, locale: Locale): Modal {
  const words = releaseTexts(locale);
  const { list } = decisionTexts(locale);
  const pages = Math.max(1, Math.ceil(view.rows.length / PAGE_SIZE));
  const page = Math.min(view.place.page, pages);
  const shown = view.rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const to = (target: number) => ({ value: placeCodec.encode({ ...view.place, page: target }) });
  const turn = [
    ...(page > 1 ? [button(REVIEW_IDS.previousByHand, list.previous, to(page - 1))] : []),
    ...(page < pages ? [button(REVIEW_IDS.nextByHand, list.next, to(page + 1))] : []),
  ];
  return {
    callbackId: REVIEW_IDS.byHand,
    title: words.hand.title,
    blocks: [
      section(view.rows.length > 0 ? words.hand.intro : words.hand.none),
      ...shown.flatMap((row) => rowBlocks(row, { ...view, place: { ...view.place, page } }, locale)),
      ...(pages > 1 ? [context(list.page(page, pages))] : []),
      actions([...turn, button(REVIEW_IDS.back, words.back, to(1))]),
    ],
  };
}

function rowBlocks(row: TellByHand[number], view: HandView, locale: Locale): AnyBlock[] {
  const { hand } = releaseTexts(locale);
  const contact = hand.contact(
    answered(row, 'contact_name'),
    answered(row, 'contact_email'),
    answered(row, 'contact_phone'),
  );
  const value = seenCodec.encode({ id: row.id, from: view.place, page: 1 });
  const title = `*${numberOf(row.number, decisionTexts(locale))} · ${typed(nameOf(row))}*`;
  const mark = row.told
    ? undefined
    : button(REVIEW_IDS.told, hand.told, { value, label: `${hand.told}: ${nameOf(row)}` });
  const told = row.told ? [context(hand.toldAlready)] : [];
  return [
    divider(),
    section(`${title}\n${contact ? typedShort(contact, CONTACT_SHOWN) : hand.noContact}`, mark),
    ...told,
    // Polish, as the organisation reads it; the team can translate where needed.
    quoted(resultText(row, view.checklist, 'pl')),
  ];
}
