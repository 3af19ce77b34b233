import type { AnyBlock } from '@slack/types';
import { utcDate } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, clipMarked, context, LIMIT, section } from '../../../platform/slack/blocks.ts';
import type { Message, MessageFile, Modal } from '../../../platform/slack/message.ts';
import { IDS, type SheetOf, sheetCodec } from '../ids.ts';
import type { Month } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { shortName } from './names.ts';

const MONTHS_SHOWN = 12;
const LINES_SHOWN = 15;

/** A month in words: `czerwiec 2026`. */
const monthName = (month: string, locale: Locale): string =>
  utcDate(`${month}-01`)
    .setLocale(locale === 'pl' ? 'pl' : 'en-GB')
    .toFormat('LLLL yyyy');

function monthBlock({ month, minutes, lines }: Month, locale: Locale): AnyBlock {
  const words = texts(locale);
  const shown = lines
    .slice(0, LINES_SHOWN)
    .map((line) => words.months.line(shortName(line.organisation), words.minutes(line.minutes), line.meetings));
  const more = lines.length > LINES_SHOWN ? [words.months.more(lines.length - LINES_SHOWN)] : [];
  const all = [words.months.month(monthName(month, locale), words.minutes(minutes)), ...shown, ...more];
  return section(clipMarked(all.join('\n'), LIMIT.text));
}

/** Minutes by month and organisation, with the way to the files (ME-10). `cohort`: of all experts of that one. */
export function minutesModal(
  { of, cohort, months }: { readonly of: SheetOf; readonly cohort: string | null; readonly months: readonly Month[] },
  locale: Locale,
): Modal {
  const { months: words } = texts(locale);
  return {
    callbackId: IDS.minutes,
    title: words.title,
    blocks: [
      section(cohort === null ? words.own : words.cohort(shortName(cohort))),
      ...(months.length === 0 ? [section(words.none)] : []),
      ...months.slice(0, MONTHS_SHOWN).map((month) => monthBlock(month, locale)),
      ...(months.length > MONTHS_SHOWN ? [context(words.earlier)] : []),
      ...(months.length > 0
        ? [actions([button(IDS.export, words.export, { value: sheetCodec.encode(of), style: 'primary' })])]
        : []),
    ],
  };
}

/** The newest month in App Home, with the way to all of them. */
export function minutesBlocks(month: Month | null, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const open = button(IDS.minutes, words.months.open, { value: sheetCodec.encode({ own: true }) });
  const shown = month
    ? words.months.home(monthName(month.month, locale), words.minutes(month.minutes))
    : `*${words.months.title}*\n${words.months.none}`;
  return [section(shown, open)];
}

export type SheetFacts = {
  readonly cohort: string | null;
  readonly meetings: number;
  readonly minutes: number;
  readonly files: readonly MessageFile[];
};

/** The settlement, with its files in the thread. */
export function sheetMessage({ cohort, meetings, minutes, files }: SheetFacts, locale: Locale): Message {
  const words = texts(locale);
  const total = words.minutes(minutes);
  const said =
    cohort === null ? words.sheet.own(meetings, total) : words.sheet.cohort(shortName(cohort), meetings, total);
  return { text: words.sheet.text, blocks: [section(said)], files };
}
