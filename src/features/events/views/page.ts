import type { Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { dayCodec, eventCodec, IDS, listCodec, peopleCodec, seenCodec } from '../ids.ts';
import type { ShownEvent } from '../queries/index.ts';
import { datesOf, isOpen, next } from '../rules/index.ts';
import { type StaffTexts, staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { agendaBlocks, factLines, headBlock, kindName, shortName } from './facts.ts';

/** How many organisations are silent or do not come. */
export type Answers = { readonly silent: number; readonly no: number };

function changeButtons(shown: ShownEvent, words: StaffTexts['page']): readonly Button[] {
  const { state } = shown;
  const value = seenCodec.encode({ eventId: shown.id, version: shown.version });
  const can = (act: Parameters<typeof next>[1]): boolean => next(state, act) !== null;
  const drop = confirm({
    title: words.dropTitle,
    text: words.dropText,
    yes: words.dropYes,
    no: words.dropNo,
    danger: true,
  });
  return [
    ...(can('announce') ? [button(IDS.announce, words.announce, { value, style: 'primary' })] : []),
    ...(can('confirm') ? [button(IDS.confirm, words.confirm, { value, style: 'primary' })] : []),
    ...(can('edit') ? [button(IDS.edit, state === 'draft' ? words.editDraft : words.edit, { value })] : []),
    ...(can('move') ? [button(IDS.move, words.move, { value })] : []),
    ...(can('cancel') ? [button(IDS.cancel, words.cancel, { value, style: 'danger' })] : []),
    ...(can('drop') ? [button(IDS.drop, words.drop, { value, confirm: drop })] : []),
  ];
}

function roomButtons(shown: ShownEvent, words: StaffTexts['page']): readonly Button[] {
  const { id: eventId, state, phase, form } = shown;
  if (state === 'draft' || state === 'cancelled') return [];
  const value = eventCodec.encode({ eventId });
  const [date = ''] = datesOf(shown.sessions);
  const hold = confirm({ title: words.holdTitle, text: words.holdText, yes: words.holdYes, no: words.holdNo });
  const seen = seenCodec.encode({ eventId, version: shown.version });
  return [
    button(IDS.people, words.people, { value: peopleCodec.encode({ eventId, from: 0 }) }),
    button(IDS.attendance, words.attendance, { value: dayCodec.encode({ eventId, date, from: 0 }) }),
    ...(isOpen(state) ? [button(IDS.code, words.code, { value })] : []),
    ...(form === 'on_site' ? [button(IDS.needsList, words.needs, { value })] : []),
    ...(isOpen(state) && phase === 'over'
      ? [button(IDS.hold, words.hold, { value: seen, style: 'primary', confirm: hold })]
      : []),
    ...(state === 'held'
      ? [button(IDS.missing, words.missing, { value }), button(IDS.certificates, words.certificates, { value })]
      : []),
  ];
}

/** An event for its staff: everything about it, and what can be done in its state. `note` is said on top. */
export function pageModal(shown: ShownEvent, answers: Answers, note: string | null, locale: Locale): Modal {
  const words = staffTexts(locale).page;
  const { states, forms } = texts(locale);
  const all = shown.seats === null ? words.noLimit : String(shown.seats);
  const lines = [
    `${words.state(states[shown.state])} (${forms[shown.form]})`,
    words.seats(all, shown.each),
    ...(shown.isRequired ? [words.required] : []),
    ...(shown.state === 'draft' ? [] : [words.answers(shown.going, shown.waiting, answers.silent, answers.no)]),
  ];
  const buttons = [changeButtons(shown, words), roomButtons(shown, words)].filter((one) => one.length > 0);
  return {
    callbackId: IDS.open,
    title: words.title,
    blocks: [
      ...(note ? [section(note)] : []),
      headBlock(`*${shortName(shown.title)}* (${kindName(shown, locale)})`, factLines(shown, locale)),
      section(lines.join('\n')),
      ...(shown.agenda ? [section(words.agenda), ...agendaBlocks(shown)] : []),
      ...buttons.map((one) => actions([...one])),
      actions([button(IDS.previous, words.all, { value: listCodec.encode({ cohortId: shown.cohortId, from: 0 }) })]),
    ],
  };
}
