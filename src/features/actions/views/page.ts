import type { AnyBlock, Button } from '@slack/types';
import { formatShort, formatSpan } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm, context, divider, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { actionCodec, answerCodec, dateCodec, IDS } from '../ids.ts';
import { texts } from '../texts.ts';
import { type ActionFacts, type DateFacts, dateStateText, longWords, shortName, whenOf } from './names.ts';

/** When a date was and where, as its history knows it; older steps do not know until when. */
export type Where = { readonly startsAt: Date; readonly endsAt: Date | null; readonly place: string };

export type ChangeLine = {
  readonly act: 'add' | 'move' | 'remove' | 'cancel';
  readonly from: Where | null;
  readonly to: Where | null;
};

export type PageFacts = ActionFacts & {
  /** `write`: the organisation, or staff for it. */
  readonly may: 'write' | 'look';
  readonly isStaff: boolean;
  /** The programme has somebody observe. */
  readonly isObserved: boolean;
  /** False once something was built on it. */
  readonly isOpen: boolean;
  /** The reader keeps notes of their own. */
  readonly keepsNotes: boolean;
  readonly changes: readonly ChangeLine[];
  readonly report: { readonly people: number; readonly description: string } | null;
  /** Kept with consent. */
  readonly photos: number;
};

const SHOWN = 700;

/** The answers how a date went, each its own button. */
export function answerButtons(
  { dateId, version }: Pick<DateFacts, 'dateId' | 'version'>,
  page: boolean,
  locale: Locale,
): readonly Button[] {
  const words = texts(locale).answers;
  const value = answerCodec.encode({ dateId, version, page });
  return [
    button(IDS.held, words.held, { value, style: 'primary' }),
    button(IDS.partly, words.partly, { value }),
    button(IDS.moved, words.moved, { value }),
    button(IDS.off, words.off, { value }),
  ];
}

function aheadButtons(date: DateFacts, isOnly: boolean, locale: Locale): readonly Button[] {
  const words = texts(locale).page.buttons;
  const value = dateCodec.encode({ dateId: date.dateId, version: date.version });
  return [
    button(IDS.move, words.move, { value }),
    ...(isOnly ? [] : [button(IDS.remove, words.remove, { value })]),
    button(IDS.cancel, words.cancel, { value }),
  ];
}

/** Who observes a date, as far as it is known. */
function observerText(date: DateFacts, locale: Locale): string {
  const { page } = texts(locale);
  const name = date.expert === null ? null : shortName(date.expert);
  if (name === null) return date.state === 'planned' ? page.nobody : page.notObserved;
  if (date.observed === true) return page.observed(name);
  if (date.observed === false) return page.notObserved;
  return page.attends[date.attends ?? 'asked'](name);
}

/** What is known of a date beyond how it stands; why somebody was away is for staff. */
function dateNotes(date: DateFacts, facts: PageFacts, locale: Locale): readonly string[] {
  const words = texts(locale).page;
  return [
    ...(date.reason === null
      ? []
      : [(date.state === 'held' ? words.missing : words.why)(longWords(date.reason, SHOWN))]),
    ...(facts.isObserved && date.state !== 'not_held' ? [observerText(date, locale)] : []),
    ...(facts.isStaff && date.absence !== null ? [words.why(longWords(date.absence, SHOWN))] : []),
  ];
}

function dateBlocks(date: DateFacts, facts: PageFacts, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale).page;
  const notes = dateNotes(date, facts, locale);
  const mayWrite = facts.may === 'write' && facts.isOpen;
  const own = date.hasBegun || date.state !== 'planned' ? answerButtons(date, true, locale) : null;
  const isOnly = facts.dates.length === 1;
  const named = facts.isStaff && facts.isObserved && date.state === 'planned' && !date.isOver;
  const value = dateCodec.encode({ dateId: date.dateId, version: date.version });
  const buttons = [
    ...(mayWrite ? (own ?? aheadButtons(date, isOnly, locale)) : []),
    ...(named ? [button(IDS.observer, words.buttons.observer, { value })] : []),
  ];
  return [
    section(words.date(whenOf(date, locale), dateStateText(date, locale))),
    ...(notes.length > 0 ? [context(...notes)] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
}

export const whereText = ({ startsAt, endsAt, place }: Where, locale: Locale): string =>
  texts(locale).when(endsAt ? formatSpan(startsAt, endsAt, locale) : formatShort(startsAt, locale), shortName(place));

function changeText({ act, from, to }: ChangeLine, locale: Locale): string {
  const { change } = texts(locale).page;
  const said = (one: Where | null) => (one ? whereText(one, locale) : '');
  return act === 'add' ? change.add(said(to)) : change[act](said(from), said(to));
}

/** The consent to photos is taken back as easily as it was given, whatever was built on the action (DP-1). */
function withdrawButton(value: string, photos: number, locale: Locale): Button {
  const { withdrawal } = texts(locale);
  const { title, text, yes, no } = withdrawal;
  const ask = confirm({ title, text: text(photos), yes, no, danger: true });
  return button(IDS.withdraw, withdrawal.button, { value, style: 'danger', confirm: ask });
}

function ownButtons(facts: PageFacts, locale: Locale): readonly Button[] {
  const words = texts(locale);
  const value = actionCodec.encode({ actionId: facts.actionId });
  const isHeld = facts.state === 'held' || facts.state === 'partly';
  const isWriter = facts.may === 'write';
  const canCancel = facts.dates.filter(({ state, hasBegun }) => state === 'planned' && !hasBegun).length > 1;
  return [
    ...(isWriter && isHeld && (facts.isOpen || !facts.report)
      ? [
          button(IDS.report, facts.report ? words.report.correct : words.report.button, {
            value,
            ...(facts.report ? {} : { style: 'primary' as const }),
          }),
        ]
      : []),
    ...(isWriter && facts.photos > 0 ? [withdrawButton(value, facts.photos, locale)] : []),
    ...(facts.keepsNotes ? [button(IDS.note, words.notes.button, { value })] : []),
    ...(isWriter && facts.isOpen
      ? [
          button(IDS.add, words.page.buttons.add, { value }),
          button(IDS.title, words.page.buttons.rename, { value }),
          ...(canCancel ? [button(IDS.off, words.page.buttons.cancelAll, { value, style: 'danger' as const })] : []),
        ]
      : []),
  ];
}

/** All of an action: its dates with what can be said of each, the report, the changes (OR-7, T8). */
export function pageModal(facts: PageFacts, note: string | null, locale: Locale): Modal {
  const words = texts(locale);
  const { page } = words;
  const head = page.head(shortName(facts.title), shortName(facts.organisation), words.states[facts.state]);
  const buttons = ownButtons(facts, locale);
  const history =
    facts.changes.length > 1 ? [page.history, ...facts.changes.map((one) => changeText(one, locale))] : [];
  return {
    callbackId: IDS.page,
    title: page.title,
    blocks: [
      ...(note ? [section(note)] : []),
      section(head),
      ...facts.dates.flatMap((date) => dateBlocks(date, facts, locale)),
      ...(facts.isOpen ? [] : [context(page.fixed)]),
      ...(facts.report
        ? [divider(), section(page.report(facts.report.people, longWords(facts.report.description, SHOWN)))]
        : []),
      ...(buttons.length > 0 ? [divider(), actions(buttons)] : []),
      ...(history.length > 0 ? [context(...history.slice(0, 9))] : []),
    ],
  };
}
