import { civilOf } from '../../core/calendar/index.ts';
import { formatDate } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { actions, button, context, header, section, typed, typedShort } from '../../platform/slack/blocks.ts';
import { codec } from '../../platform/slack/codec.ts';
import type { Message } from '../../platform/slack/message.ts';
import { IDS } from './ids.ts';
import { pageValue } from './input.ts';
import type { Found, HistoryLine } from './queries.ts';
import { texts } from './texts.ts';

/** Organisations on one page, and applications shown of each. */
export const PAGE = 8;
const HISTORY_SHOWN = 3;

export const pageCodec = codec(pageValue);

type Row = Found['rows'][number];

/** Names as typed, short enough for eight organisations with their history in one message. */
const short = (name: string): string => typedShort(name, 100);

function historyText(lines: readonly HistoryLine[], locale: Locale): string {
  const words = texts(locale);
  if (lines.length === 0) return words.search.noHistory;
  const shown = lines.slice(0, HISTORY_SHOWN).map((line) => {
    const number = line.number === null ? words.search.noNumber : String(line.number);
    const day = formatDate(civilOf(line.receivedAt).date, locale);
    return `• ${words.search.application(short(line.cohortName), number, words.states[line.state] ?? line.state, day)}`;
  });
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.search.more(rest)] : [])].join('\n');
}

function rowBlocks({ organisation, history }: Row, locale: Locale) {
  const { legalForms, registers } = texts(locale);
  const { name, town, legalForm, registerType, registerName, registerNumber, nip, regon } = organisation;
  const form = legalForms[legalForm] ?? legalForm;
  const register = registers[registerType] ?? registerType;
  const numbers = [
    `${register}${registerName ? ` (${short(registerName)})` : ''} ${short(registerNumber)}`,
    ...(nip ? [`NIP ${nip}`] : []),
    ...(regon ? [`REGON ${regon}`] : []),
  ];
  return [
    section(`*${short(name)}* – ${short(town)}\n${form} · ${numbers.join(' · ')}`),
    context(historyText(history, locale)),
  ];
}

/** What was found, a page at a time, each organisation with its earlier applications (O3). */
export function foundMessage(found: Found, at: { readonly q: string; readonly from: number }, locale: Locale): Message {
  const words = texts(locale).search;
  if (found.total === 0) return { text: words.none(typed(at.q)), blocks: [section(words.none(typed(at.q)))] };
  const heading = words.heading(found.total);
  const page = (from: number) => pageCodec.encode({ q: at.q, from });
  const previous = at.from > 0 ? [button(IDS.page, words.previous, { value: page(Math.max(0, at.from - PAGE)) })] : [];
  const onward = at.from + PAGE < found.total ? [button(IDS.page, words.next, { value: page(at.from + PAGE) })] : [];
  // Two buttons of one id may not share a block, so each stands in its own.
  const paging = [...previous, ...onward].map((one) => actions([one]));
  return {
    text: heading,
    blocks: [header(heading), ...found.rows.flatMap((row) => rowBlocks(row, locale)), ...paging],
  };
}
