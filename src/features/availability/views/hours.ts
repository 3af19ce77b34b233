import type { AnyBlock } from '@slack/types';
import { formatShortDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, divider, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, pageCodec, scopeCodec } from '../ids.ts';
import {
  type Absence,
  type ClockWarning,
  type Exception,
  isTooShort,
  type OfferedTime,
  type Terms,
  type Weekly,
} from '../rules/index.ts';
import { type AvailabilityTexts, daysText, kindsText, partText, spanText, texts, timeText } from '../texts.ts';
import { shortName } from './names.ts';

const PAGE = 8;
const TIMES_SHOWN = 5;
const END_OF_DAY = 1440;

export type HoursFacts = {
  readonly terms: Terms;
  readonly weekly: readonly Weekly[];
  /** Those that are not over. */
  readonly exceptions: readonly Exception[];
  readonly absences: readonly Pick<Absence, 'from' | 'last'>[];
  readonly warnings: readonly ClockWarning[];
  /** The next times that nobody has booked. */
  readonly free: readonly OfferedTime[];
  /** The first line of the page. */
  readonly from: number;
  /** What has just been done, or why it was not. */
  readonly note: 'saved' | 'removed' | 'changed_meanwhile' | 'gone' | null;
};

/** The terms in sentences. */
function termsText(terms: Terms, words: AvailabilityTexts, locale: Locale): string {
  const { list } = words;
  const { noticeMinutes, horizonDays, bufferBefore, bufferAfter, place, link } = terms;
  return [
    list.length(terms.minutes, kindsText(terms.kinds, locale)),
    noticeMinutes === 0 ? list.noNotice(horizonDays) : list.notice(spanText(noticeMinutes, locale), horizonDays),
    terms.needsApproval ? list.approval : list.noApproval,
    ...(bufferBefore + bufferAfter > 0 ? [list.buffers(bufferBefore, bufferAfter)] : []),
    ...(place ? [list.place(shortName(place))] : []),
    ...(link ? [list.link(shortName(link))] : []),
    list.zone(terms.zone),
  ].join('\n');
}

function weeklyRow(one: Weekly, { terms }: HoursFacts, words: AvailabilityTexts, locale: Locale): AnyBlock {
  const marks = [
    ...(one.kinds.length > 0 ? [kindsText(one.kinds, locale)] : []),
    ...(isTooShort(one, { terms }) ? [words.list.tooShort] : []),
  ];
  const hours = `${words.weekdays[one.weekday - 1]} ${partText(one)}`;
  const line = [hours, ...marks].join(', ');
  return section(
    line,
    button(IDS.editWeekly, words.list.change, { value: one.id, label: `${words.list.change}: ${hours}` }),
  );
}

function exceptionRow(one: Exception, words: AvailabilityTexts, locale: Locale): AnyBlock {
  const { list } = words;
  const [day, part] = [formatShortDay(one.date, locale), partText(one)];
  const closed = one.from === 0 && one.to === END_OF_DAY ? list.closedDay(day) : list.closedPart(day, part);
  const kinds = one.kinds.length > 0 ? `, ${kindsText(one.kinds, locale)}` : '';
  const line = one.isOpen ? `${list.openPart(day, part)}${kinds}` : closed;
  return section(
    line,
    button(IDS.editException, list.change, { value: one.id, label: `${list.change}: ${day}, ${part}` }),
  );
}

/** The lines of a page, each kind under its heading. */
function lines(facts: HoursFacts, words: AvailabilityTexts, locale: Locale): readonly AnyBlock[] {
  const { weekly, exceptions, from } = facts;
  const to = from + PAGE;
  const shownWeekly = weekly.slice(from, to);
  const shownExceptions = exceptions.slice(Math.max(0, from - weekly.length), Math.max(0, to - weekly.length));
  return [
    ...(weekly.length === 0 && from === 0 ? [section(words.list.noWeek)] : []),
    ...(shownWeekly.length > 0 ? [section(words.list.week)] : []),
    ...shownWeekly.map((one) => weeklyRow(one, facts, words, locale)),
    ...(shownExceptions.length > 0 ? [section(words.list.exceptions)] : []),
    ...shownExceptions.map((one) => exceptionRow(one, words, locale)),
  ];
}

function pager({ weekly, exceptions, from }: HoursFacts, words: AvailabilityTexts): readonly AnyBlock[] {
  const total = weekly.length + exceptions.length;
  if (total <= PAGE) return [];
  const at = (start: number) => ({ value: pageCodec.encode({ from: start }) });
  const turn = [
    ...(from > 0 ? [button(IDS.previous, words.list.previous, at(Math.max(0, from - PAGE)))] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.list.next, at(from + PAGE))] : []),
  ];
  return [context(words.list.page(from + 1, Math.min(from + PAGE, total), total)), actions(turn)];
}

/** Clock changes that touch the expert's hours (T7), or nothing. */
function warningBlocks({ warnings }: HoursFacts, words: AvailabilityTexts, locale: Locale): readonly AnyBlock[] {
  if (warnings.length === 0) return [];
  const said = warnings.map(({ kind, date, time }) => `• ${words.list[kind](formatShortDay(date, locale), time)}`);
  return [section([words.list.warnings, ...said].join('\n'))];
}

function preview({ free, terms }: HoursFacts, words: AvailabilityTexts, locale: Locale): AnyBlock {
  const times = free.slice(0, TIMES_SHOWN).map((one) => `• ${timeText(one, locale)}`);
  const none = words.list.nothing(terms.horizonDays);
  return section([words.list.preview, ...(times.length > 0 ? times : [none])].join('\n'));
}

const noteText = (note: NonNullable<HoursFacts['note']>, { list, refusals }: AvailabilityTexts): string =>
  note === 'saved' || note === 'removed' ? list[note] : refusals[note];

/** An expert's hours: the terms, the week and the exceptions in words, and the next free times that come of them (ME-4). */
export function hoursModal(facts: HoursFacts, locale: Locale): Modal {
  const words = texts(locale);
  const { list } = words;
  const away = facts.absences.slice(0, TIMES_SHOWN).map((one) => list.away(daysText(one, locale)));
  return {
    callbackId: IDS.hours,
    title: list.title,
    blocks: [
      ...(facts.note ? [section(noteText(facts.note, words))] : []),
      ...lines(facts, words, locale),
      ...pager(facts, words),
      actions([
        button(IDS.weekly, list.addWeekly, { style: 'primary' }),
        button(IDS.exception, list.addException),
        button(IDS.absencesBack, list.absences, { value: scopeCodec.encode({ own: true }) }),
      ]),
      ...warningBlocks(facts, words, locale),
      ...(away.length > 0 ? [section(away.join('\n'))] : []),
      ...(facts.weekly.length + facts.exceptions.length > 0 ? [preview(facts, words, locale)] : []),
      divider(),
      section(termsText(facts.terms, words, locale), button(IDS.terms, list.editTerms)),
    ],
  };
}
